import type { Moment } from '../domain/dates.ts';
import { and, eq, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { heldAt } from './people.ts';
import type { Activity } from './plans.ts';
import { selecting } from './prepared.ts';
import { activity, activityPosition, assignment } from './schema/index.ts';
import { type VacantActivity, vacantActivities, vacantActivity } from './vacant-positions.ts';

/** An activity, and since when its person is responsible for it (epoch ms). */
type Own = { readonly activity: Activity; readonly receivedAt: Moment };

/** An activity that a person may report, and for which position if it is not their own. */
export type Reportable = Own & {
  /** The vacant position for which Planeación would report it; null: it is this person's own. */
  readonly forPosition: string | null;
};

const ofActivity = { activity, addedAt: activityPosition.addedAt, heldFrom: assignment.fromAt };
const isTheirs = () =>
  and(eq(assignment.personId, sql.placeholder('personId')), heldAt(sql.placeholder('moment')));
const ofPerson = selecting(ofActivity, (rows) =>
  rows
    .from(assignment)
    .innerJoin(activityPosition, eq(activityPosition.positionId, assignment.positionId))
    .innerJoin(activity, eq(activity.id, activityPosition.activityId))
    .where(isTheirs()),
);
const oneOfPerson = selecting(ofActivity, (rows) =>
  rows
    .from(activityPosition)
    .innerJoin(assignment, eq(assignment.positionId, activityPosition.positionId))
    .innerJoin(activity, eq(activity.id, activityPosition.activityId))
    .where(and(eq(activityPosition.activityId, sql.placeholder('activityId')), isTheirs())),
);

/** One activity and since when a person is responsible for it; undefined when they are not at that moment. */
export function activityOfPerson(
  db: Db,
  personId: number,
  activityId: number,
  moment: Moment,
): Own | undefined {
  return ownOf(oneOfPerson(db).all({ personId, activityId, moment }));
}

/** Every activity that a person is responsible for, in any plan, including retired ones. */
export function activitiesOfPerson(db: Db, personId: number, moment: Moment): readonly Own[] {
  const rows = ofPerson(db).all({ personId, moment });
  return [...Map.groupBy(rows, (row) => row.activity.id).values()].flatMap((each) => ownOf(each) ?? []);
}

/**
 * Since when a person has an activity: since the first of its positions that named the activity and was
 * theirs.
 */
function ownOf(
  rows: readonly { readonly activity: Activity; readonly addedAt: Moment; readonly heldFrom: Moment }[],
): Own | undefined {
  const [first] = rows;
  const since = rows.map((row) => Math.max(row.addedAt, row.heldFrom));
  return first && { activity: first.activity, receivedAt: Math.min(...since) };
}

/**
 * The activities of every position that has no enrolled holder at a moment, each under its first such
 * position.
 */
export function activitiesOfVacantPositions(
  db: Db,
  moment: Moment,
  positionId: number | null = null,
): readonly Reportable[] {
  return reportableFor(vacantActivities(db, moment, positionId));
}

/** One of them; undefined when none of its positions is vacant. */
export function activityOfVacantPosition(db: Db, moment: Moment, activityId: number): Reportable | undefined {
  return reportableFor(vacantActivity(db, moment, activityId))[0];
}

function reportableFor(rows: readonly VacantActivity[]): readonly Reportable[] {
  const first = new Map(rows.toReversed().map((row) => [row.activity.id, row]));
  return [...first.values()].map((row) => ({
    activity: row.activity,
    receivedAt: row.addedAt,
    forPosition: row.position.name,
  }));
}
