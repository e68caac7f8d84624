/** Reminders as rows of the outbox: one a person and day, whatever became of it. */
import type { LocalDate, Moment } from '../domain/dates.ts';
import { and, desc, eq, gt, gte, inArray, lte, or, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { settle } from './outbox.ts';
import { type OutboxRow, rowColumns } from './outbox-rows.ts';
import { outbox } from './schema/index.ts';

const isReminder = sql`${outbox.kind} = 'reminder'`;
const isSuperseded = and(eq(outbox.state, 'notNeeded'), eq(outbox.reason, 'superseded'));

/** The days from a date on for which a person has a reminder's row, whatever became of it. */
export function reminderDatesOf(db: Db, personId: number, from: LocalDate): readonly LocalDate[] {
  return db
    .select({ day: outbox.day })
    .from(outbox)
    .where(and(isReminder, eq(outbox.personId, personId), gte(outbox.day, from)))
    .all()
    .flatMap(({ day }) => day ?? []);
}

/** What lists what is pending takes the place of a reminder, which names it from then on (null: nobody's to give back). */
export function supersede(db: Db, reminderId: number, notice: number | null, now: Moment): void {
  settle(db, reminderId, 'notNeeded', 'superseded', now);
  db.update(outbox).set({ supersededBy: notice }).where(eq(outbox.id, reminderId)).run();
}

/** The reminders' rows whose place a notice took, of whatever day. */
export function supersededBy(db: Db, notice: Pick<OutboxRow, 'id'>): readonly number[] {
  return db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.supersededBy, notice.id), isSuperseded))
    .all()
    .map((row) => row.id);
}

/** When a person was last reminded, or told what takes a reminder's place; null: never. */
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

/** Reminders that have not gone, whether the tick has let them go or not. */
export function openReminders(db: Db): readonly OutboxRow[] {
  return db
    .select(rowColumns)
    .from(outbox)
    .where(and(eq(outbox.kind, 'reminder'), inArray(outbox.state, ['waiting', 'released'])))
    .all();
}

/** Reminder rows whose time ended in `(after, until]` without their having left. */
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
