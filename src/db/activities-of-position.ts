import type { Moment } from '../domain/dates.ts';
import { and, asc, eq, gt, isNull, lte, or } from './drizzle.ts';
import type { Db } from './open.ts';
import type { Activity } from './plans.ts';
import { activity, activityPosition } from './schema/index.ts';

/** The activities that name a position and were in their plan's form at a moment, by plan and in the form's order. */
export function activitiesOfPosition(db: Db, positionId: number, at: Moment): readonly Activity[] {
  return db
    .select({ activity })
    .from(activityPosition)
    .innerJoin(activity, eq(activity.id, activityPosition.activityId))
    .where(
      and(
        eq(activityPosition.positionId, positionId),
        lte(activityPosition.addedAt, at),
        or(isNull(activity.retiredAt), gt(activity.retiredAt, at)),
      ),
    )
    .orderBy(asc(activity.planId), asc(activity.place))
    .all()
    .map((row) => row.activity);
}
