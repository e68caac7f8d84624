import { systemClock } from '../../src/clock.ts';
import type { Db } from '../../src/db/open.ts';
import { outbox } from '../../src/db/schema/index.ts';
import type { Person } from '../../src/simulator/index.ts';
import { listen } from './log.ts';
import { READING_MS } from './reading.ts';
import { until } from './until.ts';
import { openWorld, type Part, type Start } from './world.ts';

export type Town = Awaited<ReturnType<typeof createTown>>;

/**
 * The real plan, people enrolled in its first position, a coordinator, the whole bot and a simulated Telegram
 * with its real limits, on a clock that moves only on command (and jumps over the sender's own waits).
 */
export async function createTown(
  options: {
    readonly people?: number;
    readonly start?: Start;
    readonly startBot?: boolean;
    readonly firstUpdateId?: number;
    readonly antiSpin?: boolean;
    /** Telegram uses the machine's clock, for a bot that is a process of its own. */
    readonly realTime?: boolean;
    /** Milliseconds by which the clock of the bot's machine is wrong; Telegram's never is. */
    readonly skew?: { ms: number };
    /** Telegram calls the bot there, and the bot does not poll. */
    readonly webhook?: { readonly port: number; readonly secret: string };
    /** Whether the clock runs the minutes; else only `tick` does. */
    readonly minutes?: boolean;
  } = {},
) {
  const count = options.people ?? 2;
  const neighbours = Array.from({ length: count }, (_, place): [string, Part] => [
    `neighbour${place + 1}`,
    { firstName: `Vecina${place + 1}`, lastName: 'Ruiz', holds: { positions: [1] } },
  ]);
  const cast = {
    ...Object.fromEntries(neighbours),
    coordinator: { firstName: 'Diana', lastName: 'Mina', holds: { offices: ['coordinator'] } },
  } as const satisfies Record<string, Part>;
  const world = await openWorld<string>(cast, {
    start: options.start ?? ['2022-03-17', 9],
    minutes: options.minutes ?? false,
    telegram: {
      antiSpin: options.antiSpin ?? false,
      allowLocalWebhook: true,
      ...(options.realTime ? { clock: systemClock } : {}),
      ...(options.firstUpdateId === undefined ? {} : { firstUpdateId: options.firstUpdateId }),
    },
  });
  const { clock, simulator, database } = world;
  const heard = listen();
  const phone = (key: string): Person => {
    const found = world.phones[key];
    if (!found) throw new Error(`the town has no ${key}`);
    return found;
  };
  const people = neighbours.map(([key]) => phone(key));
  const ana = phone('neighbour1');
  let webhook = options.webhook ?? null;
  // They pressed start before the story begins; the answers are not part of it.
  simulator.world.updates.clear();

  const begin = () =>
    world.startBot({
      log: heard.log,
      ...(options.skew
        ? { clock: skewed(clock, options.skew), pacingClock: skewed(clock.advancing(), options.skew) }
        : {}),
      http: webhook && { host: '127.0.0.1', port: webhook.port },
      webhook: webhook && { url: `http://127.0.0.1:${webhook.port}/telegram`, secret: webhook.secret },
    });
  const rest = async () => {
    await world.stopBot();
    await until(() => !simulator.polling(), 'Telegram to see that the poll has gone');
  };
  const settle = (timeoutMs?: number) =>
    until(world.isQuiet, 'the bot to have nothing left to do', timeoutMs);
  if (options.startBot !== false) {
    await begin();
    await settle();
  }

  return {
    clock,
    simulator,
    apiRoot: world.apiRoot,
    databasePath: database.path,
    folder: database.folder,
    store: world.store,
    db: world.db,
    people,
    ana,
    berta: people[1] ?? ana,
    coordinator: phone('coordinator'),
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
    endedBy: world.endedBy,
    tick: world.tick,
    settle,
    /** A person reads, acts, and the bot finishes what follows. */
    after: async (act: () => void) => {
      clock.step(READING_MS);
      act();
      await settle();
    },
    /**
     * Lets time pass until the condition is met: while the bot is not there yet, sleepers wake in order of
     * time. The network is real, so each step gets a moment.
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
      await world.end();
    },
  };
}

/** A machine with a wrong wall clock; durations are right. */
function skewed<Clock extends { now(): number }>(clock: Clock, skew: { readonly ms: number }): Clock {
  return { ...clock, now: () => clock.now() + skew.ms };
}

export function outboxRows(db: Db) {
  return db.select().from(outbox).orderBy(outbox.id).all();
}

/** How many of the bot's messages in a chat contain a text. */
export function copies(who: Person, text: string): number {
  return who.chat.filter((message) => message.from === 'bot' && message.text.includes(text)).length;
}
