import type { Moment } from '../domain/dates.ts';
import { and, eq, gte, lt } from './drizzle.ts';
import type { Db } from './open.ts';
import { update } from './schema/index.ts';

const keptMs = 8 * 24 * 3_600_000;

type Key = { readonly botId: number; readonly updateId: number };

/** What became of an id within the last 8 days; one older is another update that Telegram gave the same id. */
export function updateState(db: Db, key: Key, now: Moment): 'begun' | 'done' | 'setAside' | undefined {
  return db
    .select({ state: update.state })
    .from(update)
    .where(and(isKey(key), gte(update.receivedAt, now - keptMs)))
    .get()?.state;
}

/** Written before an update is handled on its own, so that one that kills the process is known by its second time. */
export function beginUpdate(db: Db, key: Key, receivedAt: Moment): void {
  db.insert(update)
    .values({ ...key, receivedAt, state: 'begun' })
    .onConflictDoUpdate({
      target: [update.botId, update.updateId],
      set: { state: 'begun', receivedAt, error: null },
    })
    .run();
}

/** Records how an update ended; never again handled. */
export function endUpdate(
  db: Db,
  key: Key,
  receivedAt: Moment,
  state: 'done' | 'setAside',
  error: string | null,
): void {
  db.insert(update)
    .values({ ...key, receivedAt, state, error })
    .onConflictDoUpdate({ target: [update.botId, update.updateId], set: { state, error, receivedAt } })
    .run();
}

/** Ids are kept 8 days, one by one: after a week without updates Telegram may start anywhere. */
export function forgetUpdates(db: Db, now: Moment): void {
  db.delete(update)
    .where(and(lt(update.receivedAt, now - keptMs), eq(update.state, 'done')))
    .run();
}

function isKey(key: Key) {
  return and(eq(update.botId, key.botId), eq(update.updateId, key.updateId));
}
