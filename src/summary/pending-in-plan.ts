import { heldPositions } from '../db/assignments.ts';
import type { Db } from '../db/open.ts';
import { plannedCuts, positionsSince } from '../db/plans.ts';
import type { Moment } from '../domain/dates.ts';
import { pendingActivities } from './missing.ts';

/** Everything pending in a plan, by person and `taskKey`. */
export type PendingInPlan = ReadonlyMap<number, ReadonlySet<string>>;

/** @param planId undefined: the plan is not stored yet */
export function pendingInPlan(db: Db, planId: number | undefined, now: Moment): PendingInPlan {
  const found = new Map<number, Set<string>>();
  const holders = Map.groupBy(heldPositions(db, now), (held) => held.positionId);
  for (const planned of plannedCuts(db)) {
    if (planned.plan.id !== planId) continue;
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
