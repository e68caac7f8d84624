import { reportableTask } from '../../../actions/reportable.ts';
import { dropDraft, keepDraft } from '../../../db/drafts.ts';
import { rowById } from '../../../db/outbox-rows.ts';
import { closeQuestion, type QuestionRow, touchQuestion } from '../../../db/questions.ts';
import { roundOf, saveRound } from '../../../db/rounds.ts';
import type { Task } from '../../../db/tasks.ts';
import { nothing } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import { say, type Turn } from '../../turn.ts';
import { aboutOf } from '../about.ts';
import { askNew } from '../questions/ask.ts';
import { shownFigures } from '../questions/asked-activity.ts';
import type { ReportQuestion } from '../questions/question.ts';
import { correctedReport, savedReport } from '../questions/saved.ts';
import { askNext } from '../round/ask-next.ts';
import { mark, markSkipped } from '../round/items.ts';
import type { Decision, Hint } from './decision.ts';
import { hintText, noteText } from './hints.ts';
import { needNotBeTold } from './notify-others.ts';
import { storeReport } from './store-report.ts';

/** The question that was answered, and what it is about. */
export type Answered = {
  readonly row: QuestionRow;
  readonly question: ReportQuestion;
  readonly task: Task;
};

type To<Do extends Decision['do']> = Extract<Decision, { do: Do }>;

/** Does what was decided: stores it, and says what comes next. @returns false when there is nothing to do. */
export function carryOut(turn: Turn, answered: Answered, decision: Decision): boolean {
  const { row, task } = answered;
  switch (decision.do) {
    case 'nothing':
      return false;
    case 'hint':
      sayHint(turn, answered, decision.hint);
      return true;
    case 'ask':
      askFurther(turn, answered, decision);
      return true;
    case 'save':
      save(turn, answered, decision);
      return true;
    case 'skip':
      closeQuestion(turn.db, row.id, turn.now);
      skip(turn, task);
      return true;
    case 'leave':
      closeQuestion(turn.db, row.id, turn.now);
      leave(turn, task);
      return true;
  }
}

/**
 * Says what is expected; the question stays open. A kept text that answers nothing is dropped, and the question asked
 * again.
 */
function sayHint(turn: Turn, { row, question, task }: Answered, hint: Hint): void {
  const html = hintText(turn, task, hint);
  if (question.kind === 'misplaced') {
    closeQuestion(turn.db, row.id, turn.now);
    askNew(turn, task, question.asked, { where: 'follow', before: html, brief: true });
    return;
  }
  touchQuestion(turn.db, row.id, turn.now);
  say(turn, { html }, task.until);
}

/**
 * Keeps the half that is known and asks the follow-up question, unless its cut locked while the answer was on its way.
 */
function askFurther(turn: Turn, answered: Answered, decision: To<'ask'>): void {
  const { row, task } = answered;
  const { question, keep, note } = decision;
  const about = aboutOf(task);
  closeQuestion(turn.db, row.id, turn.now);
  if (keep && !answered.question.correcting)
    keepDraft(turn.db, { personId: turn.person.id, ...about, updatedAt: turn.now }, keep);
  if (question.kind === 'overwrite') needNotBeTold(turn, task, turn.person.id);
  const open = reportableTask(turn.db, turn.person.id, about, turn.now);
  if (!open) {
    askNext(turn, { saved: null, before: texts.cutClosed(task.cut.date) });
    return;
  }
  const brief = note !== null && note.kind !== 'notFiled';
  const asked = isTapped(turn, row) ? question : { ...question, saved: null };
  askNew(turn, open, asked, { where: 'follow', before: noteText(turn, task, note), brief });
}

/** Else the question's message, which says what was saved, stays as it is. */
function isTapped({ db, tappedRow }: Turn, { id }: QuestionRow): boolean {
  const tapped = tappedRow === null ? undefined : rowById(db, tappedRow)?.payload;
  if (!tapped || !('html' in tapped)) return false;
  return tapped.asks === undefined || tapped.asks === id;
}

function save(turn: Turn, { question, task }: Answered, { progress, amount, observation }: To<'save'>): void {
  const { items, report } = storeReport(turn, task, { progress, amount, observation });
  const told = question.correcting ? correctedReport : savedReport;
  const saved = told(task, report, items);
  askNext(turn, { saved, before: nothing }, question.correcting ? 'heldFirst' : 'roundFirst');
}

function skip(turn: Turn, task: Task): void {
  const round = roundOf(turn.db, turn.person.id);
  if (round) saveRound(turn.db, turn.person.id, round.startedAt, markSkipped(round.items, aboutOf(task)));
  askNext(turn, { saved: null, before: round ? nothing : texts.cancelled(task.draft ? 1 : 0, true) });
}

/** Leaves the report as it is, also one that somebody else gave. */
function leave(turn: Turn, task: Task): void {
  const about = aboutOf(task);
  const report = (reportableTask(turn.db, turn.person.id, about, turn.moment) ?? task).report;
  const round = roundOf(turn.db, turn.person.id);
  if (round && report) saveRound(turn.db, turn.person.id, round.startedAt, mark(round.items, about, 'gone'));
  dropDraft(turn.db, turn.person.id, about.activityId, about.cutId);
  const before = texts.leftAsIs(task.activity.number, report ? shownFigures(task, report) : null);
  askNext(turn, { saved: null, before }, 'heldFirst');
}
