/**
 * How much is lost when the machine dies: the real bot answers people while Litestream replicates to a folder, both are
 * killed at the same random moment, the database is deleted, restored from the folder and put in place by `restore`.
 * Not part of `npm test`: `LITESTREAM=/path/to/litestream node test/trials/litestream.ts [times] [seed] [seconds] [pauseMs]`.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openToRead } from '../../src/db/open.ts';
import { createSimulator } from '../../src/simulator/index.ts';
import { token } from '../world/telegram.ts';

const root = join(import.meta.dirname, '../..');
const litestream = process.env.LITESTREAM ?? 'litestream';
const [times = 10, seed = 1, seconds = 4, pauseMs = 20] = process.argv.slice(2).map(Number);

/** Mulberry32: the same moments for the same seed. */
function random(state: number): () => number {
  let a = state;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

async function trial(next: () => number) {
  const folder = mkdtempSync(join(tmpdir(), 'litestream-'));
  const databasePath = join(folder, 'data/monitoreo.db');
  const replica = join(folder, 'replica');
  mkdirSync(join(folder, 'data'));
  const simulator = createSimulator({
    clock: { now: () => Date.now() },
    token,
    username: 'cascajal_bot',
    botName: 'Seguimiento',
    limits: false,
  });
  const { apiRoot } = await simulator.start();
  const env = {
    ...process.env,
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    DATABASE_PATH: databasePath,
    FILES_PATH: join(folder, 'files'),
    REPLICA_PATH: replica,
    LOG_LEVEL: 'silent',
  };
  const cli = (...args: readonly string[]) =>
    execFileSync(process.execPath, ['src/cli.ts', ...args], { cwd: root, env, encoding: 'utf8' });
  const children: ChildProcess[] = [];
  const start = (command: string, args: readonly string[]) => {
    const child = spawn(command, [...args], { cwd: root, env, stdio: 'ignore' });
    children.push(child);
    return child;
  };
  try {
    cli('plan', 'import', 'src/simulator/data/PL-PC-01-2022.txt');
    start(process.execPath, ['src/main.ts']);
    await simulator.until(() => simulator.polling() || undefined, 'the bot', 20_000);
    start(litestream, ['replicate', '-config', join(root, 'deploy/litestream.yml')]);
    const people = Array.from({ length: 20 }, (_, place) => simulator.person({ firstName: `V${place}` }));
    for (const each of people) each.start();
    while (!existsSync(replica)) await wait(50);
    const dies = performance.now() + seconds * 1000 * (1 + next());
    for (let turn = 0; performance.now() < dies; turn++) {
      people[turn % people.length]?.say(`/ayuda ${turn}`);
      await wait(pauseMs);
    }
    const ends = children.map((child) => once(child, 'exit'));
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(ends);
    const lost = join(folder, 'lost.db');
    for (const end of ['', '-wal', '-shm']) {
      if (existsSync(databasePath + end)) cpSync(databasePath + end, lost + end);
    }
    rmSync(join(folder, 'data'), { recursive: true });
    const begun = performance.now();
    const restored = join(folder, 'restored.db');
    execFileSync(litestream, ['restore', '-o', restored, `file://${replica}`], { env, stdio: 'ignore' });
    const tookMs = performance.now() - begun;
    cli('restore', restored);
    const [before, after] = [updatesOf(lost), updatesOf(databasePath)];
    return {
      ...before,
      lostUpdates: before.updates - after.updates,
      lostMs: before.last - after.last,
      restoreMs: Math.round(tookMs),
      replicaBytes: sizeOf(replica),
      generations: readdirSync(join(replica, 'generations')).length,
    };
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many updates were handled, and when the last of them was taken in. */
function updatesOf(path: string): { readonly updates: number; readonly last: number } {
  const { sqlite, close } = openToRead(path);
  const row = sqlite.prepare('select count(*) as updates, max(receivedAt) as last from "update"').get();
  close();
  return row as { updates: number; last: number };
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}

const next = random(seed);
const worst = { lostMs: 0, lostUpdates: 0, restoreMs: 0 };
for (let time = 1; time <= times; time++) {
  const found = await trial(next);
  worst.lostMs = Math.max(worst.lostMs, found.lostMs);
  worst.lostUpdates = Math.max(worst.lostUpdates, found.lostUpdates);
  worst.restoreMs = Math.max(worst.restoreMs, found.restoreMs);
  process.stdout.write(`${time} ${JSON.stringify(found)}\n`);
}
process.stdout.write(`worst ${JSON.stringify(worst)}\n`);
