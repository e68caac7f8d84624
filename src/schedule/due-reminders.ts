import { readMoment, writeMeta } from '../db/meta.ts';
import type { Db } from '../db/open.ts';
import { settle } from '../db/outbox.ts';
import type { DaysOff } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import { dueFor } from '../domain/due.ts';
import { holdsReminderHour, undecided, whyNotNow } from '../domain/due-interval.ts';
import { notifyReminder } from '../notices/kinds/reminder.ts';
import { remindersDecidedUntil } from './decided-until.ts';
import { reminderFacts } from './reminder-facts.ts';

/**
 * Writes a reminder for everybody who is due one now; its text is made when it is sent. A reminder that
 * cannot be delivered is written too, as refused, so that it is listed and can be sent again.
 * @returns how many were written.
 */
export function writeDueReminders(db: Db, now: Moment, daysOff: DaysOff): number {
  if (whyNotNow(now, daysOff) !== null) return 0;
  const interval = undecided(readMoment(db, remindersDecidedUntil), now);
  writeMeta(db, remindersDecidedUntil, String(now));
  if (!holdsReminderHour(interval)) return 0;
  let written = 0;
  for (const { person, facts } of reminderFacts(db, interval, daysOff)) {
    const due = dueFor(facts, interval, daysOff);
    if (due.due === 'none') continue;
    const id = notifyReminder(db, person, due.date, now);
    if (id === undefined) continue;
    written++;
    if (!due.reachable) settle(db, id, 'refused', person.unreachableReason ?? 'unreachable', now);
  }
  return written;
}
