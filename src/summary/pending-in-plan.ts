import { heldPositions } from '../db/assignments.ts';
import type { Db } from '../db/open.ts';
import { type PlannedCut, plannedCuts, plannedCutsOf, positionsSince } from '../db/plans.ts';
import type { Moment } from '../domain/dates.ts';
import { pendingActivities } from './missing.ts';

/** What is pending of each person who has something pending, as `taskKey`. */
export type PendingOfPeople = ReadonlyMap<number, ReadonlySet<string>>;

/** @param planId undefined: the plan is not stored yet */
export function pendingInPlan(db: Db, planId: number | undefined, now: Moment): PendingOfPeople {
  return pendingOfPeople(db, planId === undefined ? [] : plannedCutsOf(db, [planId]), now);
}

/** The same in every plan, read once for everybody. @param cutId null: in any cut */
export function pendingOfEverybody(db: Db, cutId: number | null, now: Moment): PendingOfPeople {
  const cuts = plannedCuts(db).filter(({ cut }) => cutId === null || cut.id === cutId);
  return pendingOfPeople(db, cuts, now);
}

function pendingOfPeople(db: Db, cuts: readonly PlannedCut[], now: Moment): PendingOfPeople {
  const found = new Map<number, Set<string>>();
  const holders = Map.groupBy(heldPositions(db, now), (held) => held.positionId);
  for (const planned of cuts) {
    const pending = pendingActivities(db, planned, now);
    const positions = positionsSince(
      db,
      pending.map(({ activity }) => activity.id),
    );
    for (const { activity } of pending) {
      const held = (positions.get(activity.id) ?? []).flatMap(
        ({ positionId }) => holders.get(positionId) ?? [],
      );
      for (const { personId } of held) {
        const own = found.get(personId) ?? new Set();
        found.set(personId, own.add(taskKey({ activity, cut: planned.cut })));
      }
    }
  }
  return found;
}

export function taskKey(task: {
  readonly activity: { readonly id: number };
  readonly cut: { readonly id: number };
}): string {
  return `${task.activity.id}:${task.cut.id}`;
}
