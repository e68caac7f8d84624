import { numbersOfPlans } from '../../../db/plan-numbers.ts';
import { type Task, tasksOf } from '../../../db/tasks.ts';
import { type Correction, readCorrection } from '../../../domain/answers/corrections.ts';
import { measureOf } from '../../../domain/units.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import { say, type Turn } from '../../turn.ts';
import { askNew } from '../questions/ask.ts';
import { askCorrection } from '../questions/ask-correction.ts';
import { shownFigures } from '../questions/asked-activity.ts';
import type { ReportQuestion } from '../questions/question.ts';
import { isSameFigure } from '../several/read-lines.ts';
import { reportedBy } from './last-reports.ts';
import { numberNotTheirs } from './not-theirs.ts';

/**
 * A correction in words of what this person reported: asked with both figures, never the answer to the open question.
 * @returns false when the text is none, or means the open question itself
 */
export function takeCorrection(turn: Turn, task: Task, question: ReportQuestion, text: string): boolean {
  const correction = correctionIn(turn, text);
  if (correction === null) return false;
  const { of } = correction;
  if (of.kind === 'unsaid' && (question.kind !== 'progress' || question.correcting)) return false;
  if (of.kind === 'number' && of.number === task.activity.number && !task.report) return false;
  return correct(turn, correction);
}

/** The same while nothing is asked. */
export function takeCorrectionUnasked(turn: Turn, text: string): boolean {
  const correction = correctionIn(turn, text);
  return correction !== null && correct(turn, correction);
}

function correctionIn(turn: Turn, text: string): Correction | null {
  return readCorrection(
    text,
    () => numbersOfPlans(turn.db, tasksOf(turn.db, turn.person.id, turn.moment)),
    (of) => {
      const task = meantBy(turn, of);
      return task === undefined ? null : measureOf(task.activity);
    },
  );
}

function meantBy(turn: Turn, of: Correction['of']): Task | undefined {
  return of.kind === 'number' ? theirs(turn, of.number) : reportedBy(turn)[0];
}

function correct(turn: Turn, correction: Correction): boolean {
  const { of } = correction;
  const wanted = meantBy(turn, of);
  if (!wanted) {
    if (of.kind !== 'number') return false;
    say(turn, { html: numberNotTheirs(turn, of.number) });
    return true;
  }
  offerCorrection(turn, wanted, correction);
  return true;
}

/** *¿Cambio la n.º 5 de 70 % a 60 %?*; without a figure both halves are asked, as by *Corregir*. */
export function offerCorrection(
  turn: Turn,
  task: Task,
  { tenths, amount, other, observation }: Pick<Correction, 'tenths' | 'amount' | 'other' | 'observation'>,
): void {
  const { report } = task;
  if (tenths === null) return askCorrection(turn, task);
  const words = observation ?? (report?.observation || null);
  if (
    report &&
    other === undefined &&
    isSameFigure({ tenths, amount }, report) &&
    words === report.observation
  ) {
    say(turn, { html: texts.leftAsIs(task.activity.number, shownFigures(task, report)) });
    return;
  }
  const correcting = report !== undefined && !task.pending;
  const from = report === undefined ? {} : { from: report.progress };
  const either = other === undefined ? {} : { other: other.tenths, otherAmount: other.amount };
  askNew(
    turn,
    task,
    {
      kind: 'doubtful',
      correcting,
      saved: null,
      progress: tenths,
      amount,
      observation: words,
      ...either,
      ...from,
    },
    { where: 'new' },
  );
}

function theirs(turn: Turn, number: string): Task | undefined {
  const named = tasksOf(turn.db, turn.person.id, turn.moment).filter(
    (each) => each.activity.number === number,
  );
  return named.length === 1 ? named[0] : undefined;
}
