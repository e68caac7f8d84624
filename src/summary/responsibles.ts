import type { Db } from '../db/open.ts';
import { type EnrolledPerson, holdersOf, isEnrolled } from '../db/people.ts';
import { type Activity, positionsOf } from '../db/plans.ts';
import type { Moment } from '../domain/dates.ts';

export type Responsible = { readonly person: EnrolledPerson; readonly activities: readonly Activity[] };

/**
 * The enrolled people who hold a position of these activities at a moment, each with their activities in the
 * given order.
 */
export function responsiblesOf(
  db: Db,
  activities: readonly Activity[],
  moment: Moment,
): readonly Responsible[] {
  const positions = positionsOf(
    db,
    activities.map((activity) => activity.id),
  );
  const pairs = activities.flatMap((activity) =>
    (positions.get(activity.id) ?? [])
      .flatMap((position) => holdersOf(db, position.id, moment))
      .filter(isEnrolled)
      .map((person) => ({ person, activity })),
  );
  return [...Map.groupBy(pairs, ({ person }) => person.id).values()].flatMap((own) => {
    const [first] = own;
    return first
      ? [{ person: first.person, activities: [...new Set(own.map((each) => each.activity))] }]
      : [];
  });
}
