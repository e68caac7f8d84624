import type { Db } from '../../../db/open.ts';
import { activitiesOfPerson, activityOfPerson } from '../../../db/own-activities.ts';
import { type Activity, type PlannedCut, plannedCut, plannedCutsOf } from '../../../db/plans.ts';
import { lastReportsAmong, type Report } from '../../../db/reports.ts';
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
  const own = activitiesOfPerson(db, personId, moment).map((each) => each.activity);
  const cuts = plannedCutsOf(db, [...new Set(own.map((each) => each.planId))]);
  const latest = [...Map.groupBy(openedCuts(cuts, moment), (each) => each.plan.id).values()].flatMap(
    ([first]) => first ?? [],
  );
  return latest
    .toSorted((a, b) => a.window.closingDate.localeCompare(b.window.closingDate) || a.plan.id - b.plan.id)
    .flatMap((planned) => ofCut(db, own, planned, moment));
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
  const own = activityOfPerson(db, personId, of.activityId, moment);
  return own && ofCut(db, [own.activity], planned, moment)[0];
}

/** The activities that were asked, and those that were reported and are not asked any more. */
function ofCut(
  db: Db,
  activities: readonly Activity[],
  planned: PlannedCut,
  moment: Moment,
): readonly PastActivity[] {
  const own = activities.filter((each) => each.planId === planned.plan.id);
  const ids = own.map((each) => each.id);
  const reports = lastReportsAmong(db, ids, planned.cut.id);
  return own
    .map((each) => ({ ...planned, activity: activityAt(each, planned), report: reports.get(each.id) }))
    .filter(({ activity, report }) => {
      if (!isAsked(activity, planned, moment)) return report !== undefined;
      return !takesReports(planned.window, planned.acts, activity.id, moment).takes;
    })
    .toSorted((a, b) => a.activity.place - b.activity.place);
}
