import { reportableTask } from '../../../actions/reportable.ts';
import { plannedCut } from '../../../db/plans.ts';
import { closeQuestion, type QuestionRow } from '../../../db/questions.ts';
import { noteAnswered } from '../../../db/received.ts';
import type { Task } from '../../../db/tasks.ts';
import type { Html } from '../../../domain/events.ts';
import { linksIn, withoutLinks } from '../../../domain/links.ts';
import * as hints from '../../../texts/reporting/hints.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import { say, type Turn } from '../../turn.ts';
import { type About, aboutOfQuestion } from '../about.ts';
import { answerQuestion, momentOf } from '../answer/answer-question.ts';
import { type Given, readAnswer } from '../answer/read-answer.ts';
import { askForWhich } from '../early/take-early.ts';
import { takeLinks } from '../evidence/take-links.ts';
import { askNew, questionMessage } from '../questions/ask.ts';
import { askedActivity } from '../questions/asked-activity.ts';
import { type ReportQuestion, readReportQuestion } from '../questions/question.ts';
import { askNext } from '../round/ask-next.ts';
import { takeChatter } from './chatter.ts';
import { takeCorrection } from './correction.ts';
import { labelInWords } from './label-in-words.ts';
import { notTheirs } from './not-theirs.ts';
import { otherRepliedTo } from './replied-to.ts';
import { isStale } from './stale.ts';
import { taskWhenSent } from './task-when-sent.ts';

/**
 * A text to the open question of an activity. It answers the question unless the activity takes no report any more,
 * it seems to be meant for another question, or it is only a link.
 */
export function takeText(turn: Turn, row: QuestionRow, text: string): void {
  const about = aboutOfQuestion(row);
  if (about === null) throw new Error(`question ${row.id} is about no activity`);
  const question = readReportQuestion(row.payload);
  const task = taskWhenSent(turn, about, momentOf(turn, question, { by: 'typed', text }));
  if (!task || !(task.pending || task.later || question.correcting || task.report)) {
    closeQuestion(turn.db, row.id, turn.now);
    askNext(turn, { saved: null, before: whyNot(turn, about) });
    return;
  }
  if (turn.messageId !== null) noteAnswered(turn.db, turn.chatId, turn.messageId, about);
  const repliedTo = question.kind === 'misplaced' ? null : otherRepliedTo(turn, about);
  if (repliedTo !== null || isStale(turn, row)) {
    askWhetherForThis(turn, row, task, question, { text, repliedTo });
    return;
  }
  const links = linksIn(text);
  if (links.length > 0 && !/[\p{L}\p{N}]/u.test(withoutLinks(text))) {
    takeLinks(turn, task, links);
    return;
  }
  const button = labelInWords(() => questionMessage(turn, task, row, question, {}).keyboard, text);
  if (button === null && askForCorrected(turn, task, question, text)) return;
  if (button === null && takeCorrection(turn, task, question, text)) return;
  if (button === null && takeChatter(turn, { row, task, question }, text)) return;
  const given: Given = button === null ? { by: 'typed', text } : { by: 'tap', button };
  if (!answerQuestion(turn, row, task, given)) say(turn, { html: askedInWords(turn, task, question) });
}

/**
 * Words after the correction of a figure alone may be for that activity, whose words stayed, or for the one that is
 * asked now. @returns false when the text is something else
 */
function askForCorrected(turn: Turn, task: Task, question: ReportQuestion, text: string): boolean {
  const [corrected] = question.saved?.keptWords ? question.saved.reports : [];
  if (!corrected || question.kind !== 'progress') return false;
  const meant = readAnswer(question, { by: 'typed', text }, new Set());
  if (meant.kind !== 'text' || meant.answer.kind !== 'observation') return false;
  const other = reportableTask(turn.db, turn.person.id, corrected, turn.moment);
  if (!other) return false;
  askForWhich(turn, [other, task], text);
  return true;
}

/** Why a text is not taken: the cut closed, or the activity is somebody else's now. */
function whyNot(turn: Turn, about: About): Html {
  const planned = plannedCut(turn.db, about.cutId);
  if (!planned || turn.moment >= planned.window.locksAt) return texts.noLongerAsked();
  return notTheirs(turn, about);
}

/**
 * Keeps a text that came after 12 hours of silence, or as a reply to another question, and asks whether it is for this
 * one.
 */
function askWhetherForThis(
  turn: Turn,
  row: QuestionRow,
  task: Task,
  question: ReportQuestion,
  { text, repliedTo }: { readonly text: string; readonly repliedTo: string | null },
): void {
  closeQuestion(turn.db, row.id, turn.now);
  const { correcting } = question;
  const sent = { sent: text, sentAt: turn.moment, repliedTo };
  const kept: ReportQuestion =
    question.kind === 'misplaced'
      ? { ...question, sent: `${question.sent}\n${text}` }
      : { kind: 'misplaced', correcting, saved: null, ...sent, asked: question };
  askNew(turn, task, kept, { where: 'new' });
}

/** What the open question wants, in one line. */
function askedInWords(turn: Turn, task: Task, question: ReportQuestion): Html {
  const asked = askedActivity(turn, task);
  return question.kind === 'observation' ? hints.describeInWords(asked) : hints.askOnlyProgress(asked);
}
