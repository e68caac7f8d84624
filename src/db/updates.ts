import type { Moment } from '../domain/dates.ts';
import { and, eq, gte, lt, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { given, prepared, selecting } from './prepared.ts';
import { update } from './schema/index.ts';

const keptMs = 8 * 24 * 3_600_000;

type Key = { readonly botId: number; readonly updateId: number };

const stateOf = selecting({ state: update.state }, (rows) =>
  rows
    .from(update)
    .where(
      and(
        eq(update.botId, sql.placeholder('botId')),
        eq(update.updateId, sql.placeholder('updateId')),
        gte(update.receivedAt, sql.placeholder('since')),
      ),
    ),
);

/**
 * The state of an id within the last 8 days. An older one is another update to which Telegram gave the same
 * id.
 */
export function updateState(db: Db, key: Key, now: Moment): 'begun' | 'done' | 'setAside' | undefined {
  return stateOf(db).get({ ...key, since: now - keptMs })?.state;
}

const setState = prepared((db) =>
  db
    .insert(update)
    .values({
      botId: sql.placeholder('botId'),
      updateId: sql.placeholder('updateId'),
      receivedAt: sql.placeholder('receivedAt'),
      state: sql.placeholder('state'),
      error: sql.placeholder('error'),
    })
    .onConflictDoUpdate({
      target: [update.botId, update.updateId],
      set: {
        receivedAt: given('receivedAt', update.receivedAt),
        state: given('state', update.state),
        error: given('error', update.error),
      },
    })
    .prepare(),
);

/**
 * Notes an update before it is handled on its own, so that an update that kills the process is recognised the
 * second time.
 */
export function beginUpdate(db: Db, key: Key, receivedAt: Moment): void {
  setState(db).run({ ...key, receivedAt, state: 'begun', error: null });
}

/** Sets an update aside; it is never handled again. */
export function setUpdateAside(db: Db, key: Key, receivedAt: Moment, error: string): void {
  setState(db).run({ ...key, receivedAt, state: 'setAside', error });
}

const take = prepared((db) =>
  db
    .insert(update)
    .values({
      botId: sql.placeholder('botId'),
      updateId: sql.placeholder('updateId'),
      receivedAt: sql.placeholder('receivedAt'),
      state: 'done',
      error: null,
    })
    .onConflictDoUpdate({
      target: [update.botId, update.updateId],
      set: { receivedAt: given('receivedAt', update.receivedAt), state: 'done', error: null },
      setWhere: sql`${update.state} = 'begun' or ${update.receivedAt} < ${sql.placeholder('since')}`,
    })
    .prepare(),
);

/**
 * Records an update as done, in the transaction that handles it.
 * @returns false when it was handled before: its state within the last 8 days is `done` or `setAside`.
 */
export function takeUpdate(db: Db, key: Key, receivedAt: Moment): boolean {
  return take(db).run({ ...key, receivedAt, since: receivedAt - keptMs }).changes > 0;
}

/** Erases each id after 8 days: after a week without updates Telegram may start at any id. */
export function forgetUpdates(db: Db, now: Moment): void {
  dropDoneBefore(db).run({ moment: now - keptMs });
}

const dropDoneBefore = prepared((db) =>
  db
    .delete(update)
    .where(and(lt(update.receivedAt, sql.placeholder('moment')), eq(update.state, 'done')))
    .prepare(),
);
