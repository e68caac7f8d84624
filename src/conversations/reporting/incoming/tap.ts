import { type QuestionRow, reopenQuestion } from '../../../db/questions.ts';
import { lastReport } from '../../../db/reports.ts';
import type { Task } from '../../../db/tasks.ts';
import { DOUBLE_TAP_MS } from '../../../domain/constants.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import { say, type Turn } from '../../turn.ts';
import { aboutOfQuestion } from '../about.ts';
import { answerQuestion, momentOf } from '../answer/answer-question.ts';
import { changeButton, storedText } from '../own-activities/stored-text.ts';
import { askAgain } from '../questions/ask.ts';
import { readReportQuestion } from '../questions/question.ts';
import { sayNoLonger } from './no-longer.ts';
import { taskWhenSent } from './task-when-sent.ts';

/**
 * A tap on a button of an activity's question, which may be open, suspended or closed. @returns what the phone shows
 * briefly, if anything
 */
export function takeTap(turn: Turn, row: QuestionRow, answer: string): string | undefined {
  const about = aboutOfQuestion(row);
  if (about === null) throw new Error(`question ${row.id} is about no activity`);
  const question = readReportQuestion(row.payload);
  const given = { by: 'tap', button: answer } as const;
  const task = taskWhenSent(turn, about, momentOf(turn, question, given));
  if (!task) return sayNoLonger(turn, about);
  if (row.state === 'closed' || !isAnswerable(turn, row, task)) return closedQuestion(turn, row, task);
  if (row.state === 'open') {
    answerQuestion(turn, row, task, given);
    return undefined;
  }
  const open = reopenQuestion(turn.db, row, { ...row, askedAt: turn.now, seen: true });
  // Show the reopened question last: the next text goes to it, and the person must see which activity that is.
  if (!answerQuestion(turn, open, task, given)) askAgain(turn, task, open, question);
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
  say(turn, { html: stored, keyboard: [[changeButton(task)]] });
  return undefined;
}
