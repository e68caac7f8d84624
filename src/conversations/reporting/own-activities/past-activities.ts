import type { Db } from '../../../db/open.ts';
import { activitiesOfPerson } from '../../../db/own-activities.ts';
import { type Activity, allPlans, type PlannedCut, plannedCut, plannedCuts } from '../../../db/plans.ts';
import { lastReportsOfCut, type Report } from '../../../db/reports.ts';
import { isAsked } from '../../../db/tasks.ts';
import { takesReports } from '../../../domain/calendar.ts';
import type { Moment } from '../../../domain/dates.ts';
import { activityAt } from '../../../domain/plan-change.ts';
import { openedCuts } from '../../../summary/find-cut.ts';

/** One activity of a person at a cut that takes no report for it any more. */
export type PastActivity = PlannedCut & {
  readonly activity: Activity;
  readonly report: Report | undefined;
};

/** A person's activities at the latest opened cut of each plan, by closing date, plan and number. */
export function pastActivities(db: Db, personId: number, moment: Moment): readonly PastActivity[] {
  const all = plannedCuts(db);
  const latest = allPlans(db).flatMap(
    (plan) =>
      openedCuts(
        all.filter((each) => each.plan.id === plan.id),
        moment,
      )[0] ?? [],
  );
  return latest
    .toSorted((a, b) => a.window.closingDate.localeCompare(b.window.closingDate) || a.plan.id - b.plan.id)
    .flatMap((planned) => ofCut(db, personId, planned, moment));
}

/** One of them, at any opened cut that takes no report for it now. */
export function pastActivity(
  db: Db,
  personId: number,
  of: { readonly activityId: number; readonly cutId: number },
  moment: Moment,
): PastActivity | undefined {
  const planned = plannedCut(db, of.cutId);
  if (!planned || planned.window.opensAt > moment) return undefined;
  return ofCut(db, personId, planned, moment).find((each) => each.activity.id === of.activityId);
}

/** The activities that were asked, and those that were reported and are not asked any more. */
function ofCut(db: Db, personId: number, planned: PlannedCut, moment: Moment): readonly PastActivity[] {
  const reports = lastReportsOfCut(db, planned.cut.id);
  return activitiesOfPerson(db, personId, moment)
    .map(({ activity }) => ({
      ...planned,
      activity: activityAt(activity, planned),
      report: reports.get(activity.id),
    }))
    .filter(({ activity, report }) => {
      if (activity.planId !== planned.plan.id) return false;
      if (!isAsked(activity, planned, moment)) return report !== undefined;
      return !takesReports(planned.window, planned.acts, activity.id, moment).takes;
    })
    .toSorted((a, b) => a.activity.place - b.activity.place);
}
