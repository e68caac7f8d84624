import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/drizzle.ts';
import { token } from '../world/telegram.ts';
import { copies, createTown, type Town } from '../world/town.ts';
import { until } from '../world/until.ts';

const root = join(import.meta.dirname, '../..');
const help = 'Esto puede hacer aquí';
const setAside = 'No pudimos procesar su último mensaje';
let town: Town;
const children: ChildProcess[] = [];
beforeEach(async () => {
  town = await createTown({ startBot: false, realTime: true, people: 6 });
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await town.end();
});

/** Starts the real bot as a process of its own, which the test kills. */
function startProcess(env: Record<string, string> = {}) {
  const child = spawn(
    join(root, 'node_modules/.bin/node'),
    ['-r', join(root, 'src/node-version.cjs'), join(root, 'src/main.ts')],
    {
      cwd: town.folder,
      env: {
        PATH: process.env.PATH,
        BOT_TOKEN: token,
        TELEGRAM_API_ROOT: town.apiRoot,
        DATABASE_PATH: town.databasePath,
        DATA_CONTACT: 'datos@example.org',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  children.push(child);
  let said = '';
  child.stdout.on('data', (bytes) => (said += String(bytes)));
  child.stderr.on('data', (bytes) => (said += String(bytes)));
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    pid: child.pid,
    exit,
    said: () => said,
    kill: async (signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL') => {
      child.kill(signal);
      return exit;
    },
  };
}

const polling = () => until(() => town.simulator.polling(), 'the bot to poll', 60_000);

describe('At least once outside', () => {
  it('repeats only the message whose sending was not recorded before the crash, once', async () => {
    const first = startProcess();
    await polling();
    await answered(town.berta);
    town.simulator.faults.add({ kind: 'hangAfter', method: 'sendMessage', times: 1 });
    town.ana.say('/ayuda');
    await until(() => copies(town.ana, help) === 1, 'the message');
    await first.kill();
    const second = startProcess();
    await until(() => copies(town.ana, help) === 2, 'the repetition', 60_000);
    await answered(town.ana, 3);
    await second.kill('SIGTERM');
    expect(copies(town.ana, help)).toBe(3);
    expect(copies(town.berta, help)).toBe(1);
  });

  it('loses nothing in a crash before Telegram had the message', async () => {
    const first = startProcess();
    await polling();
    town.simulator.faults.add({ kind: 'hang', method: 'sendMessage', times: 1 });
    town.ana.say('/ayuda');
    await until(() => town.simulator.faults.hits.length === 1, 'the call');
    await first.kill();
    startProcess();
    await until(() => copies(town.ana, help) === 1, 'the answer', 60_000);
  });
});

describe('A crash at any instruction', () => {
  /** Who died twice with an update in its hands was told so: that update was set aside (`handleCarefully`). */
  it('is killed again and again in the middle of its work, and every answer arrives and is stored once', async () => {
    const asked = new Map(town.people.map((each) => [each, 0]));
    for (const callsUntilDeath of [3, 5, 6, 8]) {
      const life = startProcess();
      for (const each of town.people) {
        each.say('/ayuda');
        asked.set(each, (asked.get(each) ?? 0) + 1);
      }
      const from = town.simulator.calls.length;
      await until(() => town.simulator.calls.length >= from + callsUntilDeath, 'the middle of it', 60_000);
      await life.kill();
    }
    startProcess();
    const open = () => town.db.all(sql`select 1 from outbox where state = 'released'`).length;
    await until(
      () => town.simulator.polling() && town.simulator.pendingUpdates() === 0 && open() === 0,
      'the end',
      30_000,
    );
    for (const each of town.people) {
      const answers = copies(each, help) + copies(each, setAside);
      expect(answers).toBeGreaterThanOrEqual(asked.get(each) ?? 0);
      expect(answers).toBeLessThanOrEqual((asked.get(each) ?? 0) + 4);
    }
    const killedInHand = town.db.all(sql`select 1 from "update" where state = 'setAside'`).length;
    expect(killedInHand).toBeLessThanOrEqual(3);
    const replies = town.db.all(sql`select 1 from outbox where kind = 'reply'`).length;
    expect(replies).toBe([...asked.values()].reduce((sum, times) => sum + times, 0));
    expect(town.simulator.mistakes()).toEqual([]);
  });

  it("writes Node's compile cache while it runs, so the start after a crash has it", async () => {
    const cache = join(town.folder, 'compiled');
    startProcess({ NODE_COMPILE_CACHE: cache });
    await polling();
    const kept = () => readdirSync(cache, { recursive: true }).length;
    await until(() => kept() > 200, 'the compile cache');
  });

  it('finishes the work under way at SIGTERM and ends with 0; the next start repeats nothing', async () => {
    const first = startProcess();
    await polling();
    town.simulator.faults.add({ kind: 'delay', ms: 300, method: 'sendMessage', times: 1 });
    town.ana.say('/ayuda');
    await until(() => town.simulator.faults.hits.length === 1, 'the sending');
    expect(await first.kill('SIGTERM')).toBe(0);
    startProcess();
    await polling();
    await answered(town.berta);
    expect(copies(town.ana, help)).toBe(1);
  });
});

describe('The process', () => {
  it('refuses to run twice on one file, naming the first', async () => {
    const first = startProcess();
    await polling();
    const second = startProcess();
    expect(await second.exit).toBe(1);
    expect(second.said()).toContain(String(first.pid));
  });

  it('ends with 1 when the token is refused, naming BOT_TOKEN, never its value', async () => {
    const revoked = '110201543:AAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx';
    const life = startProcess({ BOT_TOKEN: revoked, LOG_LEVEL: 'trace' });
    expect(await life.exit).toBe(1);
    expect(life.said()).toContain('BOT_TOKEN');
    expect(life.said()).not.toContain(revoked.slice(10));
  });
});

async function answered(who: Town['ana'], times = 1): Promise<void> {
  who.say('/ayuda');
  await until(() => copies(who, help) === times, 'the answer', 60_000);
}
