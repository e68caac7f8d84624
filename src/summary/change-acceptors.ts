import { type AskedChange, whoReported } from '../db/asked-changes.ts';
import type { Db } from '../db/open.ts';
import { type EnrolledPerson, holdersOf, officeHolders } from '../db/people.ts';
import { planById } from '../db/plan-changes.ts';
import { positionsOf } from '../db/plans.ts';
import { sameAccountAs } from '../db/review.ts';
import type { Moment } from '../domain/dates.ts';

/** Who may accept a change of a plan now, and in which office. `missing`: nobody may, and who is missing. */
export type Acceptors =
  | {
      readonly office: 'coordinator' | 'mayor';
      readonly people: readonly EnrolledPerson[];
      readonly missing: null;
    }
  | {
      readonly office: null;
      readonly people: readonly never[];
      readonly missing: 'mayor' | 'coordinatorOrMayor';
    };

/**
 * Another coordinator, or with none the mayor; a plan's setting leaves every change to the mayor. The person who asked
 * cannot, nor a person who reports one of the activities, by person and by Telegram account.
 */
export function acceptorsOf(
  db: Db,
  change: Pick<AskedChange, 'planId' | 'askedBy' | 'changes'>,
  now: Moment,
): Acceptors {
  const involved = involvedIn(db, change, now);
  const free = (office: 'coordinator' | 'mayor') =>
    officeHolders(db, office, now).filter(({ id }) => !involved.has(id));
  const onlyMayor = planById(db, change.planId)?.mayorAcceptsChanges === true;
  for (const office of onlyMayor ? (['mayor'] as const) : (['coordinator', 'mayor'] as const)) {
    const people = free(office);
    if (people.length > 0) return { office, people, missing: null };
  }
  return { office: null, people: [], missing: onlyMayor ? 'mayor' : 'coordinatorOrMayor' };
}

function involvedIn(
  db: Db,
  { askedBy, changes }: Pick<AskedChange, 'askedBy' | 'changes'>,
  now: Moment,
): ReadonlySet<number> {
  const activityIds = [...new Set(changes.map(({ activityId }) => activityId))];
  const positions = [...positionsOf(db, activityIds).values()].flat().map(({ id }) => id);
  const holders = [...new Set(positions)].flatMap((id) => holdersOf(db, id, now)).map(({ id }) => id);
  const people = new Set([askedBy, ...holders, ...whoReported(db, activityIds)]);
  return new Set([...people].flatMap((id) => [...sameAccountAs(db, id)]));
}
