import { and, asc, eq, isNull } from './drizzle.ts';
import type { Db } from './open.ts';
import type { Activity } from './plans.ts';
import { activity, activityPosition } from './schema/index.ts';

/** The activities that name a position and are in their plan's form, by plan and in the form's order. */
export function activitiesOfPosition(db: Db, positionId: number): readonly Activity[] {
  return db
    .select({ activity })
    .from(activityPosition)
    .innerJoin(activity, eq(activity.id, activityPosition.activityId))
    .where(and(eq(activityPosition.positionId, positionId), isNull(activity.retiredAt)))
    .orderBy(asc(activity.planId), asc(activity.place))
    .all()
    .map((row) => row.activity);
}
