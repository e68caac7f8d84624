import type { Moment } from '../domain/dates.ts';
import { and, asc, eq, type SQL, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { heldAt, type Position } from './people.ts';
import type { Activity } from './plans.ts';
import { prepared, selecting } from './prepared.ts';
import { activity, activityPosition, assignment, person, position } from './schema/index.ts';
import { type ShortActivity, shortColumns } from './without-texts.ts';

/** No enrolled person holds the position at the `moment` that the query is given. */
const isVacant =
  () => sql`not exists (select 1 from ${assignment} inner join ${person} on ${person.id} = ${assignment.personId}
  where ${assignment.positionId} = ${position.id} and ${person.telegramUserId} is not null
  and ${heldAt(sql.placeholder('moment'))})`;

const plans = prepared((db) =>
  db
    .selectDistinct({ planId: activity.planId })
    .from(position)
    .innerJoin(activityPosition, eq(activityPosition.positionId, position.id))
    .innerJoin(activity, eq(activity.id, activityPosition.activityId))
    .where(isVacant())
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

/** An activity with one of its vacant positions. */
export type VacantActivity = {
  readonly activity: Activity;
  readonly position: Position;
  readonly addedAt: Moment;
};

const whole = (which?: SQL) =>
  selecting({ activity, position, addedAt: activityPosition.addedAt }, (rows) =>
    rows
      .from(position)
      .innerJoin(activityPosition, eq(activityPosition.positionId, position.id))
      .innerJoin(activity, eq(activity.id, activityPosition.activityId))
      .where(and(which, isVacant()))
      .orderBy(asc(activityPosition.place)),
  );
const ofAll = whole();
const ofOnePosition = whole(eq(position.id, sql.placeholder('positionId')));
const ofOneActivity = whole(eq(activityPosition.activityId, sql.placeholder('activityId')));

/** The activities of all vacant positions, or of the one that is named, with the vacant positions of each in order. */
export function vacantActivities(
  db: Db,
  moment: Moment,
  positionId: number | null,
): readonly VacantActivity[] {
  return positionId === null ? ofAll(db).all({ moment }) : ofOnePosition(db).all({ moment, positionId });
}

/** The vacant positions of one activity, in order. */
export function vacantActivity(db: Db, moment: Moment, activityId: number): readonly VacantActivity[] {
  return ofOneActivity(db).all({ moment, activityId });
}

/** `cross join`: the positions first. Left to choose, SQLite looks at the positions of every activity. */
const short = selecting({ activity: shortColumns, position }, (rows) =>
  rows
    .from(position)
    .crossJoin(activityPosition)
    .crossJoin(activity)
    .where(
      and(
        isVacant(),
        eq(activityPosition.positionId, position.id),
        eq(activity.id, activityPosition.activityId),
        sql`${activity.planId} in (select value from json_each(${sql.placeholder('plans')}))`,
      ),
    )
    .orderBy(asc(activity.place), asc(activityPosition.place)),
);

/** The activities of these plans with a vacant position, without their texts, in the form's order. */
export function shortVacantActivities(
  db: Db,
  planIds: readonly number[],
  moment: Moment,
): readonly { readonly activity: ShortActivity; readonly position: Position }[] {
  return short(db).all({ moment, plans: JSON.stringify(planIds) });
}
