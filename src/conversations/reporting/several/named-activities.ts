import { numbersOfPlans } from '../../../db/plan-numbers.ts';
import { type Task, tasksOf } from '../../../db/tasks.ts';
import { readSeveral } from '../../../domain/answers/several-answers.ts';
import type { Turn } from '../../turn.ts';
import { measuresOf, taskOfNumber } from './read-lines.ts';

/** The person's activities that a text reports by their numbers, each once; none when it answers what is asked. */
export function namedActivities(turn: Turn, text: string): readonly Task[] {
  const tasks = tasksOf(turn.db, turn.person.id, turn.moment);
  const lines = readSeveral(text, numbersOfPlans(turn.db, tasks), measuresOf(tasks)) ?? [];
  const named = lines.flatMap((line) =>
    line.kind === 'numbered' ? (taskOfNumber(line.number, tasks) ?? []) : [],
  );
  return [...new Map(named.map((task) => [task.activity.id, task])).values()];
}
