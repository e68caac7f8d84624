import { reportableTask } from '../../../actions/reportable.ts';
import { closeQuestion, type QuestionRow, suspendedQuestions } from '../../../db/questions.ts';
import { endRound, type Round, roundOf, saveRound } from '../../../db/rounds.ts';
import type { Task } from '../../../db/tasks.ts';
import type { Html, Keyboard } from '../../../domain/events.ts';
import { nothing, paragraphs } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import { askStepAgain } from '../../dialogs/dialog.ts';
import { sayAfterTap, type Turn } from '../../turn.ts';
import { aboutOf, isSame } from '../about.ts';
import { askWhoseAgain } from '../evidence/whose-question.ts';
import { askAgain, askNew } from '../questions/ask.ts';
import { firstQuestion } from '../questions/first-question.ts';
import { type Above, readReportQuestion } from '../questions/question.ts';
import { correctRows, type Saved } from '../questions/saved.ts';
import { askSeveralAgain } from '../several/several-question.ts';
import { closeRound } from './close-round.ts';
import { mark, nextItem } from './items.ts';

/**
 * Asks what comes next after an activity is done, skipped or left: the next one of the round, then the closing of the
 * round, then a question that was interrupted. It looks at what is true now, also when the answer counts as of an
 * earlier moment (sent before the lock, fetched after it).
 * @param order `heldFirst`: an interrupted question that holds what somebody wrote comes before the round goes on
 */
export function askNext(earlier: Turn, above: Above, order: 'roundFirst' | 'heldFirst' = 'roundFirst'): void {
  const turn = { ...earlier, moment: Math.max(earlier.moment, earlier.now) };
  if (order === 'heldFirst' && askInterrupted(turn, above, holdsWords)) return;
  const round = roundOf(turn.db, turn.person.id);
  if (round && askNextOfRound(turn, round, above)) return;
  const closed = round !== undefined && closeRound(turn, above);
  if (round) endRound(turn.db, turn.person.id);
  const rest: Above = closed ? { saved: null, before: nothing } : above;
  if (askInterrupted(turn, rest)) return;
  const html = lineAbove(rest);
  if (html !== nothing) sayAfterTap(turn, { html, keyboard: correctButton(rest.saved) });
}

function askNextOfRound(turn: Turn, round: Round, above: Above): boolean {
  let { items } = round;
  for (;;) {
    const item = nextItem(items);
    if (!item) return false;
    const task = reportableTask(turn.db, turn.person.id, item, turn.moment);
    if (!task?.pending) {
      items = mark(items, item, 'gone');
      saveRound(turn.db, turn.person.id, round.startedAt, items);
      continue;
    }
    const again = item.state === 'skipped' ? texts.skippedBefore() : nothing;
    askTask(turn, task, { ...above, before: paragraphs(above.before, again) });
    return true;
  }
}

/** Asks the interrupted question about a task again; without one, asks for the half that is missing. */
function askTask(turn: Turn, task: Task, above: Above): void {
  const row = suspendedQuestions(turn.db, turn.person.id).find((each) => isSame(each, aboutOf(task)));
  if (row)
    askAgain(turn, task, row, { ...readReportQuestion(row.payload), saved: above.saved }, above.before);
  else askNew(turn, task, firstQuestion(task, above.saved), { where: 'new', before: above.before });
}

/** Asks the latest interrupted question again that can still be answered. @returns false when there is none */
function askInterrupted(
  turn: Turn,
  above: Above,
  isWanted: (row: QuestionRow) => boolean = () => true,
): boolean {
  for (const row of suspendedQuestions(turn.db, turn.person.id).filter(isWanted)) {
    if (row.activityId === null || row.cutId === null) {
      if (askGeneralAgain(turn, row, above)) return true;
      continue;
    }
    const of = { activityId: row.activityId, cutId: row.cutId };
    const task = reportableTask(turn.db, turn.person.id, of, turn.moment);
    const question = readReportQuestion(row.payload);
    if (task && (task.pending || task.later || question.correcting)) {
      askAgain(turn, task, row, { ...question, saved: above.saved }, above.before);
      return true;
    }
    closeQuestion(turn.db, row.id, turn.now);
  }
  return false;
}

/** What somebody wrote waits in it to be saved or filed. */
function holdsWords(row: QuestionRow): boolean {
  if (row.kind === 'several' || row.kind === 'evidence') return true;
  if (row.kind !== 'doubtful') return false;
  const question = readReportQuestion(row.payload);
  return question.kind === 'doubtful' && question.from !== undefined;
}

/** Shows a question that is about no single activity again. Causes are not: they stay under their closing. */
function askGeneralAgain(turn: Turn, row: QuestionRow, above: Above): boolean {
  const html = lineAbove(above);
  const first = () => {
    if (html !== nothing) sayAfterTap(turn, { html, keyboard: correctButton(above.saved) });
  };
  if (row.kind === 'administration') return askStepAgain(turn, row, first);
  if (row.kind !== 'several' && row.kind !== 'evidence') return false;
  return (row.kind === 'several' ? askSeveralAgain : askWhoseAgain)(turn, row, first);
}

function lineAbove(above: Above): Html {
  return paragraphs((above.saved?.html ?? nothing) as Html, above.before);
}

function correctButton(saved: Saved | null): Keyboard | undefined {
  return saved && saved.reports.length > 0 ? correctRows(saved) : undefined;
}
