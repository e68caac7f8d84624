import type { Db, Store } from '../db/open.ts';
import { inSavepoint, inTransaction } from '../db/open.ts';
import { isStorageTrouble } from '../db/storage-trouble.ts';
import { beginUpdate, setUpdateAside, takeUpdate, updateState } from '../db/updates.ts';
import type { Moment } from '../domain/dates.ts';
import type { Event } from '../domain/events.ts';
import { readUpdate, type Update } from './updates.ts';

/**
 * What to do with an event, and what to tell its person when handling it failed for good. Both run on the
 * open transaction.
 */
export type Handlers = {
  readonly handle: (db: Db, event: Event, now: Moment) => void;
  readonly apologise: (db: Db, event: Event, now: Moment) => void;
};

export type SetAside = { readonly updateId: number; readonly error: string };

const tries = 3;

/**
 * Handles a batch in ONE transaction. The id of each update is recorded in it, so a redelivered update
 * changes nothing. When a handler throws, the transaction is undone and begun anew with a savepoint for each
 * update (which costs a tenth more per answer). The update that throws is rolled back alone. After three more
 * tries it is set aside in the same transaction, and its person is told.
 * @returns what was set aside.
 * @throws when the storage fails (disk full, I/O): the whole batch is undone.
 */
export function handleBatch(
  store: Store,
  botId: number,
  raw: readonly unknown[],
  receivedAt: Moment,
  handlers: Handlers,
): readonly SetAside[] {
  const updates = inOrder(raw, receivedAt);
  try {
    return inTransaction(store, (db) => {
      for (const each of updates) handleNew(db, botId, each, receivedAt, handlers);
      return [];
    });
  } catch (error) {
    if (isStorageTrouble(error)) throw error;
  }
  return inTransaction(store, (db) =>
    updates.flatMap((each) => handleOne(store, db, botId, each, receivedAt, handlers)),
  );
}

/**
 * Handles updates after an unclean end: each has a transaction of its own, and its id is written before, in
 * another one. An update that was begun in an earlier process and never ended probably kills the process, so
 * it is set aside.
 * @param begunNow ids that this process began, kept over its retries: a full disk in between does not end the
 * process.
 */
export function handleCarefully(
  store: Store,
  botId: number,
  raw: readonly unknown[],
  receivedAt: Moment,
  handlers: Handlers,
  begunNow: Set<number> = new Set(),
): readonly SetAside[] {
  return inOrder(raw, receivedAt).flatMap((each) => {
    const key = { botId, updateId: each.updateId };
    const state = inTransaction(store, (db) => {
      const before = updateState(db, key, receivedAt);
      if (before === undefined) beginUpdate(db, key, receivedAt);
      return before;
    });
    const killed = state === 'begun' && !begunNow.has(each.updateId);
    begunNow.add(each.updateId);
    return inTransaction(store, (db) =>
      killed
        ? setAside(store, db, botId, each, receivedAt, 'the process ended while handling it', handlers)
        : handleOne(store, db, botId, each, receivedAt, handlers),
    );
  });
}

function handleOne(
  store: Store,
  db: Db,
  botId: number,
  each: Update,
  receivedAt: Moment,
  handlers: Handlers,
): readonly SetAside[] {
  let reason = '';
  for (let attempt = 1; attempt <= tries; attempt++) {
    try {
      inSavepoint(store, () => handleNew(db, botId, each, receivedAt, handlers));
      return [];
    } catch (error) {
      if (!store.sqlite.inTransaction || isStorageTrouble(error)) throw error;
      reason = error instanceof Error ? `${error.name} at ${placeOf(error)}` : 'unknown';
    }
  }
  return setAside(store, db, botId, each, receivedAt, reason, handlers);
}

/** Does nothing with an update that was handled before. */
function handleNew(
  db: Db,
  botId: number,
  { updateId, event }: Update,
  receivedAt: Moment,
  handlers: Handlers,
): void {
  if (takeUpdate(db, { botId, updateId }, receivedAt) && event) handlers.handle(db, event, receivedAt);
}

function setAside(
  store: Store,
  db: Db,
  botId: number,
  each: Update,
  receivedAt: Moment,
  error: string,
  handlers: Handlers,
): readonly SetAside[] {
  setUpdateAside(db, { botId, updateId: each.updateId }, receivedAt, error);
  const { event } = each;
  if (event) tell(store, () => handlers.apologise(db, event, receivedAt));
  return [{ updateId: each.updateId, error }];
}

/** An apology that fails must not fail the batch too. */
function tell(store: Store, apologise: () => void): void {
  try {
    inSavepoint(store, apologise);
  } catch (error) {
    if (!store.sqlite.inTransaction || isStorageTrouble(error)) throw error;
  }
}

function inOrder(raw: readonly unknown[], receivedAt: Moment): readonly Update[] {
  return raw
    .flatMap((each) => readUpdate(each, receivedAt) ?? [])
    .toSorted((a, b) => a.updateId - b.updateId);
}

/** Names the first line of our code in the stack: the error's message may hold what people wrote. */
function placeOf(error: Error): string {
  const line = error.stack?.split('\n').find((each) => each.includes('/src/')) ?? '';
  return /src\/[\w./-]+:\d+/.exec(line)?.[0] ?? 'unknown place';
}
