import type { Db } from '../../db/open.ts';
import {
  type Activity,
  activitiesOfCut,
  activityById,
  type PlannedCut,
  plannedCuts,
} from '../../db/plans.ts';
import {
  everyRevisionOf,
  lastReport,
  lastReportsOfCut,
  type Report,
  revisionsOfCuts,
} from '../../db/reports.ts';
import { type Verification, verdictOn, verdictsOfCut } from '../../db/review.ts';
import { countUnverified } from '../../db/unverified.ts';
import type { Moment } from '../../domain/dates.ts';
import { activityAt } from '../../domain/plan-change.ts';

/** A report that waits for a verdict of Control Interno. */
export type ToVerify = {
  readonly activity: Activity;
  readonly report: Report;
  /** The last verdict on an earlier revision of it. */
  readonly earlier: Verification | null;
};

/** Whether the reports of a cut can be verified: after its closing, including the grace days. */
export function isVerifiable({ window }: Pick<PlannedCut, 'window'>, now: Moment): boolean {
  return now >= Math.min(window.graceFrom, window.locksAt);
}

/** The reports of a cut without a verdict on their last revision, in the form's order. */
export function unverified(db: Db, planned: PlannedCut): readonly ToVerify[] {
  const verdicts = verdictsOfCut(db, planned.cut.id);
  return reportsToVerify(db, planned).filter(({ report }) => !verdicts.has(report.id));
}

/** Every report of a cut, with a verdict or without. */
export function reportsToVerify(db: Db, planned: PlannedCut): readonly ToVerify[] {
  const verdicts = verdictsOfCut(db, planned.cut.id);
  const reports = lastReportsOfCut(db, planned.cut.id);
  const revisions = Map.groupBy(revisionsOfCuts(db, [planned.cut.id]), (each) => each.activityId);
  return activitiesOfCut(db, planned).flatMap((activity): ToVerify[] => {
    const report = reports.get(activity.id);
    if (!report || planned.excluded.has(activity.id)) return [];
    const former = (revisions.get(activity.id) ?? []).findLast(
      (each) => each.id !== report.id && verdicts.has(each.id),
    );
    return [{ activity, report, earlier: verdicts.get(former?.id ?? 0) ?? null }];
  });
}

/** The report of one activity, with a verdict or without; undefined when there is none to verify. */
export function reportToVerify(db: Db, planned: PlannedCut, activityId: number): ToVerify | undefined {
  const stored = activityById(db, activityId);
  const report = lastReport(db, activityId, planned.cut.id);
  if (!stored || !report || planned.excluded.has(activityId)) return undefined;
  for (const former of everyRevisionOf(db, activityId, planned.cut.id).toReversed()) {
    const earlier = former.id === report.id ? undefined : verdictOn(db, former.id);
    if (earlier) return { activity: activityAt(stored, planned), report, earlier };
  }
  return { activity: activityAt(stored, planned), report, earlier: null };
}

/** The cuts with reports that wait for a verdict, the latest first. */
export function cutsToVerify(
  db: Db,
  now: Moment,
): readonly { readonly planned: PlannedCut; readonly left: number }[] {
  return plannedCuts(db)
    .filter((planned) => isVerifiable(planned, now))
    .map((planned) => ({ planned, left: countUnverified(db, planned.cut.id) }))
    .filter(({ left }) => left > 0)
    .toReversed();
}
