import { type DaysOff, nextReminderHour } from './calendar.ts';
import { HOURS, PEOPLE } from './constants.ts';
import { addDays, type LocalDate, type Moment, momentAt } from './dates.ts';

/**
 * When the coordinators are notified of a contract's end: 15 days before, at 08:00 of that day or of the next
 * working one.
 */
export function contractWarningAt(endsOn: LocalDate, off: DaysOff): Moment {
  return nextReminderHour(momentAt(addDays(endsOn, -PEOPLE.contractWarningDays), HOURS.reminder), off);
}
