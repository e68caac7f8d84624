import { readMeta, writeMeta } from '../db/meta.ts';
import type { Db } from '../db/open.ts';
import { isFollowed, knownSince, type PlannedCut } from '../db/plans.ts';
import type { DaysOff } from '../domain/calendar.ts';
import { addDays, localDate, type Moment } from '../domain/dates.ts';
import { whyNotNow } from '../domain/due-interval.ts';
import { notifyNextYear } from '../notices/kinds/next-year.ts';

const seen = 'nextYearsSeen';
/** Days after the last cut has locked in which its coordinators are offered the next year. */
const OFFERED_DAYS = 60;

/**
 * Offers the coordinators the draft of the next year once the last cut of a plan has closed. Looks once a day.
 * @param cuts every cut of every plan, by date
 */
export function offerNextYears(db: Db, cuts: readonly PlannedCut[], now: Moment, daysOff: DaysOff): void {
  const today = localDate(now);
  if (whyNotNow(now, daysOff) !== null || readMeta(db, seen) === today) return;
  const lastCuts = new Map(cuts.map((each) => [each.plan.id, each]));
  for (const last of lastCuts.values()) {
    const { locksAt } = last.window;
    if (now < locksAt || knownSince(last) > locksAt || localDate(locksAt) < addDays(today, -OFFERED_DAYS))
      continue;
    if (isFollowed(db, last.plan.id)) continue;
    notifyNextYear(db, last, now);
  }
  writeMeta(db, seen, today);
}
