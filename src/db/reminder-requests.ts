import type { LocalDate } from '../domain/dates.ts';
import type { RequestedDay } from '../domain/due-pending.ts';
import { and, eq, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { reminderRequest } from './schema/index.ts';

export type ReminderRequest = typeof reminderRequest.$inferSelect;

/** Asks for a reminder at 08:00 of a day. Two requests give one reminder. */
export function requestReminder(db: Db, request: ReminderRequest): void {
  db.insert(reminderRequest).values(request).onConflictDoNothing().run();
}

/** A requested reminder, with when it was first requested. */
export function reminderRequestOf(
  db: Db,
  of: Pick<ReminderRequest, 'personId' | 'date' | 'reason'>,
): ReminderRequest | undefined {
  return db
    .select()
    .from(reminderRequest)
    .where(
      and(
        eq(reminderRequest.personId, of.personId),
        eq(reminderRequest.date, of.date),
        eq(reminderRequest.reason, of.reason),
      ),
    )
    .get();
}

/** Reminders requested from a day on, by person. */
export function requestsFrom(db: Db, date: LocalDate): ReadonlyMap<number, readonly RequestedDay[]> {
  const rows = db.select().from(reminderRequest).where(sql`${reminderRequest.date} >= ${date}`).all();
  return Map.groupBy(rows, (row) => row.personId);
}
