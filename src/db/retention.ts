import { KEPT } from '../domain/constants.ts';
import type { Moment } from '../domain/dates.ts';
import { and, isNotNull, lt, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { prepared } from './prepared.ts';
import { recordStrangers } from './refused-access.ts';
import { outbox, received } from './schema/index.ts';
import { forgetStrangers } from './strangers.ts';
import { forgetUpdates } from './updates.ts';
import { forgetVisitors } from './visitors.ts';

const day = 24 * 3_600_000;
/** Days. An edit may concern a report until its cut locks; after this long no edit can. */
const receivedDays = 120;

/**
 * Erases what is no longer needed: texts of sent messages (kind, time and outcome stay), ids of updates,
 * hashes of messages, strangers.
 */
export function forgetOldThings(db: Db, now: Moment): void {
  forgetUpdates(db, now);
  forgetStrangers(db, now);
  recordStrangers(db, now);
  forgetVisitors(db, now);
  forgetTexts(db).run({ moment: now - KEPT.messageTextDays * day });
  forgetReceived(db).run({ moment: now - receivedDays * day });
}

const forgetTexts = prepared((db) =>
  db
    .update(outbox)
    .set({ payload: null })
    .where(
      and(
        // The unary plus keeps SQLite from using the index by state, since every row of the year has one of
        // these. Rows that still have a text are found by their age.
        sql`+${outbox.state} in ('sent', 'refused', 'expired', 'notNeeded', 'cancelled')`,
        lt(outbox.settledAt, sql.placeholder('moment')),
        isNotNull(outbox.payload),
      ),
    )
    .prepare(),
);
const forgetReceived = prepared((db) =>
  db
    .delete(received)
    .where(lt(received.at, sql.placeholder('moment')))
    .prepare(),
);
