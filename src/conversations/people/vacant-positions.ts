import type { Db } from '../../db/open.ts';
import type { Position } from '../../db/people.ts';
import { plannedCuts } from '../../db/plans.ts';
import type { Moment } from '../../domain/dates.ts';
import { byPosition, pendingActivities } from '../../summary/missing.ts';

/** The positions without an enrolled holder that have something pending, in any cut, with how many activities. */
export function vacantPositions(
  db: Db,
  moment: Moment,
): readonly { readonly position: Position; readonly pending: number }[] {
  const vacant = plannedCuts(db).flatMap((planned) =>
    byPosition(db, pendingActivities(db, planned, moment), moment).filter((each) => each.vacant),
  );
  return [...Map.groupBy(vacant, (each) => each.position.id).values()].flatMap((own) => {
    const position = own[0]?.position;
    return position ? [{ position, pending: own.reduce((sum, each) => sum + each.items.length, 0) }] : [];
  });
}
