import type { Moment } from '../domain/dates.ts';
import { and, eq, gte, lt, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { given, prepared } from './prepared.ts';
import { update } from './schema/index.ts';

const keptMs = 8 * 24 * 3_600_000;

type Key = { readonly botId: number; readonly updateId: number };

const stateOf = prepared((db) =>
  db
    .select({ state: update.state })
    .from(update)
    .where(
      and(
        eq(update.botId, sql.placeholder('botId')),
        eq(update.updateId, sql.placeholder('updateId')),
        gte(update.receivedAt, sql.placeholder('since')),
      ),
    )
    .prepare(),
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

/** Records how an update ended; it is never handled again. */
export function endUpdate(
  db: Db,
  key: Key,
  receivedAt: Moment,
  state: 'done' | 'setAside',
  error: string | null,
): void {
  setState(db).run({ ...key, receivedAt, state, error });
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
