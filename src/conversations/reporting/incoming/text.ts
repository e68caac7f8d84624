import { reportableActivity } from '../../../actions/reportable.ts';
import { rowOfMessage } from '../../../db/outbox-rows.ts';
import { activityById, plannedCut } from '../../../db/plans.ts';
import {
  closedSince,
  closeQuestion,
  openQuestion,
  type QuestionRow,
  questionById,
} from '../../../db/questions.ts';
import { noteAnswered } from '../../../db/received.ts';
import { pendingTasksOf, type Task } from '../../../db/tasks.ts';
import { bareWords, yesOrNo } from '../../../domain/answers/yes-or-no.ts';
import { readButton } from '../../../domain/buttons.ts';
import type { Event, Html, Message } from '../../../domain/events.ts';
import { linksIn, withoutLinks } from '../../../domain/links.ts';
import { yesOrNoPlease } from '../../../texts/help.ts';
import { paragraphs } from '../../../texts/html.ts';
import { chooseCause } from '../../../texts/reporting/causes.ts';
import { captionNotKept, linkReceived } from '../../../texts/reporting/evidence.ts';
import * as questions from '../../../texts/reporting/questions.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import * as severalTexts from '../../../texts/reporting/several.ts';
import { mayNow } from '../../allowed.ts';
import { answerDialog } from '../../dialogs/dialogs.ts';
import { answerLeave } from '../../enrolment/personal-data.ts';
import { typedImport } from '../../importing/importing.ts';
import { say, type Turn } from '../../turn.ts';
import { helpFor, mayReport } from '../../who.ts';
import { answerQuestion, momentOf } from '../answer/answer-question.ts';
import type { Given } from '../answer/save-or-ask.ts';
import { keepLinks } from '../evidence/keep-links.ts';
import { answerWhose, receiveFile } from '../evidence/receive-file.ts';
import { whoseHint } from '../evidence/whose-question.ts';
import { askedActivity, askNew, questionMessage, reportOrLook } from '../questions/ask.ts';
import { type ReportQuestion, readReportQuestion } from '../questions/question.ts';
import { goOn } from '../round/ask-next.ts';
import { cancel } from '../round/cancel.ts';
import { answerCauses, causeInWords } from '../round/causes.ts';
import { answerSeveral, offerSeveral } from '../several/several.ts';
import { askSeveralAgain } from '../several/several-question.ts';
import { notTheirs } from './not-theirs.ts';
import { isStale } from './stale.ts';
import { taskOfSent } from './task-when-sent.ts';

/** A typed text: several reports at once, or the answer to the one open question, whichever conversation asked it. */
export function answerTyped(turn: Turn, text: string): void {
  if (bareWords(text) === 'cancelar' && openQuestion(turn.db, turn.person.id)?.kind !== 'import')
    return cancel(turn);
  if (offerSeveral(turn, text)) return;
  const row = openQuestion(turn.db, turn.person.id);
  if (!row) return withoutQuestion(turn);
  switch (row.kind) {
    case 'causes':
      return typedCause(turn, row, text);
    case 'several':
      return typedSeveral(turn, row, text);
    case 'evidence':
      if (!chooseWhose(turn, row, text)) say(turn, { html: whoseHint(row) });
      return;
    case 'import':
      typedImport(turn, row, text);
      return;
    case 'administration':
      answerDialog(turn, row, { by: 'typed', text });
      return;
    case 'leave':
      if (!answerLeave(turn, row, yesOrNo(text) ?? '')) say(turn, { html: yesOrNoPlease() });
      return;
    default:
      return answerOpen(turn, row, text);
  }
}

function typedCause(turn: Turn, row: QuestionRow, text: string): void {
  const said = causeInWords(text);
  if (said === undefined || !answerCauses(turn, row, said)) say(turn, { html: chooseCause() });
}

/** After a long silence what would be saved is shown again first. */
function typedSeveral(turn: Turn, row: QuestionRow, text: string): void {
  if (isStale(turn, row)) {
    if (!askSeveralAgain(turn, row)) withoutQuestion(turn);
    return;
  }
  const said = bareWords(text) === bareWords(texts.buttons.saveAll) ? 'yes' : yesOrNo(text);
  if (!answerSeveral(turn, row, said ?? '')) say(turn, { html: severalTexts.saveThemOrNot() });
}

function answerOpen(turn: Turn, row: QuestionRow, text: string): void {
  const { activityId, cutId } = row;
  if (activityId === null || cutId === null) throw new Error(`question ${row.id} is about no activity`);
  const question = readReportQuestion(row.payload);
  const task = taskOfSent(turn, { activityId, cutId }, momentOf(turn, question, { by: 'typed', text }));
  if (!task || !(task.pending || question.correcting || task.report)) {
    closeQuestion(turn.db, row.id, turn.now);
    goOn(turn, { saved: null, before: whyNot(turn, { activityId, cutId }) });
    return;
  }
  if (turn.messageId !== null) noteAnswered(turn.db, turn.chatId, turn.messageId, { activityId, cutId });
  const repliedTo = question.kind === 'misplaced' ? null : otherReplied(turn, { activityId, cutId });
  if (repliedTo !== null || isStale(turn, row)) {
    keepUnfiled(turn, row, task, question, { text, repliedTo });
    return;
  }
  const links = linksIn(text);
  if (links.length > 0 && !/[\p{L}\p{N}]/u.test(withoutLinks(text))) {
    keepLinks(turn, { activityId, cutId }, links);
    say(turn, { html: linkReceived(task.activity.number) });
    return;
  }
  const button = buttonInWords(turn, row, task, question, text);
  const given: Given = button === null ? { by: 'typed', text } : { by: 'tap', button };
  if (!answerQuestion(turn, row, task, given)) say(turn, { html: askedInWords(turn, task, row) });
}

/** Why what was typed is not taken: the cut closed, or the activity is somebody else's now. */
function whyNot(turn: Turn, of: { readonly activityId: number; readonly cutId: number }): Html {
  const planned = plannedCut(turn.db, of.cutId);
  if (!planned || turn.moment >= planned.window.locksAt) return texts.noLongerAsked();
  return notTheirs(turn, activityById(turn.db, of.activityId)?.number ?? '');
}

/** The number of another activity whose question it was written in reply to; null when it replies to none. */
function otherReplied(
  turn: Turn,
  open: { readonly activityId: number; readonly cutId: number },
): string | null {
  if (turn.repliesTo === null) return null;
  const on = rowOfMessage(turn.db, turn.chatId, turn.repliesTo)?.payload;
  const buttons = on && 'html' in on ? (on.keyboard?.flat() ?? []) : [];
  for (const { data } of buttons) {
    const button = readButton(data);
    const asked = button?.to === 'question' ? questionById(turn.db, button.id) : undefined;
    if (!asked?.activityId || asked.personId !== turn.person.id) continue;
    if (asked.activityId === open.activityId && asked.cutId === open.cutId) return null;
    return activityById(turn.db, asked.activityId)?.number ?? null;
  }
  return null;
}

/** After 12 hours of silence, or in reply to another question: this one again with what was sent, and whether it is for it. */
function keepUnfiled(
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

/** No button of a question says more, in characters: what is longer needs no comparing. */
export const longestLabel = 30;

/** Whoever types what a button says has tapped it. */
function buttonInWords(
  turn: Turn,
  row: QuestionRow,
  task: Task,
  question: ReportQuestion,
  text: string,
): string | null {
  const said = bareWords(text);
  if (said.length > longestLabel) return null;
  for (const { text: label, data } of questionMessage(turn, task, row, question, {}).keyboard?.flat() ?? []) {
    const button = readButton(data);
    if (button?.to === 'question' && /\p{L}/u.test(label) && bareWords(label) === said) return button.answer;
  }
  return null;
}

/** What the open question wants, in one line. */
function askedInWords(turn: Turn, task: Task, row: QuestionRow): Html {
  const question = readReportQuestion(row.payload);
  const asked = askedActivity(turn, task);
  return question.kind === 'observation'
    ? questions.describeInWords(asked)
    : questions.askOnlyProgress(asked);
}

/** Nothing is asked: says so and offers to begin, so that nobody believes to have reported. */
export function withoutQuestion(turn: Turn): void {
  const offered = offer(turn, 'noQuestion');
  const lost = lostNumber(turn);
  if (lost === null) say(turn, offered);
  else say(turn, { ...offered, html: paragraphs(texts.noLongerYours(lost), offered.html) });
}

/** The activity that was being asked until somebody else's act made it another's, since this person was last heard. */
function lostNumber({ db, person, now }: Turn): string | null {
  const closed = closedSince(db, person.id, person.lastHeardAt ?? now);
  if (!closed?.activityId) return null;
  if (reportableActivity(db, person.id, closed.activityId, now)) return null;
  return activityById(db, closed.activityId)?.number ?? null;
}

/** What a person may do now: report, or look; of somebody who reports nothing, what else there is. */
export function offer(turn: Turn, because: 'noQuestion' | 'greeting'): Message {
  if (!mayReport(turn)) return { html: helpFor(turn) };
  const pending = pendingTasksOf(turn.db, turn.person.id, turn.moment).length;
  if (pending === 0) {
    const { name } = turn.person;
    return { html: because === 'greeting' ? texts.nothingPending(name) : texts.notKeptNothingPending(name) };
  }
  return {
    html:
      because === 'greeting'
        ? texts.pendingGreeting(turn.person.name, pending)
        : texts.offerToReport(pending),
    keyboard: reportOrLook,
  };
}

/** Whose a file is; its caption is an answer like a text to the question of that activity. @returns as `answerWhose` */
export function chooseWhose(turn: Turn, row: QuestionRow, said: string): boolean {
  const chosen = answerWhose(turn, row, said);
  if (typeof chosen === 'boolean') return chosen;
  const open = openQuestion(turn.db, turn.person.id);
  if (open?.activityId === chosen.activityId && open.cutId === chosen.cutId)
    answerTyped(turn, chosen.caption);
  else say(turn, { html: captionNotKept(chosen.caption) });
  return true;
}

/** A file is evidence of the activity being asked; a caption is an answer like a text. */
export function answerFile(turn: Turn, sent: Extract<Event, { kind: 'file' }>): void {
  if (!mayReport(turn) && !mayNow(turn, 'reportForVacantPosition')) {
    say(turn, offer(turn, 'greeting'));
    return;
  }
  const mayAnswer = receiveFile(turn, sent);
  if (mayAnswer && sent.caption !== null) answerTyped(turn, sent.caption);
}
