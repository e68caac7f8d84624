import { afterEach, beforeEach, expect, it } from 'vitest';
import { inTransaction } from '../../src/db/open.ts';
import { answer } from '../../src/db/outbox.ts';
import { rowById } from '../../src/db/outbox-rows.ts';
import { createManualClock } from '../../src/simulator/index.ts';
import type { Api } from '../../src/telegram/client.ts';
import { telegramRate } from '../../src/telegram/pace.ts';
import { type Sender, startSender } from '../../src/telegram/sender.ts';
import { plain } from '../../src/texts/html.ts';
import { type Database, openDatabase } from '../world/database.ts';
import { silent } from '../world/log.ts';
import { startMs } from './post-office.ts';

let database: Database;
let sender: Sender;
let stop: AbortController;
let yes: () => void;
let asked: Promise<void>;

beforeEach(() => {
  database = openDatabase();
  stop = new AbortController();
  const call = Promise.withResolvers<void>();
  asked = call.promise;
  const api = {
    call: () => {
      call.resolve();
      return new Promise((resolve) => {
        yes = () => resolve({ ok: true, result: { message_id: 7, date: 1 } });
      });
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
      rate: telegramRate,
      notices,
    },
    stop.signal,
  );
});
afterEach(async () => {
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
