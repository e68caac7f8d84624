import { reportableTask } from '../../../actions/reportable.ts';
import { draftsOf } from '../../../db/drafts.ts';
import { closeAllQuestions, openQuestion } from '../../../db/questions.ts';
import { endRound, roundOf } from '../../../db/rounds.ts';
import { nothingChanged } from '../../../texts/dialogs.ts';
import { nothing, paragraphs } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import { finishStep } from '../../dialogs/finish-step.ts';
import { say, type Turn } from '../../turn.ts';
import { mayReport } from '../../who.ts';

/**
 * `/cancelar` leaves at any point; drafts stay and are asked first next time. An administrative conversation is left
 * alone: what it interrupted is asked again.
 */
export function cancel(turn: Turn): void {
  const { db, person } = turn;
  const open = openQuestion(db, person.id);
  const round = roundOf(db, person.id);
  if (!open && !round) {
    say(turn, { html: texts.nothingToCancel(mayReport(turn)) });
    return;
  }
  if (open?.kind === 'administration') return finishStep(turn, { html: nothingChanged() });
  closeAllQuestions(db, person.id, turn.now);
  endRound(db, person.id);
  const drafts = draftsOf(db, person.id).filter(
    (half) => reportableTask(db, person.id, half, turn.moment)?.pending,
  ).length;
  const dropped =
    open?.kind === 'evidence'
      ? texts.fileNotKept()
      : open?.kind === 'misplaced'
        ? texts.textNotKept()
        : nothing;
  const goesOn = mayReport(turn) || round !== undefined || typeof open?.activityId === 'number';
  say(turn, { html: paragraphs(texts.cancelled(drafts, goesOn), dropped) });
}
