import type { Db } from '../db/open.ts';
import { announce, dropUnsent, reminderKey } from '../db/outbox.ts';
import { type OutboxRow, rowByKey } from '../db/outbox-rows.ts';
import { isEnrolled, personById } from '../db/people.ts';
import { supersede, supersededBy } from '../db/reminder-history.ts';
import type { LocalDate, Moment } from '../domain/dates.ts';

/**
 * A notice that lists what is pending takes the place of that day's reminder, if it had not gone yet (specification:
 * Reminders): the day's row is settled as not needed, or written so when there is none. Does nothing for somebody
 * who is not enrolled, nor to a reminder that is sent, refused or over.
 * @param notice the row of that notice, which gives the place back when it is not said; null: what is said at once
 */
export function countAsReminder(
  db: Db,
  personId: number,
  date: LocalDate,
  now: Moment,
  notice: number | null,
): void {
  const key = reminderKey(personId, date);
  const row = rowByKey(db, key);
  if (row) {
    if (row.state === 'waiting' || row.state === 'released') supersede(db, row.id, null, now);
    return;
  }
  const person = personById(db, personId);
  if (!person || !isEnrolled(person)) return;
  const to = { chatId: person.telegramUserId, personId };
  const id = announce(db, to, { kind: 'reminder', key, message: null, now });
  if (id !== undefined) supersede(db, id, notice, now);
}

/**
 * A notice that was to take the place of a day's reminder will not be said, or lists nothing: that day, and every other
 * into which it waited, has its reminder again if the calendar asks for one. A reminder that was there before the notice,
 * or whose place another took, is none of its business.
 */
export function giveBackReminder(db: Db, notice: OutboxRow): void {
  for (const rowId of supersededBy(db, notice)) dropUnsent(db, rowId);
}
