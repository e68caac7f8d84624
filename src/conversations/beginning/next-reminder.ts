import type { Db } from '../../db/open.ts';
import { daysOff, plannedCuts } from '../../db/plans.ts';
import { reminderDays } from '../../domain/calendar.ts';
import { HOURS } from '../../domain/constants.ts';
import { type Moment, momentAt } from '../../domain/dates.ts';

/** The moments after now at which the calendar reminds people, in any plan: the soonest first. */
export function reminderMoments(db: Db, now: Moment): readonly Moment[] {
  const off = daysOff(db);
  const days = plannedCuts(db).flatMap(({ window, acts }) => reminderDays(window, acts, off));
  const moments = new Set(days.map(({ date }) => momentAt(date, HOURS.reminder)));
  return [...moments].filter((at) => at > now).sort((a, b) => a - b);
}
