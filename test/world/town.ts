import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importPlan } from '../../src/actions/import-plan.ts';
import { type Bot, startBot } from '../../src/app/bot.ts';
import { systemClock } from '../../src/clock.ts';
import { linkAccount } from '../../src/db/accounts.ts';
import { sql } from '../../src/db/drizzle.ts';
import { type Db, inTransaction, openStore, type Store } from '../../src/db/open.ts';
import { assignment, type Office, outbox, person, position } from '../../src/db/schema/index.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { readFormFile } from '../../src/forms/read-file.ts';
import type { Log } from '../../src/log.ts';
import { createManualClock, createSimulator, type Person } from '../../src/simulator/index.ts';
import { telegramRate } from '../../src/telegram/pace.ts';

export const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0';
const realForm = readFileSync(join(import.meta.dirname, '../../src/simulator/data/PL-PC-01-2022.txt'));

/** Waits for a condition, asked again whenever the event loop comes round; fails after real `timeoutMs`. */
export async function until(met: () => boolean, what: string, timeoutMs = 60_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!met()) {
    if (performance.now() > deadline) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Everything logged, as lines of JSON. */
export function listen(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  const note = (level: string) => (facts: object, message: string) =>
    void lines.push(JSON.stringify({ level, ...facts, message }));
  return { log: { info: note('info'), warn: note('warn'), error: note('error') }, lines };
}

export type Town = Awaited<ReturnType<typeof createTown>>;

/**
 * The real plan, people enrolled in its first position, a coordinator, the whole bot and a simulated Telegram with
 * its real limits, on a clock that only moves when told (and jumps over the sender's own waits).
 */
export async function createTown(
  options: {
    readonly people?: number;
    readonly start?: readonly [date: string, hour: number, minute?: number];
    readonly startBot?: boolean;
    readonly firstUpdateId?: number;
    readonly antiSpin?: boolean;
    /** Telegram lives by the machine's clock, for a bot that is a process of its own. */
    readonly realTime?: boolean;
    /** Milliseconds by which the bot's machine is wrong about the time; Telegram never is. */
    readonly skew?: { ms: number };
    /** Telegram calls the bot there, instead of being asked. */
    readonly webhook?: { readonly port: number; readonly secret: string };
    /** The clock's own minutes tick; else only `tick` does. */
    readonly minutes?: boolean;
  } = {},
) {
  const [date, hour, minute] = options.start ?? ['2022-03-17', 9];
  const folder = mkdtempSync(join(tmpdir(), 'town-'));
  const databasePath = join(folder, 'town.db');
  const clock = createManualClock(momentAt(date, hour, minute ?? 0));
  const simulator = createSimulator({
    clock: options.realTime ? systemClock : clock,
    token,
    username: 'cascajal_bot',
    botName: 'Seguimiento',
    antiSpin: options.antiSpin ?? false,
    seed: 7,
    allowLocalWebhook: true,
    ...(options.firstUpdateId === undefined ? {} : { firstUpdateId: options.firstUpdateId }),
  });
  const { apiRoot } = await simulator.start();
  const importedAt = momentAt('2022-03-01', 9);
  const store = seed(databasePath, importedAt);
  const heard = listen();
  let bot: Bot | undefined;
  let endedBy: unknown;
  let webhook = options.webhook ?? null;

  const people = Array.from({ length: options.people ?? 2 }, (_, place) => {
    const someone = simulator.person({ firstName: `Vecina${place + 1}` });
    enrol(store, someone, `Vecina${place + 1} Ruiz`, { position: 1 }, importedAt + 1);
    return someone;
  });
  const coordinator = simulator.person({ firstName: 'Diana' });
  enrol(store, coordinator, 'Diana Mina', { office: 'coordinator' }, importedAt + 1);
  for (const each of [...people, coordinator]) each.start();
  // They pressed start before the story begins: what they got for it is no part of it.
  simulator.world.updates.clear();

  const begin = async () => {
    bot = await startBot({
      token,
      apiRoot,
      databasePath,
      filesPath: join(folder, 'files'),
      entityName: null,
      dataContact: 'datos@example.org',
      clock: options.skew ? skewed(clock, options.skew) : clock,
      pacingClock: options.skew ? skewed(clock.advancing(), options.skew) : clock.advancing(),
      rate: telegramRate,
      log: heard.log,
      ...(options.minutes ? {} : { everyMinute: () => ({ stop: () => undefined }) }),
      http: webhook && { host: '127.0.0.1', port: webhook.port },
      webhook: webhook && { url: `http://127.0.0.1:${webhook.port}/telegram`, secret: webhook.secret },
    });
    endedBy = undefined;
    bot.ended.catch((error: unknown) => {
      endedBy = error;
    });
  };
  const rest = async () => {
    await bot?.stop();
    bot = undefined;
    await until(() => !simulator.polling(), 'Telegram to see that the poll has gone');
  };
  const released = () =>
    store.db
      .select({ open: sql<number>`count(*)` })
      .from(outbox)
      .where(sql`${outbox.state} = 'released'`)
      .get()?.open ?? 0;
  const listening = () => (webhook ? simulator.world.webhook.url !== '' : simulator.polling());
  const settled = () => simulator.pendingUpdates() === 0 && listening() && released() === 0;
  const first = people[0];
  if (!first) throw new Error('a town needs somebody');
  if (options.startBot !== false) {
    await begin();
    await until(settled, 'the bot to begin');
  }

  return {
    clock,
    simulator,
    apiRoot,
    databasePath,
    folder,
    store,
    db: store.db,
    people,
    ana: first,
    berta: people[1] ?? first,
    coordinator,
    lines: heard.lines,
    log: heard.log,
    startBot: begin,
    stopBot: rest,
    restart: async () => {
      await rest();
      await begin();
    },
    /** From the next start on. */
    hearBy: (by: 'polling' | { readonly port: number; readonly secret: string }) => {
      webhook = by === 'polling' ? null : by;
    },
    /** The error that ended intake, if it ended. */
    endedBy: () => endedBy,
    tick: () => bot?.tick(),
    settle: (timeoutMs?: number) => until(settled, 'the bot to have nothing left to do', timeoutMs),
    /** Somebody acts, and the bot finishes what it has to do about it. */
    after: async (act: () => void) => {
      act();
      await until(settled, 'the bot to have nothing left to do');
    },
    /**
     * Lives on: as long as the bot has not got there, whoever sleeps wakes at the time that comes next.
     * The network is real, so each step is given a moment.
     */
    liveUntil: async (met: () => boolean, what: string, mostMs = 24 * 3_600_000) => {
      const end = clock.now() + mostMs;
      const deadline = performance.now() + 60_000;
      while (!met()) {
        if (performance.now() > deadline || clock.now() > end) throw new Error(`lived in vain for ${what}`);
        await clock.travel(Math.min(end + 1, clock.now() + 500));
      }
    },
    end: async () => {
      await rest();
      store.close();
      await simulator.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A machine that is wrong about the time, though not about how it passes. */
function skewed<Clock extends { now(): number }>(clock: Clock, skew: { readonly ms: number }): Clock {
  return { ...clock, now: () => clock.now() + skew.ms };
}

let template: string | undefined;

/** The plan imported, nobody enrolled; made once, then copied. */
function seed(path: string, importedAt: number): Store {
  if (template !== undefined) {
    copyFileSync(template, path);
    return openStore(path, { migrate: false });
  }
  const store = openStore(path, { migrate: true });
  const reading = readFormFile(realForm);
  if (!reading.ok) throw new Error('the real form cannot be read');
  inTransaction(store, (db) => importPlan(db, reading.form, { withoutMonitoring: true, now: importedAt }));
  store.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  template = join(mkdtempSync(join(tmpdir(), 'template-')), 'seed.db');
  copyFileSync(path, template);
  return store;
}

export function enrol(
  store: Store,
  who: Person,
  name: string,
  holds: { readonly position: number } | { readonly office: Office },
  at: number,
): number {
  return inTransaction(store, (db) => {
    const { id } = db.insert(person).values({ name, createdAt: at }).returning().get();
    const all = db.select().from(position).all();
    const positionId = 'position' in holds ? (all[holds.position - 1]?.id ?? null) : null;
    const office = 'office' in holds ? holds.office : null;
    db.insert(assignment).values({ personId: id, positionId, office, fromAt: at }).run();
    linkAccount(db, id, { userId: who.id, name: who.user.first_name }, 'test', at);
    return id;
  });
}

export function outboxRows(db: Db) {
  return db.select().from(outbox).orderBy(outbox.id).all();
}

/** How many of the bot's messages in a chat contain a text. */
export function copies(who: Person, text: string): number {
  return who.chat.filter((message) => message.from === 'bot' && message.text.includes(text)).length;
}
