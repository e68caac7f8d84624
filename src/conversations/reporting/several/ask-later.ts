import { reportableTask } from '../../../actions/reportable.ts';
import { openNewQuestion, suspendOpen } from '../../../db/questions.ts';
import type { Turn } from '../../turn.ts';
import type { About } from '../about.ts';
import type { ReportQuestion } from '../questions/question.ts';
import type { SeveralCorrection, SeveralItem } from './several-question.ts';

/** *¿Cambio la n.º 5 de 70 % a 60 %?* will be asked, and keeps what was written. */
export function askLater(
  turn: Turn,
  { activityId, cutId, progress, amount, observation, from }: SeveralCorrection,
): void {
  const task = reportableTask(turn.db, turn.person.id, { activityId, cutId }, turn.now);
  if (!task?.report) return;
  const words = observation ?? (task.report.observation || null);
  const common = { correcting: !task.pending, saved: null };
  const question: ReportQuestion = {
    kind: 'doubtful',
    ...common,
    progress,
    amount,
    observation: words,
    from,
  };
  openSuspended(turn, { activityId, cutId }, question, task.report.id);
}

/** Somebody else reported it meanwhile: asks later *¿Lo deja así o lo cambia?*, and keeps what was written. */
export function askWhichStands(turn: Turn, item: SeveralItem, basedOnReport: number): void {
  const { activityId, cutId, progress, amount, observation } = item;
  const question: ReportQuestion = {
    kind: 'overwrite',
    correcting: true,
    saved: null,
    progress,
    amount,
    observation: observation || null,
    confirmed: true,
  };
  openSuspended(turn, { activityId, cutId }, question, basedOnReport);
}

/** Opens a question that is shown when what is asked now is done. */
function openSuspended(turn: Turn, about: About, question: ReportQuestion, basedOnReport: number): void {
  openNewQuestion(turn.db, {
    personId: turn.person.id,
    kind: question.kind,
    ...about,
    payload: question,
    askedAt: turn.now,
    basedOnReport,
  });
  suspendOpen(turn.db, turn.person.id);
}
