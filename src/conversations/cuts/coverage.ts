import type { Db } from '../../db/open.ts';
import { activitiesOfCut, type PlannedCut } from '../../db/plans.ts';
import { lastReportsOfCut } from '../../db/reports.ts';
import { startsLater } from '../../domain/programming.ts';
import { begunBy } from '../../domain/progress.ts';
import { retiredFrom } from '../../domain/retirement.ts';

/** How many activities of a cut have a report, of those that it counts. */
export type CutCoverage = { readonly asked: number; readonly reported: number };

export function coverageOf(db: Db, planned: PlannedCut): CutCoverage {
  const { cut, window, excluded } = planned;
  const reports = lastReportsOfCut(db, cut.id);
  const counted = activitiesOfCut(db, planned).filter((activity) => {
    if (!begunBy(activity.startsOn, cut.date) || excluded.has(activity.id)) return false;
    if (startsLater(activity, cut) && !reports.has(activity.id)) return false;
    const retired = retiredFrom(activity, window);
    return retired === null || (retired === 'meanwhile' && reports.has(activity.id));
  });
  return {
    asked: counted.length,
    reported: counted.filter((activity) => reports.has(activity.id)).length,
  };
}
