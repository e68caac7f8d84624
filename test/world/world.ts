/**
 * A database with a plan, people in it with phones, a simulated Telegram, and the whole bot in this process
 * on a clock that moves only on command. A test that needs less uses the parts: `openDatabase`, `settle`,
 * `simulatedTelegram`, `context`.
 */
import { type Bot, startBot } from '../../src/app/bot.ts';
import type { BotOptions } from '../../src/app/options.ts';
import { eq } from '../../src/db/drizzle.ts';
import type { Db, Store } from '../../src/db/open.ts';
import { prepared } from '../../src/db/prepared.ts';
import { outbox } from '../../src/db/schema/index.ts';
import { momentAt } from '../../src/domain/dates.ts';
import {
  createManualClock,
  type ManualClock,
  type Person,
  type Simulator,
  type SimulatorOptions,
} from '../../src/simulator/index.ts';
import { telegramRate } from '../../src/telegram/pace.ts';
import { type Database, type Imported, openDatabase } from './database.ts';
import { silent } from './log.ts';
import { type Holds, settle } from './people.ts';
import { borrowRender } from './render.ts';
import { dataContact, simulatedTelegram, token } from './telegram.ts';

export type Part = { readonly firstName: string; readonly lastName: string; readonly holds: Holds };

export type Start = readonly [date: string, hour: number, minute?: number];

export type WorldOptions<Key extends string> = {
  /** Default: 16 March 2022 at 9:00, when the first cut of the real form is open. */
  readonly start?: Start;
  readonly plan?: Imported;
  /**
   * The people who have no account yet: stored with what they hold, so they can be invited. Default: nobody.
   */
  readonly notEnrolled?: readonly Key[];
  readonly telegram?: Partial<SimulatorOptions>;
  /** Whether the clock runs the minutes; else only `tick` does. */
  readonly minutes?: boolean;
};

export type World<Key extends string> = {
  readonly clock: ManualClock;
  readonly simulator: Simulator;
  readonly apiRoot: string;
  readonly database: Database;
  readonly store: Store;
  readonly db: Db;
  readonly phones: Readonly<Record<Key, Person>>;
  /** @param more options that differ from now on */
  readonly startBot: (more?: Partial<BotOptions>) => Promise<void>;
  readonly stopBot: () => Promise<void>;
  readonly isRunning: () => boolean;
  /** Runs the bot's work of one minute, when a bot runs. */
  readonly tick: () => void;
  /** The error that ended its intake, if it ended. */
  readonly endedBy: () => unknown;
  /** Whether the bot polls, has taken every update, and everything it wrote has gone out. */
  readonly isQuiet: () => boolean;
  readonly end: () => Promise<void>;
};

/**
 * Opens it. Everybody of the cast holds their posts from an hour after the import on, and has pressed start.
 */
export async function openWorld<Key extends string>(
  cast: Readonly<Record<Key, Part>>,
  options: WorldOptions<Key> = {},
): Promise<World<Key>> {
  const clock = createManualClock(momentAt(...(options.start ?? (['2022-03-16', 9] as const))));
  const simulator = simulatedTelegram(clock, options.telegram);
  const { apiRoot } = await simulator.start();
  const plan = options.plan ?? {};
  const since = momentAt(plan.importedOn ?? '2022-03-01', 10);
  const without = new Set<string>(options.notEnrolled ?? []);
  const phones = Object.fromEntries(
    Object.entries<Part>(cast).map(([key, part]) => [key, simulator.person(part)]),
  ) as Record<Key, Person>;
  const newcomers = Object.entries<Part>(cast).map(([key, { firstName, lastName, holds }]) => ({
    name: `${firstName} ${lastName}`,
    holds,
    account: without.has(key) ? null : { userId: phones[key as Key].id, name: firstName },
  }));
  const database = openDatabase(plan, {
    name: JSON.stringify(newcomers),
    fill: (db) => {
      for (const newcomer of newcomers) settle(db, newcomer, since);
    },
  });
  for (const [key, phone] of Object.entries<Person>(phones)) if (!without.has(key)) phone.start();
  let bot: Bot | undefined;
  let endedBy: unknown;
  let isHooked = false;

  const stopBot = async () => {
    await bot?.stop();
    bot = undefined;
  };
  return {
    clock,
    simulator,
    apiRoot,
    database,
    store: database.store,
    db: database.db,
    phones,
    startBot: async (more = {}) => {
      const started = await startBot({
        token,
        apiRoot,
        databasePath: database.path,
        filesPath: database.filesPath,
        entityName: null,
        dataContact,
        clock,
        pacingClock: clock.advancing(),
        rate: telegramRate,
        log: silent,
        render: borrowRender(),
        ...(options.minutes ? {} : { everyMinute: () => ({ stop: () => undefined }) }),
        ...more,
      });
      bot = started;
      isHooked = Boolean(more.webhook);
      endedBy = undefined;
      started.ended.catch((error: unknown) => {
        endedBy = error;
      });
    },
    stopBot,
    isRunning: () => bot !== undefined,
    tick: () => bot?.tick(),
    endedBy: () => endedBy,
    isQuiet: () => {
      const isListening = isHooked ? simulator.world.webhook.url !== '' : simulator.polling();
      return simulator.pendingUpdates() === 0 && isListening && !isSending(database.db);
    },
    end: async () => {
      await stopBot();
      database.remove();
      await simulator.stop();
    },
  };
}

/** Whether a message is on its way to Telegram. */
export function isSending(db: Db): boolean {
  return releasedOne(db).get() !== undefined;
}

const releasedOne = prepared((db) =>
  db.select({ id: outbox.id }).from(outbox).where(eq(outbox.state, 'released')).limit(1).prepare(),
);
