import { reportableTask } from '../../../actions/reportable.ts';
import { openQuestion } from '../../../db/questions.ts';
import { DOUBLE_TAP_MS } from '../../../domain/constants.ts';
import { toast } from '../../../texts/reporting/reporting.ts';
import type { Turn } from '../../turn.ts';
import { type About, isSame } from '../about.ts';
import { askCorrection } from '../questions/ask-correction.ts';
import { readReportQuestion } from '../questions/question.ts';
import { sayNoLonger } from './no-longer.ts';

/** *Corregir*, from anywhere, for an activity that is this person's and still takes reports. */
export function tapCorrect(turn: Turn, about: About): string | undefined {
  const task = reportableTask(turn.db, turn.person.id, about, turn.moment);
  if (!task) return sayNoLonger(turn, about);
  if (isAskedJustNow(turn, about)) return toast.alreadyAnswered;
  askCorrection(turn, task);
  return undefined;
}

/** Whether this is the second tap of a double tap. */
function isAskedJustNow(turn: Turn, about: About): boolean {
  const open = openQuestion(turn.db, turn.person.id);
  return (
    open !== undefined &&
    isSame(open, about) &&
    Math.abs(turn.now - open.askedAt) < DOUBLE_TAP_MS &&
    readReportQuestion(open.payload).saved === null
  );
}
