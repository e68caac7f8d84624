import type { LocalDate, Moment } from '../domain/dates.ts';
import { and, desc, eq, gte, inArray, like, lt, lte, or } from './drizzle.ts';
import type { Db } from './open.ts';
import { settle } from './outbox.ts';
import type { OutboxRow } from './outbox-rows.ts';
import { audit, outbox } from './schema/index.ts';

/** The days from a date on for which a person has a reminder's row, whatever became of it. */
export function reminderDatesOf(db: Db, personId: number, from: LocalDate): readonly LocalDate[] {
  const start = `reminder:${personId}:`;
  return db
    .select({ key: outbox.key })
    .from(outbox)
    .where(
      and(eq(outbox.kind, 'reminder'), like(outbox.key, `${start}%`), gte(outbox.key, `${start}${from}`)),
    )
    .all()
    .flatMap((row) => row.key?.slice(start.length) ?? []);
}

/** What lists what is pending takes the place of a reminder, whose `edits` names it from then on (null: nobody's to give back). */
export function supersede(db: Db, reminderId: number, notice: number | null, now: Moment): void {
  settle(db, reminderId, 'notNeeded', 'superseded', now);
  db.update(outbox).set({ edits: notice }).where(eq(outbox.id, reminderId)).run();
}

/** The reminders' rows whose place a notice took, of whatever day. */
export function supersededBy(db: Db, notice: OutboxRow): readonly number[] {
  if (notice.personId === null) return [];
  const start = `reminder:${notice.personId}:`;
  return db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        gte(outbox.key, start),
        lt(outbox.key, `${start}\u{10ffff}`),
        eq(outbox.state, 'notNeeded'),
        eq(outbox.reason, 'superseded'),
        eq(outbox.edits, notice.id),
      ),
    )
    .all()
    .map((row) => row.id);
}

/** When a person was last reminded, or told what takes a reminder's place; null: never. */
export function lastRemindedAt(db: Db, personId: number): Moment | null {
  const row = db
    .select({ at: outbox.settledAt })
    .from(outbox)
    .where(
      and(
        eq(outbox.kind, 'reminder'),
        eq(outbox.personId, personId),
        or(eq(outbox.state, 'sent'), and(eq(outbox.state, 'notNeeded'), eq(outbox.reason, 'superseded'))),
      ),
    )
    .orderBy(desc(outbox.settledAt))
    .limit(1)
    .get();
  return row?.at ?? null;
}

/** When a person whose account is gone left, or was found not to be that person; null: there never was one. */
export function goneSince(db: Db, personId: number, until: Moment): Moment | null {
  const row = db
    .select({ at: audit.at })
    .from(audit)
    .where(
      and(
        eq(audit.personId, personId),
        inArray(audit.act, ['left', 'enrolmentUndone']),
        lte(audit.at, until),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(1)
    .get();
  return row?.at ?? null;
}

/** Keeps why a row waits, so that it is known if its time ends. */
export function noteHeld(db: Db, row: OutboxRow, reason: 'conversation'): void {
  if (row.reason !== reason) db.update(outbox).set({ reason }).where(eq(outbox.id, row.id)).run();
}
