import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator } from '../src/simulator/index.ts';
import { fillDatabase } from './data.ts';
import { median } from './figures.ts';

const root = join(import.meta.dirname, '..');
const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0';

/** From the start of the process to its first poll, and what it holds of memory when nothing happens. */
export async function benchStart(of: { readonly rounds: number }): Promise<Readonly<Record<string, number>>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const databasePath = join(folder, 'start.db');
  fillDatabase(databasePath, { plans: 1, activities: 7 });
  const simulator = createSimulator({
    clock: { now: () => Date.now() },
    token,
    username: 'bench_bot',
    botName: 'Seguimiento',
    antiSpin: false,
  });
  const { apiRoot } = await simulator.start();
  const starts: number[] = [];
  const memory: number[] = [];
  try {
    for (let round = 0; round < of.rounds; round++) {
      const begun = performance.now();
      const child = spawn(
        process.execPath,
        ['-r', join(root, 'src/node-version.cjs'), join(root, 'src/main.ts')],
        {
          env: {
            PATH: process.env.PATH,
            BOT_TOKEN: token,
            TELEGRAM_API_ROOT: apiRoot,
            DATABASE_PATH: databasePath,
            FILES_PATH: join(folder, 'files'),
            DATA_CONTACT: 'datos@example.org',
          },
          stdio: 'ignore',
        },
      );
      await simulator.until(() => (simulator.polling() ? true : undefined), 'the first poll', 30_000);
      starts.push(performance.now() - begun);
      // It has settled once a few seconds have passed: memory taken for the start has been given back or not.
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      memory.push(residentMb(child.pid ?? 0));
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await simulator.until(() => (simulator.polling() ? undefined : true), 'the poll to go', 10_000);
    }
  } finally {
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return { 'first poll ms': median(starts), 'resident memory idle MB': median(memory) };
}

function residentMb(pid: number): number {
  const kb = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb) / 1024;
}
