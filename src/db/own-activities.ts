import type { Moment } from '../domain/dates.ts';
import { asc, eq, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { enrolledPositions, receivedPositions } from './people.ts';
import { type Activity, activityById } from './plans.ts';
import { prepared } from './prepared.ts';
import { activity, activityPosition, position } from './schema/index.ts';

/** An activity that somebody is responsible for, and since when (epoch ms). */
type Own = { readonly activity: Activity; readonly receivedAt: Moment };

/** One that somebody may report, and for which position if not for their own. */
export type Reportable = Own & {
  /** The position without an enrolled holder for which Planeación would report it; null: it is this person's own. */
  readonly forPosition: string | null;
};

const positions = { positionId: activityPosition.positionId, addedAt: activityPosition.addedAt };
const amongPositions = () =>
  sql`${activityPosition.positionId} in (select value from json_each(${sql.placeholder('positions')}))`;
const ofPositions = prepared((db) =>
  db
    .select({ activity, ...positions })
    .from(activityPosition)
    .innerJoin(activity, eq(activity.id, activityPosition.activityId))
    .where(amongPositions())
    .prepare(),
);
const positionsOfOne = prepared((db) =>
  db
    .select(positions)
    .from(activityPosition)
    .where(eq(activityPosition.activityId, sql.placeholder('activityId')))
    .prepare(),
);

/** One activity, if a person is responsible for it at a moment, and since when. */
export function activityOfPerson(
  db: Db,
  personId: number,
  activityId: number,
  moment: Moment,
): Own | undefined {
  const received = receivedPositions(db, personId, moment);
  const own = positionsOfOne(db)
    .all({ activityId })
    .filter((row) => received.has(row.positionId));
  const found = own.length === 0 ? undefined : activityById(db, activityId);
  return found && { activity: found, receivedAt: firstReceived(own, received) };
}

/** Every activity a person is responsible for, in any plan, retired ones included. */
export function activitiesOfPerson(db: Db, personId: number, moment: Moment): readonly Own[] {
  const received = receivedPositions(db, personId, moment);
  if (received.size === 0) return [];
  const rows = ofPositions(db).all({ positions: JSON.stringify([...received.keys()]) });
  const byActivity = Map.groupBy(rows, (row) => row.activity.id);
  return [...byActivity.values()].flatMap((own) => {
    const first = own[0];
    if (!first) return [];
    return [{ activity: first.activity, receivedAt: firstReceived(own, received) }];
  });
}

/** Since when an activity is somebody's: by the first of its positions that came to be both. */
function firstReceived(
  rows: readonly { readonly positionId: number; readonly addedAt: Moment }[],
  received: ReadonlyMap<number, Moment>,
): Moment {
  return Math.min(...rows.map((row) => Math.max(row.addedAt, received.get(row.positionId) ?? 0)));
}

/** The activities of every position that has no enrolled holder at a moment, each under the first such position. */
export function activitiesOfVacantPositions(
  db: Db,
  moment: Moment,
  positionId: number | null = null,
): readonly Reportable[] {
  const held = enrolledPositions(db, moment);
  const rows = db
    .select({ activity, position, addedAt: activityPosition.addedAt })
    .from(activityPosition)
    .innerJoin(activity, eq(activity.id, activityPosition.activityId))
    .innerJoin(position, eq(position.id, activityPosition.positionId))
    .where(positionId === null ? undefined : eq(position.id, positionId))
    .orderBy(asc(activityPosition.place))
    .all()
    .filter((row) => !held.has(row.position.id));
  const first = new Map(rows.toReversed().map((row) => [row.activity.id, row]));
  return [...first.values()].map((row) => ({
    activity: row.activity,
    receivedAt: row.addedAt,
    forPosition: row.position.name,
  }));
}
