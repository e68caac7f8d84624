import type { Moment } from '../domain/dates.ts';
import { and, asc, eq, gt, isNull, lte, or, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import type { Person } from './people.ts';
import { activity, activityPosition, assignment, type Office, person } from './schema/index.ts';

export function addPerson(db: Db, name: string, createdAt: Moment): Person {
  return db.insert(person).values({ name, createdAt }).returning().get();
}

/** From `fromAt` on, a person holds a position or an office. */
export function assign(
  db: Db,
  personId: number,
  held: { readonly positionId: number } | { readonly office: Office },
  fromAt: Moment,
): void {
  db.insert(assignment)
    .values({ personId, fromAt, ...held })
    .run();
}

/** Who holds an office at a moment, enrolled or not. */
export function appointedTo(db: Db, office: Office, moment: Moment): readonly Person[] {
  return db
    .select({ person })
    .from(assignment)
    .innerJoin(person, eq(person.id, assignment.personId))
    .where(
      and(
        eq(assignment.office, office),
        lte(assignment.fromAt, moment),
        or(isNull(assignment.untilAt), gt(assignment.untilAt, moment)),
      ),
    )
    .orderBy(asc(person.id))
    .all()
    .map((row) => row.person);
}

/** How many activities, retired ones aside, name each position, by position. */
export function activitiesPerPosition(db: Db): ReadonlyMap<number, number> {
  const rows = db
    .select({ positionId: activityPosition.positionId, activities: sql<number>`count(*)` })
    .from(activityPosition)
    .innerJoin(activity, eq(activity.id, activityPosition.activityId))
    .where(isNull(activity.retiredAt))
    .groupBy(activityPosition.positionId)
    .all();
  return new Map(rows.map((row) => [row.positionId, row.activities]));
}
