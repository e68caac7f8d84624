import type { Db } from '../../db/open.ts';
import type { Position } from '../../db/people.ts';
import { plannedCutsOf } from '../../db/plans.ts';
import { lastReportsAmong } from '../../db/reports.ts';
import { shortVacantActivities } from '../../db/vacant-positions.ts';
import { cutState } from '../../domain/calendar.ts';
import type { Moment } from '../../domain/dates.ts';
import { activityAt } from '../../domain/plan-change.ts';
import { byPosition, pendingAmong } from '../../summary/missing.ts';

/** The positions without an enrolled holder that have something pending, in any cut, with how many activities. */
export function vacantPositions(
  db: Db,
  moment: Moment,
): readonly { readonly position: Position; readonly pending: number }[] {
  const found = shortVacantActivities(db, moment);
  const byActivity = Map.groupBy(found, (each) => each.activity.id);
  const positions = new Map([...byActivity].map(([id, own]) => [id, own.map((each) => each.position)]));
  const ofPlans = Map.groupBy(
    [...byActivity.values()].flatMap(([first]) => first?.activity ?? []),
    (each) => each.planId,
  );
  const vacant = plannedCutsOf(db, [...ofPlans.keys()]).flatMap((planned) => {
    if (cutState(planned.window, planned.acts, moment) === 'closed') return [];
    const activities = (ofPlans.get(planned.plan.id) ?? []).map((each) => activityAt(each, planned));
    const ids = activities.map((each) => each.id);
    const reports = lastReportsAmong(db, ids, planned.cut.id);
    return byPosition(db, pendingAmong(activities, reports, planned, moment), moment, positions);
  });
  return [...Map.groupBy(vacant, (each) => each.position.id).values()].flatMap((own) => {
    const position = own[0]?.position;
    return position ? [{ position, pending: own.reduce((sum, each) => sum + each.items.length, 0) }] : [];
  });
}
