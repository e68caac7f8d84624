import type { Db } from '../db/open.ts';
import { announce, dropUnsent, reminderKey, settle } from '../db/outbox.ts';
import { type OutboxRow, rowByKey } from '../db/outbox-rows.ts';
import { isEnrolled, personById } from '../db/people.ts';
import { daysOff } from '../db/plans.ts';
import { soonestAllowed } from '../domain/calendar.ts';
import { type LocalDate, localDate, type Moment } from '../domain/dates.ts';

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

/**
 * A notice that was to take the place of a day's reminder will not be said: that day has its reminder again, if the
 * calendar asks for one. A reminder that was there before the notice is none of its business.
 */
export function giveBackReminder(db: Db, notice: OutboxRow): void {
  if (notice.personId === null) return;
  const date = localDate(soonestAllowed(notice.createdAt, daysOff(db)));
  const row = rowByKey(db, reminderKey(notice.personId, date));
  if (row?.reason === 'superseded' && row.createdAt === notice.createdAt) dropUnsent(db, row.id);
}
