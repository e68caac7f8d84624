/** Reminders as rows of the outbox: one per person and day, in any state. */
import type { LocalDate, Moment } from '../domain/dates.ts';
import { and, desc, eq, gt, gte, inArray, lte, or, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { settle } from './outbox.ts';
import { type OutboxRow, rowColumns } from './outbox-rows.ts';
import { outbox } from './schema/index.ts';

const isReminder = sql`${outbox.kind} = 'reminder'`;
const isSuperseded = and(eq(outbox.state, 'notNeeded'), eq(outbox.reason, 'superseded'));

/** The days, from a date on, for which a person has a reminder's row, in any state. */
export function reminderDatesOf(db: Db, personId: number, from: LocalDate): readonly LocalDate[] {
  return db
    .select({ day: outbox.day })
    .from(outbox)
    .where(and(isReminder, eq(outbox.personId, personId), gte(outbox.day, from)))
    .all()
    .flatMap(({ day }) => day ?? []);
}

/**
 * Supersedes a reminder by a notice that lists what is pending. The reminder's row names that notice, which
 * gives the place back when it is not sent (null: the reminder never comes back).
 */
export function supersede(db: Db, reminderId: number, notice: number | null, now: Moment): void {
  settle(db, reminderId, 'notNeeded', 'superseded', now);
  db.update(outbox).set({ supersededBy: notice }).where(eq(outbox.id, reminderId)).run();
}

/** The reminders, of any day, whose place a notice took. */
export function supersededBy(db: Db, notice: Pick<OutboxRow, 'id'>): readonly number[] {
  return db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.supersededBy, notice.id), isSuperseded))
    .all()
    .map((row) => row.id);
}

/** When a person was last sent a reminder, or a notice in its place; null: never. */
export function lastRemindedAt(db: Db, personId: number): Moment | null {
  const row = db
    .select({ at: outbox.settledAt })
    .from(outbox)
    .where(and(isReminder, eq(outbox.personId, personId), or(eq(outbox.state, 'sent'), isSuperseded)))
    .orderBy(desc(outbox.settledAt))
    .limit(1)
    .get();
  return row?.at ?? null;
}

/** Reminders that have not gone, whether or not the tick has released them. */
export function openReminders(db: Db): readonly OutboxRow[] {
  return db
    .select(rowColumns)
    .from(outbox)
    .where(and(eq(outbox.kind, 'reminder'), inArray(outbox.state, ['waiting', 'released'])))
    .all();
}

/** Reminders whose time ended in `(after, until]` before they left. */
export function remindersUnsentBetween(
  db: Db,
  after: Moment,
  until: Moment,
): readonly Pick<OutboxRow, 'personId' | 'day' | 'releaseSeq' | 'expiresAt'>[] {
  return db
    .select({
      personId: outbox.personId,
      day: outbox.day,
      releaseSeq: outbox.releaseSeq,
      expiresAt: outbox.expiresAt,
    })
    .from(outbox)
    .where(
      and(
        eq(outbox.kind, 'reminder'),
        inArray(outbox.state, ['waiting', 'released', 'expired']),
        gt(outbox.expiresAt, after),
        lte(outbox.expiresAt, until),
      ),
    )
    .all();
}
