import type { Db } from '../../db/open.ts';
import type { Position } from '../../db/people.ts';
import { plannedCuts } from '../../db/plans.ts';
import { lastReportsAmong } from '../../db/reports.ts';
import { shortVacantActivities } from '../../db/vacant-positions.ts';
import { asOfCut } from '../../db/without-texts.ts';
import { cutState } from '../../domain/calendar.ts';
import type { Moment } from '../../domain/dates.ts';
import { byPosition, pendingAmong } from '../../summary/missing.ts';

/** The positions without an enrolled holder that have something pending, in any cut, with how many activities. */
export function vacantPositions(
  db: Db,
  moment: Moment,
): readonly { readonly position: Position; readonly pending: number }[] {
  const open = plannedCuts(db).filter(
    ({ window, acts }) => moment >= window.opensAt && cutState(window, acts, moment) !== 'closed',
  );
  const found = shortVacantActivities(db, [...new Set(open.map(({ plan }) => plan.id))], moment);
  const byActivity = Map.groupBy(found, (each) => each.activity.id);
  const positions = new Map([...byActivity].map(([id, own]) => [id, own.map((each) => each.position)]));
  const all = [...byActivity.values()].flatMap(([first]) => first?.activity ?? []);
  const vacant = open.flatMap((planned) => {
    const own = all.filter((each) => each.planId === planned.plan.id);
    const reports = lastReportsAmong(
      db,
      own.map((each) => each.id),
      planned.cut.id,
    );
    return byPosition(db, pendingAmong(asOfCut(own, planned), reports, planned, moment), moment, positions);
  });
  return [...Map.groupBy(vacant, (each) => each.position.id).values()].flatMap((own) => {
    const position = own[0]?.position;
    return position ? [{ position, pending: own.reduce((sum, each) => sum + each.items.length, 0) }] : [];
  });
}
