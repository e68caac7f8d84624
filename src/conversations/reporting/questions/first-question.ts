import type { Task } from '../../../db/tasks.ts';
import { isTooLong } from '../answer/observation-length.ts';
import type { ReportQuestion } from './question.ts';
import type { Saved } from './saved.ts';

/** The question for the half of a report that is missing. */
export function firstQuestion(task: Task, saved: Saved | null): ReportQuestion {
  const common = { correcting: task.report !== undefined && !task.pending, saved };
  const { progress = null, amount = null, observation = null } = task.draft ?? {};
  if (observation !== null && (progress !== null || isTooLong(observation))) {
    return { kind: 'shorten', ...common, progress, amount, text: observation };
  }
  return progress === null
    ? { kind: 'progress', ...common, held: null }
    : { kind: 'observation', ...common, progress, amount, proposal: null };
}
