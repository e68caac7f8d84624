import { reportableTask } from '../../../actions/reportable.ts';
import { dropDraft, keepDraft } from '../../../db/drafts.ts';
import {
  closeQuestion,
  closeQuestionsAbout,
  type QuestionRow,
  roundOf,
  saveRound,
  touchQuestion,
} from '../../../db/questions.ts';
import { addReport } from '../../../db/reports.ts';
import type { RoundItem } from '../../../db/schema/index.ts';
import type { Task } from '../../../db/tasks.ts';
import type { Moment } from '../../../domain/dates.ts';
import type { Html } from '../../../domain/events.ts';
import { linksIn } from '../../../domain/links.ts';
import { nothing } from '../../../texts/html.ts';
import * as questions from '../../../texts/reporting/questions.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import { rememberAccount } from '../../enrolment/account.ts';
import { say, type Turn } from '../../turn.ts';
import { keepLinks } from '../evidence/keep-links.ts';
import { askedActivity, askNew, factsOf, figures } from '../questions/ask.ts';
import { type ReportQuestion, readReportQuestion } from '../questions/question.ts';
import { goOn, tally } from '../round/ask-next.ts';
import { mark, markSkipped } from '../round/items.ts';
import { decide, isForThis } from './decide.ts';
import type { Given, Hint, Note, Step } from './save-or-ask.ts';
import { needNotBeTold, tellOthers } from './tell-others.ts';

/**
 * An answer to the open question of a task: decides, stores, and says what comes next.
 * @returns false when the button is none of this question's.
 */
export function answerQuestion(turn: Turn, row: QuestionRow, task: Task, given: Given): boolean {
  const question = readReportQuestion(row.payload);
  const step = decide(question, given, factsOf(turn, task, row));
  return apply({ ...turn, moment: momentOf(turn, question, given) }, row, task, question, step);
}

/** The moment an answer counts as of: its own, or, of what was kept after a long silence, when that was sent. */
export function momentOf(turn: Turn, question: ReportQuestion, given: Given): Moment {
  return question.kind === 'misplaced' && isForThis(given) ? question.sentAt : turn.moment;
}

function apply(turn: Turn, row: QuestionRow, task: Task, question: ReportQuestion, step: Step): boolean {
  switch (step.do) {
    case 'nothing':
      return false;
    case 'hint':
      if (question.kind === 'misplaced') {
        // What was kept answers nothing: the question itself is open again, without it.
        closeQuestion(turn.db, row.id, turn.now);
        askNew(turn, task, question.asked, {
          where: 'follow',
          before: hintText(turn, task, step.hint),
          brief: true,
        });
        return true;
      }
      touchQuestion(turn.db, row.id, turn.now);
      say(turn, { html: hintText(turn, task, step.hint) }, task.until);
      return true;
    case 'ask':
      closeQuestion(turn.db, row.id, turn.now);
      if (step.keep && !question.correcting)
        keepDraft(turn.db, { ...ids(turn, task), updatedAt: turn.now }, step.keep);
      if (step.question.kind === 'overwrite') needNotBeTold(turn, task, turn.person.id);
      askFurther(turn, task, step);
      return true;
    case 'save':
      saveAnswer(turn, task, step, question.correcting);
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

/** The follow-up question, unless its cut locked while the answer was on its way. */
function askFurther(turn: Turn, task: Task, step: Extract<Step, { do: 'ask' }>): void {
  const open = reportableTask(
    turn.db,
    turn.person.id,
    { activityId: task.activity.id, cutId: task.cut.id },
    turn.now,
  );
  if (!open) {
    goOn(turn, { saved: null, before: texts.cutClosed(task.cut.date) });
    return;
  }
  const brief = step.note !== null && step.note.kind !== 'notFiled';
  askNew(turn, open, step.question, { where: 'follow', before: noteText(turn, task, step.note), brief });
}

function saveAnswer(
  turn: Turn,
  task: Task,
  report: { readonly progress: number; readonly observation: string },
  correcting: boolean,
): void {
  const items = storeReport(turn, task, report);
  if (correcting) {
    goOn(turn, {
      saved: null,
      before: texts.corrected(task.activity.number, report.progress, report.observation),
    });
    return;
  }
  const of = { activityId: task.activity.id, cutId: task.cut.id };
  const saved = { ...of, number: task.activity.number, progress: report.progress, ...tally(items, of) };
  goOn(turn, { saved, before: nothing });
}

/**
 * Stores a whole report of this person, closes what is asked about it, and tells those who share the activity.
 * @returns the round under way, as it is now
 */
export function storeReport(
  turn: Turn,
  task: Task,
  report: { readonly progress: number; readonly observation: string },
): readonly RoundItem[] {
  const { db, now, moment, person } = turn;
  const of = { activityId: task.activity.id, cutId: task.cut.id };
  rememberAccount(turn);
  const stored = addReport(db, {
    ...of,
    ...report,
    origin: task.forPosition === null ? 'chat' : 'planning',
    personId: person.id,
    moment,
    recordedAt: now,
    late: task.late,
  });
  keepLinks(turn, of, linksIn(report.observation));
  if (task.draft) dropDraft(db, person.id, of.activityId, of.cutId);
  closeQuestionsAbout(db, person.id, of, now);
  const round = roundOf(db, person.id);
  const items = mark(round?.items ?? [], of, 'done');
  if (round) saveRound(db, person.id, round.startedAt, items);
  tellOthers(turn, task, stored);
  return items;
}

function skip(turn: Turn, task: Task): void {
  const round = roundOf(turn.db, turn.person.id);
  const of = { activityId: task.activity.id, cutId: task.cut.id };
  if (round) saveRound(turn.db, turn.person.id, round.startedAt, markSkipped(round.items, of));
  goOn(turn, { saved: null, before: round ? nothing : texts.cancelled(task.draft ? 1 : 0, true) });
}

function leave(turn: Turn, task: Task): void {
  const report = taskNow(turn, task).report;
  const round = roundOf(turn.db, turn.person.id);
  const of = { activityId: task.activity.id, cutId: task.cut.id };
  if (round && report) saveRound(turn.db, turn.person.id, round.startedAt, mark(round.items, of, 'gone'));
  dropDraft(turn.db, turn.person.id, of.activityId, of.cutId);
  goOn(turn, { saved: null, before: texts.leftAsIs(task.activity.number, report ? figures(report) : null) });
}

function ids(turn: Turn, task: Task) {
  return { personId: turn.person.id, activityId: task.activity.id, cutId: task.cut.id };
}

/** The task as it is after what this turn wrote. */
function taskNow(turn: Turn, task: Task): Task {
  return (
    reportableTask(
      turn.db,
      turn.person.id,
      { activityId: task.activity.id, cutId: task.cut.id },
      turn.moment,
    ) ?? task
  );
}

function hintText(turn: Turn, task: Task, hint: Hint): Html {
  const asked = askedActivity(turn, task);
  switch (hint.kind) {
    case 'noPercentage':
      return questions.noPercentage(asked, hint.text);
    case 'outOfRange':
      return questions.outOfRange(asked, hint.written);
    case 'inWords':
      return questions.describeInWords(asked);
    case 'proposal':
      return questions.changeQuestion(asked, hint.progress, hint.proposal);
    case 'alreadyThat':
      return questions.alreadyThat(asked, hint.progress);
    case 'yesOrNo':
      return questions.answerYesOrNo(asked);
    case 'keepOrChange':
      return questions.answerKeepOrChange(asked);
  }
}

function noteText(turn: Turn, task: Task, note: Note | null): Html {
  switch (note?.kind) {
    case undefined:
      return nothing;
    case 'keptAsObservation':
      return questions.keptAsObservation(note.text);
    case 'outOfRange':
      return questions.outOfRange(askedActivity(turn, task), note.written);
    case 'notFiled':
      return questions.notFiled(note.repliedTo);
  }
}
