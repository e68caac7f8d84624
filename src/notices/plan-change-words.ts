import type { AskedChange } from '../db/asked-changes.ts';
import type { Db } from '../db/open.ts';
import { personById } from '../db/people.ts';
import { planById } from '../db/plan-changes.ts';
import { activityById, firstUnopenedCut, hasSeveralPlans } from '../db/plans.ts';
import type { Moment } from '../domain/dates.ts';
import type { PlanChangeWords } from '../texts/cuts/reformulation.ts';

/** What is said of a change that was asked for. */
export function planChangeWords(
  db: Db,
  change: Pick<AskedChange, 'planId' | 'askedBy' | 'why' | 'changes'>,
  now: Moment,
): PlanChangeWords {
  const plan = planById(db, change.planId);
  if (!plan) throw new Error(`plan ${change.planId} does not exist`);
  const from = firstUnopenedCut(db, plan.id, now);
  return {
    plan,
    severalPlans: hasSeveralPlans(db),
    asker: personById(db, change.askedBy)?.name ?? '',
    why: change.why,
    from: from?.cut.date ?? null,
    changes: change.changes.map((each) => {
      const activity = activityById(db, each.activityId);
      return { number: activity?.number ?? '', name: activity?.name ?? '', change: each };
    }),
  };
}
