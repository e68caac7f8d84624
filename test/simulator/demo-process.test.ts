import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const realToken = '987654321:AAE-not-of-the-simulator-but-of-somebody';

/**
 * `npm run demo` as a process of its own, with a temporary folder of its own and a real token in the
 * environment.
 */
describe('npm run demo', () => {
  let temporary: string;
  let running: ChildProcess[] = [];

  beforeEach(() => {
    temporary = mkdtempSync(join(tmpdir(), 'demo-process-'));
  });
  afterEach(() => {
    for (const each of running) each.kill('SIGKILL');
    running = [];
    rmSync(temporary, { recursive: true, force: true });
  });

  function start(...args: readonly string[]) {
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '-r',
        './src/node-version.cjs',
        'src/simulator/demo.ts',
        ...args,
      ],
      { cwd: root, env: { ...process.env, TMPDIR: temporary, BOT_TOKEN: realToken }, stdio: 'pipe' },
    );
    running.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    }
    const ended = once(child, 'exit').then(([code]) => code as number | null);
    const address = async (): Promise<string> => {
      await expect.poll(() => said, { timeout: 60_000 }).toContain('Ctrl-C');
      return /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '';
    };
    return { child, ended, address, said: () => said };
  }

  const folders = () => readdirSync(temporary).filter((name) => name.startsWith('monitoreo-demo-'));

  it('serves the page to this machine only, runs the bot as its child without a real token, and Ctrl-C leaves nothing', async () => {
    const demo = start('--port', '0');
    const address = await demo.address();
    expect((await fetch(address)).status).toBe(200);
    const bot = await runningBot(address);
    expect(readFileSync(`/proc/${bot}/environ`, 'utf8')).not.toContain(realToken);
    expect(listeningElsewhere(demo.child.pid ?? 0)).toEqual([]);
    expect(folders()).toHaveLength(1);
    demo.child.kill('SIGINT');
    expect(await demo.ended).toBe(0);
    expect(folders()).toEqual([]);
    expect(existsSync(`/proc/${bot}`)).toBe(false);
    expect(demo.said()).not.toMatch(/\d{6,}:[\w-]{20,}/);
    expect(demo.said()).toContain('no dejó nada');
  }, 60_000);

  it('takes the next free port when the wanted one is busy, says so, and keeps the folder when asked', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const demo = start('--port', String(port), '--keep');
    const address = await demo.address();
    expect(Number(new URL(address).port)).toBeGreaterThan(port);
    expect(demo.said()).toContain(`El puerto ${port} está ocupado`);
    demo.child.kill('SIGTERM');
    expect(await demo.ended).toBe(0);
    other.close();
    const [kept = ''] = folders();
    expect(demo.said()).toContain(join(temporary, kept));
    expect(readdirSync(join(temporary, kept))).toContain('demo.db');
  }, 60_000);

  it('prints its usage for an unknown option', async () => {
    const demo = start('--puerto', '1');
    expect(await demo.ended).toBe(1);
    expect(demo.said()).toContain('Uso: npm run demo');
  }, 30_000);
});

/** The bot's pid as the page shows it, once the bot runs. */
async function runningBot(address: string): Promise<number> {
  const response = await fetch(`${address}/events`);
  let told = '';
  for await (const chunk of response.body ?? []) {
    told += new TextDecoder().decode(chunk);
    const pid = /"state":"running","pid":(\d+)/.exec(told)?.[1];
    if (pid !== undefined) return Number(pid);
  }
  throw new Error('the bot never ran');
}

/** Sockets of a process that listen on anything but 127.0.0.1 (proc_net_tcp(5)). */
function listeningElsewhere(pid: number): readonly string[] {
  const own = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /socket:\[(\d+)\]/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return [];
      }
    }),
  );
  const rows = ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8').split('\n').slice(1),
  );
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === '0A' && own.has(inode ?? ''))
    .map(([, local]) => local ?? '')
    .filter((local) => !local.startsWith('0100007F:'));
}
