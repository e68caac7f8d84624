import type { Task } from '../../../db/tasks.ts';
import type { Turn } from '../../turn.ts';
import { askNew } from './ask.ts';
import { firstQuestion } from './first-question.ts';
import type { ReportQuestion } from './question.ts';

/**
 * *Corregir*: of a reported activity everything is asked anew, and nothing changes until both halves are
 * given; of one that is not, the half that is missing is asked.
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

/** Planeación's word over a responsible's is shown before it is written over. */
function isCorrectedByAnother(turn: Turn, { report }: Task): boolean {
  return report?.origin === 'correction' && report.personId !== turn.person.id;
}
