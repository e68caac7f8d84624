import type { Moment } from '../domain/dates.ts';
import { eq, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { heldAt } from './people.ts';
import { prepared } from './prepared.ts';
import { activity, activityPosition, assignment, person, position } from './schema/index.ts';

const plans = prepared((db) =>
  db
    .selectDistinct({ planId: activity.planId })
    .from(position)
    .innerJoin(activityPosition, eq(activityPosition.positionId, position.id))
    .innerJoin(activity, eq(activity.id, activityPosition.activityId))
    .where(
      sql`not exists (select 1 from ${assignment} inner join ${person} on ${person.id} = ${assignment.personId}
        where ${assignment.positionId} = ${position.id} and ${person.telegramUserId} is not null
        and ${heldAt(sql.placeholder('moment'))})`,
    )
    .prepare(),
);

/** The plans with an activity of a position that no enrolled person holds at a moment. */
export function plansOfVacantPositions(db: Db, moment: Moment): ReadonlySet<number> {
  return new Set(
    plans(db)
      .all({ moment })
      .map((row) => row.planId),
  );
}
