import type { Db } from '../db/open.ts';
import { type EnrolledPerson, holdersOfEach, isEnrolled } from '../db/people.ts';
import { type Activity, positionsOf } from '../db/plans.ts';
import type { Moment } from '../domain/dates.ts';

export type Responsible<Each = Activity> = {
  readonly person: EnrolledPerson;
  readonly activities: readonly Each[];
};

/**
 * The enrolled people who hold a position of these activities at a moment, each with their activities in the
 * given order.
 */
export function responsiblesOf<Each extends Pick<Activity, 'id'>>(
  db: Db,
  activities: readonly Each[],
  moment: Moment,
): readonly Responsible<Each>[] {
  const positions = positionsOf(
    db,
    activities.map((activity) => activity.id),
  );
  const ids = [...positions.values()].flatMap((own) => own.map(({ id }) => id));
  const holding = holdersOfEach(db, ids, moment);
  const pairs = activities.flatMap((activity) =>
    (positions.get(activity.id) ?? [])
      .flatMap((position) => holding.get(position.id) ?? [])
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
