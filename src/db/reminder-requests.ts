import type { Db } from './open.ts';
import { reminderRequest } from './schema/index.ts';

export type ReminderRequest = typeof reminderRequest.$inferSelect;

/** Asks for a reminder at 08:00 of a day; asked twice it is one. */
export function requestReminder(db: Db, request: ReminderRequest): void {
  db.insert(reminderRequest).values(request).onConflictDoNothing().run();
}
