import type { Db } from '../db/open.ts';
import { announce, reminderKey, rowByKey, settle } from '../db/outbox.ts';
import { isEnrolled, personById } from '../db/people.ts';
import type { LocalDate, Moment } from '../domain/dates.ts';

/**
 * A notice that lists what is pending takes the place of that day's reminder, if it had not gone yet (product.md,
 * *A cut* 3): the day's row is settled as not needed, or written so when there is none. Does nothing for somebody
 * who is not enrolled, nor to a reminder that is sent, refused or over.
 */
export function countAsReminder(db: Db, personId: number, date: LocalDate, now: Moment): void {
  const key = reminderKey(personId, date);
  const row = rowByKey(db, key);
  if (row) {
    if (row.state === 'waiting' || row.state === 'released')
      settle(db, row.id, 'notNeeded', 'superseded', now);
    return;
  }
  const person = personById(db, personId);
  if (!person || !isEnrolled(person)) return;
  const to = { chatId: person.telegramUserId, personId };
  const id = announce(db, to, { kind: 'reminder', key, message: null, now });
  if (id !== undefined) settle(db, id, 'notNeeded', 'superseded', now);
}
