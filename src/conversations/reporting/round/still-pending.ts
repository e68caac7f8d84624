import { reportableTask } from '../../../actions/reportable.ts';
import { hasSeveralPlans } from '../../../db/plans.ts';
import { roundOf } from '../../../db/rounds.ts';
import { pendingTasksOf, type Task } from '../../../db/tasks.ts';
import type { OfPlan } from '../../../texts/reporting/closing.ts';
import { planName } from '../../../texts/words/names.ts';
import type { Turn } from '../../turn.ts';
import { aboutOf, isSame } from '../about.ts';

/** What a person still has to report: everything of their own, and what else their round asks for. */
export function stillPending(turn: Turn): readonly Task[] {
  const { db, person, moment } = turn;
  const own = pendingTasksOf(db, person.id, moment);
  const others = (roundOf(db, person.id)?.items ?? []).flatMap((item) => {
    if (own.some((task) => isSame(item, aboutOf(task)))) return [];
    const task = reportableTask(db, person.id, item, moment);
    return task?.pending ? [task] : [];
  });
  return [...own, ...others].toSorted((one, other) => one.activity.place - other.activity.place);
}

/** Their numbers; with several plans also which one. */
export function named(turn: Turn, tasks: readonly Pick<Task, 'plan' | 'activity'>[]): readonly OfPlan[] {
  const several = hasSeveralPlans(turn.db);
  return tasks.map(({ plan, activity }) => ({
    plan: several ? planName(plan) : null,
    number: activity.number,
  }));
}
