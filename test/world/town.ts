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
 * The real plan, people enrolled in its first position, a coordinator, the whole bot and a simulated Telegram with
 * its real limits, on a clock that only moves when told (and jumps over the sender's own waits).
 */
export async function createTown(
  options: {
    readonly people?: number;
    readonly start?: Start;
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
  // They pressed start before the story begins: what they got for it is no part of it.
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
    /** Somebody reads, acts, and the bot finishes what it has to do about it. */
    after: async (act: () => void) => {
      clock.step(READING_MS);
      act();
      await settle();
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
      await world.end();
    },
  };
}

/** A machine that is wrong about the time, though not about how it passes. */
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
