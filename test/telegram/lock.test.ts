import { spawn } from 'node:child_process';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announce } from '../../src/db/announce.ts';
import { LockedError, takeLock } from '../../src/db/lock.ts';
import { inTransaction, openStore } from '../../src/db/open.ts';
import { enrolledPeople } from '../../src/db/people.ts';
import { copies, createTown, type Town } from '../world/town.ts';
import { until } from '../world/until.ts';
import { message } from './post-office.ts';

const root = join(import.meta.dirname, '../..');
let town: Town;
beforeEach(async () => {
  town = await createTown({ startBot: false });
});
afterEach(() => town.end());

/** Another process that takes the lock and holds it until it is killed. */
function holder(path: string) {
  const code = `
    const { takeLock } = await import(${JSON.stringify(join(root, 'src/db/lock.ts'))});
    const unlock = takeLock(${JSON.stringify(path)}, new Date(0));
    process.once('exit', unlock);
    process.stdout.write('held');
    setInterval(() => undefined, 1000);`;
  const child = spawn(join(root, 'node_modules/.bin/node'), ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    pid: child.pid,
    held: new Promise<void>((resolve) => child.stdout.once('data', () => resolve())),
    kill: () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

describe('The bot’s lock is its own', () => {
  it('refuses a second bot on the same file, names the first, and is free at once after kill -9', async () => {
    const first = holder(town.databasePath);
    await first.held;
    const refused = await town.startBot().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(LockedError);
    expect(String(refused)).toContain(`pid ${first.pid}`);
    expect(String(refused)).toContain(hostname());
    expect(String(refused)).toContain('1970-01-01');
    await first.kill();
    await town.startBot();
    town.ana.say('/ayuda');
    await until(() => copies(town.ana, 'Esto puede hacer aquí') === 1, 'the answer');
    await town.settle();
  });

  it('is released at the end, even when the same process starts another bot', async () => {
    await town.startBot();
    expect(() => takeLock(town.databasePath, new Date(0))).toThrow(LockedError);
    await town.stopBot();
    takeLock(town.databasePath, new Date(0))();
  });

  // This promise is about real time, so it is tried again when the machine is busy for a second.
  it('the command line works beside it in short transactions, and the bot acts on them within 2 s', {
    retry: 2,
  }, async () => {
    await town.startBot();
    await town.settle();
    const beside = openStore(town.databasePath, { migrate: false });
    const [ana] = enrolledPeople(beside.db);
    if (!ana) throw new Error('nobody is enrolled');
    const written = performance.now();
    inTransaction(beside, (db) =>
      announce(
        db,
        { chatId: ana.telegramUserId, personId: ana.id },
        {
          kind: 'notice',
          notice: 'moved',
          key: 'beside',
          message: message('dicho al lado'),
          now: town.clock.now(),
        },
      ),
    );
    await until(() => copies(town.ana, 'dicho al lado') === 1, 'the notice');
    expect(performance.now() - written).toBeLessThan(2_000);
    await town.after(() => town.ana.say('/ayuda'));
    expect(copies(town.ana, 'Esto puede hacer aquí')).toBe(1);
    beside.close();
  });

  it('waits for a command line that holds the file briefly; nothing fails or is lost', async () => {
    await town.startBot();
    await town.settle();
    const code = `
      const { openStore } = await import(${JSON.stringify(join(root, 'src/db/open.ts'))});
      const store = openStore(${JSON.stringify(town.databasePath)}, { migrate: false });
      store.sqlite.exec('begin immediate');
      process.stdout.write('held');
      setTimeout(() => { store.sqlite.exec('commit'); store.close(); }, 500);`;
    const child = spawn(join(root, 'node_modules/.bin/node'), ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
    await town.after(() => town.ana.say('/ayuda'));
    expect(copies(town.ana, 'Esto puede hacer aquí')).toBe(1);
    expect(town.lines.filter((line) => line.includes('"error"'))).toEqual([]);
  });
});
