import type { Db } from '../db/open.ts';
import type { OutboxRow } from '../db/outbox-rows.ts';
import { isEnrolled, personById } from '../db/people.ts';
import { supersede, supersededBy } from '../db/reminder-rows.ts';
import { dropUnsent } from '../db/waiting.ts';
import type { LocalDate, Moment } from '../domain/dates.ts';
import { notifyReplacedReminder, reminderOf } from './kinds/reminder.ts';

/**
 * Lets a notice that lists what is pending replace that day's reminder, if the reminder has not gone yet
 * (specification: Reminders). The reminder's row is settled as not needed; without a row, one is written so.
 * Does nothing for somebody who is not enrolled, nor to a reminder that is sent, refused or over.
 * @param notice the row of that notice, which gives the place back when it is not sent; null: an answer that
 * is sent at once
 */
export function countAsReminder(
  db: Db,
  personId: number,
  date: LocalDate,
  now: Moment,
  notice: number | null,
): void {
  const row = reminderOf(db, personId, date);
  if (row) {
    if (row.state === 'waiting' || row.state === 'released') supersede(db, row.id, null, now);
    return;
  }
  const person = personById(db, personId);
  if (!person || !isEnrolled(person)) return;
  const id = notifyReplacedReminder(db, person, date, now);
  if (id !== undefined) supersede(db, id, notice, now);
}

/**
 * Restores the reminders that a notice replaced, because the notice will not be sent or lists nothing: that
 * day's, and those of other days into which it waited, wherever the calendar asks for one. Leaves other
 * reminders untouched.
 */
export function restoreReminder(db: Db, notice: Pick<OutboxRow, 'id'>): void {
  for (const rowId of supersededBy(db, notice)) dropUnsent(db, rowId);
}
