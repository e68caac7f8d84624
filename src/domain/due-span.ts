import { HOURS } from './constants.ts';
import { addDays, type LocalDate, localDate, localTime, type Moment, momentAt } from './dates.ts';
import { type DaysOff, withinHours } from './working-days.ts';

/** What a tick decides about: the moments in `(from, to]`. */
export type Span = { readonly from: Moment; readonly to: Moment };

/**
 * Why nothing by itself is decided at a moment, or null when it is: within the hours and not before 08:00, for which
 * everything that fell due outside them waits (specification: Hours).
 */
export function closedFor(now: Moment, daysOff: DaysOff): 'outsideHours' | 'notYet' | null {
  if (!withinHours(now, daysOff)) return 'outsideHours';
  return localTime(now).hour < HOURS.reminder ? 'notYet' : null;
}

/**
 * What is still to be decided at `now`. Without a former decision, or with one that lies in the future because the
 * clock was wrong, from the start of today: what was sent today has its key and is not sent again, and nothing stays
 * undecided until the clock is back where it was.
 */
export function undecided(decidedUntil: Moment | null, now: Moment): Span {
  const from = decidedUntil === null || decidedUntil > now ? momentAt(localDate(now), 0) : decidedUntil;
  return { from, to: now };
}

/** Whether a moment is one the span decides about. */
export function isIn(span: Span, moment: Moment): boolean {
  return span.from < moment && moment <= span.to;
}

/** Whether the span holds an 08:00 of any day; without one no reminder and no summary of the calendar is due. */
export function holdsReminderHour(span: Span): boolean {
  const day: LocalDate = localDate(span.from);
  return isIn(span, momentAt(day, HOURS.reminder)) || isIn(span, momentAt(addDays(day, 1), HOURS.reminder));
}
