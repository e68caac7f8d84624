import type { LocalDate } from '../domain/dates.ts';
import { eq } from './drizzle.ts';
import type { Db } from './open.ts';
import { reminderRequest } from './schema/index.ts';

export type ReminderRequest = typeof reminderRequest.$inferSelect;

/** Asks for a reminder at 08:00 of a day; asked twice it is one. */
export function requestReminder(db: Db, request: ReminderRequest): void {
  db.insert(reminderRequest).values(request).onConflictDoNothing().run();
}

export function requestedReminders(
  db: Db,
  personId: number,
): readonly { readonly date: LocalDate; readonly reason: ReminderRequest['reason']; readonly at: number }[] {
  return db.select().from(reminderRequest).where(eq(reminderRequest.personId, personId)).all();
}
