import { reportableTask } from '../../../actions/reportable.ts';
import { activityById, plannedCut } from '../../../db/plans.ts';
import {
  closeQuestion,
  openQuestion,
  type QuestionRow,
  questionById,
  reopenQuestion,
} from '../../../db/questions.ts';
import { lastReport } from '../../../db/reports.ts';
import type { Task } from '../../../db/tasks.ts';
import { writeButton } from '../../../domain/buttons.ts';
import { DOUBLE_TAP_MS } from '../../../domain/constants.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import { refused } from '../../allowed.ts';
import { answerDialog } from '../../dialogs/dialogs.ts';
import { answerLeave } from '../../enrolment/personal-data.ts';
import { answerImport } from '../../importing/importing.ts';
import { say, type Turn } from '../../turn.ts';
import { mayReport } from '../../who.ts';
import { answerQuestion, momentOf } from '../answer/answer-question.ts';
import { myActivitiesMessage } from '../own-activities/my-activities.ts';
import { storedText } from '../own-activities/stored-text.ts';
import { askAgain } from '../questions/ask.ts';
import { readReportQuestion } from '../questions/question.ts';
import { askCorrection, goOn } from '../round/ask-next.ts';
import { answerCauses } from '../round/causes.ts';
import { answerSeveral } from '../several/several.ts';
import { notTheirs } from './not-theirs.ts';
import { taskOfSent } from './task-when-sent.ts';
import { chooseWhose } from './text.ts';

/**
 * A tap on a button of a question. The question's own id decides, never the message it sits on.
 * @returns what the phone shows briefly, if anything.
 */
export function tapQuestion(turn: Turn, id: number, answer: string): string | undefined {
  const row = questionById(turn.db, id);
  if (row?.personId !== turn.person.id) {
    refused(turn, { button: 'question' });
    return undefined;
  }
  if (row.activityId === null || row.cutId === null) return tapGeneral(turn, row, answer);
  const question = readReportQuestion(row.payload);
  const given = { by: 'tap', button: answer } as const;
  const of = { activityId: row.activityId, cutId: row.cutId };
  const task = taskOfSent(turn, of, momentOf(turn, question, given));
  if (!task) return noLonger(turn, of);
  if (row.state === 'closed' || !isAnswerable(turn, row, task)) return closedQuestion(turn, row, task);
  if (row.state === 'open') {
    answerQuestion(turn, row, task, given);
    return undefined;
  }
  const open = reopenQuestion(turn.db, row, row.basedOnReport, turn.now, row.payload);
  // What is open is what was shown last, so that nothing typed next is taken for an activity that nobody sees.
  if (!answerQuestion(turn, open, task, given)) askAgain(turn, task, open, question);
  return undefined;
}

/** *Corregir*, from anywhere: only of an activity that is this person's and still takes reports. */
export function tapCorrect(
  turn: Turn,
  of: { readonly activityId: number; readonly cutId: number },
): string | undefined {
  const task = reportableTask(turn.db, turn.person.id, of, turn.moment);
  if (!task) return noLonger(turn, of);
  if (isAskedJustNow(turn, of)) return texts.toast.alreadyAnswered;
  askCorrection(turn, task);
  return undefined;
}

/** The same finger asked for it a moment ago. */
function isAskedJustNow(turn: Turn, of: { readonly activityId: number; readonly cutId: number }): boolean {
  const open = openQuestion(turn.db, turn.person.id);
  const same = open?.activityId === of.activityId && open.cutId === of.cutId;
  return (
    same &&
    Math.abs(turn.now - open.askedAt) < DOUBLE_TAP_MS &&
    readReportQuestion(open.payload).saved === null
  );
}

function tapGeneral(turn: Turn, row: QuestionRow, answer: string): string | undefined {
  if (row.state === 'closed') return texts.toast.alreadyAnswered;
  if (row.kind === 'causes') answerCauses(turn, row, answer);
  if (row.kind === 'several') answerSeveral(turn, row, answer);
  if (row.kind === 'evidence') chooseWhose(turn, row, answer);
  if (row.kind === 'leave') answerLeave(turn, row, answer);
  if (row.kind === 'import') answerImport(turn, row, answer);
  if (row.kind === 'administration') answerDialog(turn, row, { by: 'tap', answer });
  return undefined;
}

/** A suspended question is answered by its tap unless its activity has a newer answer. */
function isAnswerable(turn: Turn, row: QuestionRow, task: Task): boolean {
  if (row.state === 'open') return true;
  const newest = lastReport(turn.db, task.activity.id, task.cut.id);
  return newest === undefined || newest.id <= row.basedOnReport;
}

function closedQuestion(turn: Turn, row: QuestionRow, task: Task): string | undefined {
  const stored = storedText(turn, task);
  if (row.closedAt !== null && turn.now - row.closedAt < DOUBLE_TAP_MS) return texts.toast.alreadyAnswered;
  const correct = writeButton({ to: 'correct', activityId: task.activity.id, cutId: task.cut.id });
  say(turn, {
    html: stored,
    keyboard: [[{ text: texts.buttons.correct(task.activity.number), data: correct }]],
  });
  return undefined;
}

/** The button's cut takes no more reports, or the activity is not this person's any more. */
function noLonger(
  turn: Turn,
  of: { readonly activityId: number; readonly cutId: number },
): string | undefined {
  const planned = plannedCut(turn.db, of.cutId);
  const activity = activityById(turn.db, of.activityId);
  if (!planned || !activity || activity.planId !== planned.plan.id) {
    refused(turn, { button: 'correct' });
    return undefined;
  }
  const open = openQuestion(turn.db, turn.person.id);
  const closed = turn.moment >= planned.window.locksAt;
  if (open?.activityId === of.activityId && open.cutId === of.cutId) {
    closeQuestion(turn.db, open.id, turn.now);
    if (!closed) {
      goOn({ ...turn, tappedRow: null }, { saved: null, before: notTheirs(turn, activity.number) });
      return undefined;
    }
  }
  if (!closed) refused(turn, { button: 'correct', activity: activity.id });
  const before = closed ? texts.pastButton(planned.cut.date) : notTheirs(turn, activity.number);
  say(turn, mayReport(turn) ? myActivitiesMessage(turn, 1, before) : { html: before });
  return undefined;
}
