import { type DaysOff, workingDayAfter } from './calendar.ts';
import { HOURS } from './constants.ts';
import { type LocalDate, localDate, type Moment, momentAt } from './dates.ts';

/**
 * The day of *Recordarme mañana*: the next working day after today, if something pending still takes reports
 * at its 08:00 (specification: Reminders). Null when nothing does.
 * @param pending what is pending, each with the first moment (epoch ms) at which it takes no report
 */
export function snoozeDate(
  pending: readonly { readonly until: Moment }[],
  now: Moment,
  daysOff: DaysOff,
): LocalDate | null {
  const date = workingDayAfter(localDate(now), daysOff);
  const moment = momentAt(date, HOURS.reminder);
  return pending.some((task) => task.until > moment) ? date : null;
}
