import type { Statement } from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inTransaction } from '../../src/db/open.ts';
import { answer } from '../../src/db/outbox.ts';
import { rowById } from '../../src/db/outbox-rows.ts';
import { createManualClock } from '../../src/simulator/index.ts';
import type { Api } from '../../src/telegram/client.ts';
import { type Sender, startSender } from '../../src/telegram/sender.ts';
import { plain } from '../../src/texts/html.ts';
import { type Database, openDatabase } from '../world/database.ts';
import { silent } from '../world/log.ts';
import { until } from '../world/until.ts';
import { startMs } from './post-office.ts';

const lifted = { perSecond: 1e9, burst: 1e9 };
let database: Database;
let sender: Sender;
let stop: AbortController;
/** Says yes to every call under way. */
let yes: () => void;
let asked: Promise<void>;

beforeEach(() => {
  database = openDatabase();
  stop = new AbortController();
  const call = Promise.withResolvers<void>();
  asked = call.promise;
  const underWay: ((outcome: unknown) => void)[] = [];
  yes = () => {
    for (const resolve of underWay.splice(0)) resolve({ ok: true, result: { message_id: 7, date: 1 } });
  };
  const api = {
    call: () => {
      call.resolve();
      return new Promise((resolve) => underWay.push(resolve));
    },
  } as unknown as Api;
  const notices = {
    atAnyHour: () => false,
    textAtSending: () => ({ notNeeded: 'done' }),
    onSent: () => undefined,
  };
  sender = startSender(
    {
      store: database.store,
      api,
      clock: createManualClock(startMs).advancing(),
      log: silent,
      rate: { overall: lifted, chat: lifted, group: lifted },
      notices,
    },
    stop.signal,
  );
});
afterEach(async () => {
  vi.restoreAllMocks();
  stop.abort();
  await sender.stopped;
  database.remove();
});

it('A message that Telegram has taken is on record before the next update, in the same turn of the event loop', async () => {
  const to = { chatId: 101, personId: null };
  const id = inTransaction(database.store, (db) => answer(db, to, { html: plain('¿?') }, startMs));
  sender.wake();
  await asked;
  yes();
  for (let microtask = 0; microtask < 5; microtask++) await Promise.resolve();
  expect(rowById(database.db, id)?.state).toBe('released');
  sender.recordNow();
  expect(rowById(database.db, id)).toMatchObject({ state: 'sent' });
});

it('Answers that come together are recorded in one transaction, and the sender looks once for what goes next', async () => {
  const { store, db } = database;
  const ids = inTransaction(store, () =>
    Array.from({ length: 50 }, (_, place) =>
      answer(db, { chatId: 101 + place, personId: null }, { html: plain('¿?') }, startMs),
    ),
  );
  sender.wake();
  await asked;
  const statement = Object.getPrototypeOf(store.sqlite.prepare('select 1')) as Statement;
  const [runs, reads] = [vi.spyOn(statement, 'run'), vi.spyOn(statement, 'all')];
  const ran = (ways: readonly unknown[], source: RegExp) =>
    ways.filter((each) => source.test((each as Statement).source)).length;
  yes();
  await until(() => ids.every((id) => rowById(db, id)?.state === 'sent'), 'all to be on record');
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(ran(runs.mock.contexts, /^BEGIN/)).toBe(1);
  expect(ran(reads.mock.contexts, /order by "outbox"."releaseSeq"/)).toBeLessThan(5);
});
