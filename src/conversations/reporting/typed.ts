import { closeQuestion, openQuestion, type QuestionRow } from '../../db/questions.ts';
import { noteAnswered } from '../../db/received.ts';
import { pendingTasksOf, taskOf } from '../../db/tasks.ts';
import { writeButton } from '../../domain/buttons.ts';
import type { Event, Message } from '../../domain/events.ts';
import { linksIn, withoutLinks } from '../../domain/links.ts';
import { yesOrNo } from '../../domain/yes-or-no.ts';
import { linkReceived } from '../../texts/evidence.ts';
import { help } from '../../texts/help.ts';
import * as texts from '../../texts/reporting.ts';
import * as severalTexts from '../../texts/several.ts';
import { say, type Turn } from '../turn.ts';
import { whoIs } from '../who.ts';
import { answerQuestion, momentOf } from './answer.ts';
import { askNew } from './ask.ts';
import { answerCauses, causeInWords } from './causes.ts';
import { goOn } from './continue.ts';
import { answerWhose, keepLinks, receiveFile, whoseHint } from './evidence.ts';
import type { Given } from './proceed.ts';
import { readReportQuestion } from './question.ts';
import { answerSeveral, offerSeveral } from './several.ts';
import { isStale } from './silence.ts';

/** A typed text of a responsible: several reports at once, or the answer to the one open question. */
export function answerTyped(turn: Turn, text: string): void {
  if (offerSeveral(turn, text)) return;
  const row = openQuestion(turn.db, turn.person.id);
  if (!row) return withoutQuestion(turn);
  if (row.kind === 'causes') {
    const cause = causeInWords(text);
    if (!cause || !answerCauses(turn, row, cause)) withoutQuestion(turn);
    return;
  }
  if (row.kind === 'several') {
    if (!answerSeveral(turn, row, yesOrNo(text) ?? '')) say(turn, { html: severalTexts.saveThemOrNot() });
    return;
  }
  if (row.kind === 'evidence') {
    if (!answerWhose(turn, row, text)) say(turn, { html: whoseHint(row) });
    return;
  }
  answerOpen(turn, row, text);
}

function answerOpen(turn: Turn, row: QuestionRow, text: string): void {
  const { activityId, cutId } = row;
  if (activityId === null || cutId === null) throw new Error(`question ${row.id} is about no activity`);
  const question = readReportQuestion(row.payload);
  const given: Given = { by: 'typed', text };
  const task = taskOf(turn.db, turn.person.id, { activityId, cutId }, momentOf(turn, question, given));
  if (!task || !(task.pending || question.correcting || task.report)) {
    closeQuestion(turn.db, row.id, turn.now);
    goOn(turn, { saved: null, before: texts.noLongerAsked() });
    return;
  }
  if (turn.messageId !== null) noteAnswered(turn.db, turn.chatId, turn.messageId, { activityId, cutId });
  if (isStale(turn, row) && question.kind !== 'misplaced') {
    closeQuestion(turn.db, row.id, turn.now);
    const { correcting } = question;
    const kept = {
      kind: 'misplaced',
      correcting,
      saved: null,
      sent: text,
      sentAt: turn.moment,
      asked: question,
    } as const;
    askNew(turn, task, kept, 'new');
    return;
  }
  const links = linksIn(text);
  keepLinks(turn, { activityId, cutId }, links);
  if (links.length > 0 && !/\p{L}/u.test(withoutLinks(text))) {
    say(turn, { html: linkReceived(task.activity.number) });
    return;
  }
  answerQuestion(turn, row, task, given);
}

/** Nothing is asked: says so and offers to begin, so that nobody believes to have reported. */
export function withoutQuestion(turn: Turn): void {
  say(turn, offer(turn, 'noQuestion'));
}

/** What a person may do now: report, or look; of somebody who reports nothing, what else there is. */
export function offer(turn: Turn, because: 'noQuestion' | 'greeting'): Message {
  const who = whoIs(turn);
  if (!who.reports) return { html: help(who) };
  const pending = pendingTasksOf(turn.db, turn.person.id, turn.moment).length;
  if (pending === 0) return { html: texts.nothingPending(turn.person.name) };
  return {
    html:
      because === 'greeting'
        ? texts.pendingGreeting(turn.person.name, pending)
        : texts.offerToReport(pending),
    keyboard: [
      [{ text: texts.buttons.report, data: writeButton({ to: 'report' }) }],
      [{ text: texts.buttons.list, data: writeButton({ to: 'myActivities', page: 1 }) }],
    ],
  };
}

/** A file is evidence of the activity being asked; a caption is an answer like a text. */
export function answerFile(turn: Turn, sent: Extract<Event, { kind: 'file' }>): void {
  const mayAnswer = receiveFile(turn, sent);
  if (mayAnswer && sent.caption !== null) answerTyped(turn, sent.caption);
}
