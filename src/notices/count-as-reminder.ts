import type { Db } from '../db/open.ts';
import type { OutboxRow } from '../db/outbox-rows.ts';
import { isEnrolled, personById } from '../db/people.ts';
import { supersede, supersededBy } from '../db/reminder-rows.ts';
import { dropUnsent } from '../db/waiting.ts';
import type { LocalDate, Moment } from '../domain/dates.ts';
import { notifyReplacedReminder, reminderOf } from './kinds/reminder.ts';

/**
 * A notice that lists what is pending takes the place of that day's reminder, if it had not gone yet (specification:
 * Reminders): the day's row is settled as not needed, or written so when there is none. Does nothing for somebody
 * who is not enrolled, nor to a reminder that is sent, refused or over.
 * @param notice the row of that notice, which gives the place back when it is not sent; null: what is said at once
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
 * A notice that was to take the place of a day's reminder will not be sent, or lists nothing: that day, and every other
 * into which it waited, has its reminder again if the calendar asks for one. Leaves alone a reminder that was there
 * before the notice, or whose place another took.
 */
export function restoreReminder(db: Db, notice: Pick<OutboxRow, 'id'>): void {
  for (const rowId of supersededBy(db, notice)) dropUnsent(db, rowId);
}
