import { closeAllQuestions, endRound, openQuestion, roundOf } from '../../db/questions.ts';
import { tasksOf } from '../../db/tasks.ts';
import * as texts from '../../texts/reporting.ts';
import { say, type Turn } from '../turn.ts';
import { whoIs } from '../who.ts';

/** `/cancelar` leaves at any point; drafts stay and are asked first next time. */
export function cancel(turn: Turn): void {
  const { db, person } = turn;
  if (!openQuestion(db, person.id) && !roundOf(db, person.id)) {
    say(turn, { html: texts.nothingToCancel(whoIs(turn).reports) });
    return;
  }
  closeAllQuestions(db, person.id, turn.now);
  endRound(db, person.id);
  const drafts = tasksOf(db, person.id, turn.moment).filter((task) => task.draft !== undefined).length;
  say(turn, { html: texts.cancelled(drafts) });
}
