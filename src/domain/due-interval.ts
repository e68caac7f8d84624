import { HOURS } from './constants.ts';
import { addDays, type LocalDate, localDate, localTime, type Moment, momentAt } from './dates.ts';
import { type DaysOff, withinHours } from './working-days.ts';

/** The undecided interval: the moments `(from, to]` that a tick decides about. */
export type UndecidedInterval = { readonly from: Moment; readonly to: Moment };

/**
 * Why the bot decides nothing by itself at a moment, or null when it may: within the hours and not before
 * 08:00, when everything that fell due outside the hours is decided (specification: Hours).
 */
export function whyNotNow(now: Moment, daysOff: DaysOff): 'outsideHours' | 'notYet' | null {
  if (!withinHours(now, daysOff)) return 'outsideHours';
  return localTime(now).hour < HOURS.reminder ? 'notYet' : null;
}

/**
 * The undecided interval at `now`. It starts at midnight if the last decision is missing, or in the future
 * because the clock was wrong. A notice of today has its key and does not go twice, and nothing stays
 * undecided until the clock is back where it was.
 */
export function undecided(decidedUntil: Moment | null, now: Moment): UndecidedInterval {
  const from = decidedUntil === null || decidedUntil > now ? momentAt(localDate(now), 0) : decidedUntil;
  return { from, to: now };
}

/** Whether a moment is in the interval. */
export function isIn(interval: UndecidedInterval, moment: Moment): boolean {
  return interval.from < moment && moment <= interval.to;
}

/**
 * Whether the interval includes 08:00 of any day. Without it no reminder and no summary of the calendar is
 * due.
 */
export function holdsReminderHour(interval: UndecidedInterval): boolean {
  const day: LocalDate = localDate(interval.from);
  return (
    isIn(interval, momentAt(day, HOURS.reminder)) || isIn(interval, momentAt(addDays(day, 1), HOURS.reminder))
  );
}
