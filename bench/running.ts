import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { token } from '../src/simulator/cast.ts';
import { createSimulator, type Simulator } from '../src/simulator/index.ts';

const root = join(import.meta.dirname, '..');
/** What `npm start` tells Node before the program. */
export const npmStart = npmStartOf(root);

/** The same of the version in a folder; its paths are relative to it. */
export function npmStartOf(folder: string): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').slice(1, -1);
}

export type Running = {
  readonly simulator: Simulator;
  readonly pid: number;
  /** Milliseconds from the start of the process to its first poll. */
  readonly firstPollMs: number;
};

/**
 * Runs the bot in a process of its own, `node ARGUMENTS src/main.ts` in the project's folder with only its
 * settings in the environment, and ends it after `measure`.
 */
export async function withBot<Figures>(
  how: readonly string[],
  fill: (databasePath: string) => void,
  measure: (bot: Running) => Promise<Figures>,
  more: NodeJS.ProcessEnv = {},
): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const databasePath = join(folder, 'monitoreo.db');
  fill(databasePath);
  const simulator = createSimulator({
    clock: { now: () => Date.now() },
    token,
    username: 'bench_bot',
    botName: 'Seguimiento',
    antiSpin: false,
  });
  const { apiRoot } = await simulator.start();
  const begun = performance.now();
  const child = spawn(process.execPath, [...how, 'src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: apiRoot,
      DATABASE_PATH: databasePath,
      FILES_PATH: join(folder, 'files'),
      DATA_CONTACT: 'datos@example.org',
      ...more,
    },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    await simulator.until(() => simulator.polling() || undefined, 'the first poll', 30_000);
    const firstPollMs = performance.now() - begun;
    return await measure({ simulator, pid: child.pid ?? 0, firstPollMs });
  } finally {
    child.kill('SIGTERM');
    await ended;
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
