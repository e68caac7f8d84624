import { afterEach, expect, it, vi } from 'vitest';
import { sql } from '../../src/db/drizzle.ts';
import { openStore, type Store } from '../../src/db/open.ts';
import { copies, createTown, type Town } from '../world/town.ts';
import { until } from '../world/until.ts';

/** The stores opened, so that the test can give the bot's own connection a trouble of its own. */
const opened = vi.hoisted((): Store[] => []);
vi.mock('../../src/db/open.ts', async (load) => {
  const real = await load<typeof import('../../src/db/open.ts')>();
  const keeping: typeof real.openStore = (path, options) => {
    const store = real.openStore(path, options);
    opened.push(store);
    return store;
  };
  return { ...real, openStore: keeping };
});

const help = 'Esto puede hacer aquí';
let town: Town;
afterEach(() => town.end());

function botConnection(): Store {
  const store = opened.at(-1);
  if (!store) throw new Error('the bot has no store');
  return store;
}

it.each<[string, RegExp, () => () => void]>([
  [
    'a file that can only be read',
    /SQLITE_READONLY/,
    () => {
      const { sqlite } = botConnection();
      sqlite.pragma('query_only = ON');
      return () => sqlite.pragma('query_only = OFF');
    },
  ],
  [
    'a file that another program keeps locked',
    /SQLITE_BUSY/,
    () => {
      // It would wait 5 s of real time at every try.
      botConnection().sqlite.pragma('busy_timeout = 20');
      town.store.sqlite.exec('begin immediate');
      return () => town.store.sqlite.exec('rollback');
    },
  ],
])('%s: nothing is confirmed or set aside, and it goes on when it may', async (_, code, trouble) => {
  town = await createTown();
  const mend = trouble();
  const asked = 5;
  for (let place = 0; place < asked; place++) town.ana.say('/ayuda');
  await until(() => town.lines.some((line) => line.includes('could not be stored')), 'the trouble');
  expect(town.lines.some((line) => code.test(line))).toBe(true);
  await town.clock.travel(town.clock.now() + 60_000);
  expect(town.endedBy()).toBeUndefined();
  expect(town.simulator.pendingUpdates()).toBe(asked);
  expect(copies(town.ana, 'No pudimos')).toBe(0);
  mend();
  await town.liveUntil(() => copies(town.ana, help) === asked, 'every answer', 300_000);
  await town.settle();
  expect(copies(town.ana, help)).toBe(asked);
  expect(town.db.all(sql`select 1 from "update" where state = 'setAside'`)).toEqual([]);
});

it('the command line reads and writes beside the bot, a transaction at a time, and neither waits for the other', async () => {
  town = await createTown();
  const beside = openStore(town.databasePath, { migrate: false });
  try {
    for (let turn = 0; turn < 20; turn++) {
      town.ana.say('/ayuda');
      beside.sqlite
        .transaction(() =>
          beside.db.run(sql`insert into day_off (date, name, addedAt)
        values (${`2022-05-${String(turn + 1).padStart(2, '0')}`}, 'Día local', 1)`),
        )
        .immediate();
    }
    await town.liveUntil(() => copies(town.ana, help) === 20, 'every answer', 300_000);
    await town.settle();
    expect(beside.db.all(sql`select 1 from day_off`)).toHaveLength(20);
  } finally {
    beside.close();
  }
});
