import type { Task } from '../../../db/tasks.ts';
import type { Turn } from '../../turn.ts';
import { askNew } from './ask.ts';
import { firstQuestion } from './first-question.ts';
import type { ReportQuestion } from './question.ts';

/**
 * *Corregir*. A reported activity is asked from the beginning, and nothing changes until both halves are given. For an
 * activity without a report the missing half is asked.
 */
export function askCorrection(turn: Turn, task: Task): void {
  const correcting = task.report !== undefined;
  const fresh = { progress: null, observation: null, confirmed: false };
  const question: ReportQuestion = !correcting
    ? firstQuestion(task, null)
    : isCorrectedByAnother(turn, task)
      ? { kind: 'overwrite', correcting, saved: null, ...fresh }
      : { kind: 'progress', correcting, saved: null, held: null };
  askNew(turn, task, question, { where: 'new' });
}

/** Whether somebody else corrected the report: the person sees it before writing over it. */
function isCorrectedByAnother(turn: Turn, { report }: Task): boolean {
  return report?.origin === 'correction' && report.personId !== turn.person.id;
}
