import type { Db } from '../../db/open.ts';
import type { PlannedCut } from '../../db/plans.ts';
import { asOfCut, type CountedActivity, countedActivities, recordedInCut } from '../../db/without-texts.ts';
import { startsLater } from '../../domain/programming.ts';
import { begunBy } from '../../domain/progress.ts';
import { retiredFrom } from '../../domain/retirement.ts';

/** How many activities of a cut have a report, of those that it counts. */
export type CutCoverage = { readonly asked: number; readonly reported: number };

/** @param stored all of its plan, which other cuts share */
export function coverageOf(
  db: Db,
  planned: PlannedCut,
  stored: readonly CountedActivity[] = countedActivities(db, planned.plan.id),
): CutCoverage {
  const { cut, window, excluded } = planned;
  const reports = recordedInCut(db, cut.id);
  const counted = asOfCut(stored, planned).filter((activity) => {
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
