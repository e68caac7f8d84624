import { HOURS } from './constants.ts';
import { addDays, type LocalDate, localTime, type Moment, momentAt, weekday } from './dates.ts';
import { isHoliday } from './holidays.ts';

/** Days that this entity does not work although they are no legal holidays. */
export type DaysOff = ReadonlySet<LocalDate>;

const SATURDAY = 6;

/** Whether a day is Monday to Friday, no national holiday and no local day off. */
export function isWorkingDay(date: LocalDate, daysOff: DaysOff): boolean {
  return weekday(date) < SATURDAY && !isHoliday(date) && !daysOff.has(date);
}

/** The day itself when it is a working day, else the first working day after it (Ley 4 of 1913, art. 62). */
export function workingDayOnOrAfter(date: LocalDate, daysOff: DaysOff): LocalDate {
  let day = date;
  while (!isWorkingDay(day, daysOff)) day = addDays(day, 1);
  return day;
}

/** The day itself when it is a working day, else the last working day before it. */
export function workingDayOnOrBefore(date: LocalDate, daysOff: DaysOff): LocalDate {
  let day = date;
  while (!isWorkingDay(day, daysOff)) day = addDays(day, -1);
  return day;
}

/** The first working day strictly after a day. */
export function workingDayAfter(date: LocalDate, daysOff: DaysOff): LocalDate {
  return workingDayOnOrAfter(addDays(date, 1), daysOff);
}

/**
 * The `count`-th working day strictly after `date`; the day itself for 0.
 * @throws on a negative or fractional count.
 */
export function addWorkingDays(date: LocalDate, count: number, daysOff: DaysOff): LocalDate {
  if (!Number.isSafeInteger(count) || count < 0)
    throw new RangeError(`Not a number of working days: ${count}`);
  let day = date;
  for (let left = count; left > 0; left -= 1) day = workingDayAfter(day, daysOff);
  return day;
}

/** Whether the bot may start a message by itself: 07:00 <= t < 19:00 of a working day (Ley 2191 of 2022). */
export function withinHours(moment: Moment, daysOff: DaysOff): boolean {
  const { date, hour } = localTime(moment);
  return hour >= HOURS.from && hour < HOURS.until && isWorkingDay(date, daysOff);
}

/** The first 08:00 of a working day that is not before `moment`. */
export function nextReminderHour(moment: Moment, daysOff: DaysOff): Moment {
  const { date } = localTime(moment);
  const day = moment <= momentAt(date, HOURS.reminder) ? date : addDays(date, 1);
  return momentAt(workingDayOnOrAfter(day, daysOff), HOURS.reminder);
}

/**
 * When a message due at `moment` may go out: at once within the hours, else at the next 08:00 of a working
 * day.
 */
export function soonestAllowed(moment: Moment, daysOff: DaysOff): Moment {
  return withinHours(moment, daysOff) ? moment : nextReminderHour(moment, daysOff);
}
