import { z } from 'zod';
import {
  changeQuestion,
  closeQuestion,
  openGeneralQuestion,
  type QuestionRow,
  reopenQuestion,
  suspendOpen,
} from '../../../db/questions.ts';
import { ANSWERS } from '../../../domain/constants.ts';
import type { Html, Message } from '../../../domain/events.ts';
import { nothing, paragraphs } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/evidence.ts';
import { inRows } from '../../dialogs/keyboard.ts';
import { answerButton } from '../../question-answers.ts';
import { say, showAgain, type Turn } from '../../turn.ts';
import { appendMessage } from '../early/append-message.ts';
import { taskWhenSent } from '../incoming/task-when-sent.ts';

const buttonsARow = 4;
/** With more activities their numbers are typed. */
const mostButtons = 24;

const said = z.object({
  text: z.string(),
  /** When the first of it was sent. */
  sentAt: z.number(),
  messageIds: z.array(z.number()),
  /** Length of the last piece, in UTF-16 units. */
  lastPiece: z.number(),
});

const whoseQuestion = z.object({
  kind: z.literal('evidence'),
  files: z.array(
    z.object({
      fileId: z.string(),
      /** This and the next are not in the questions that former versions asked. */
      sentAs: z.enum(['photo', 'document']).nullable().default(null),
      bytes: z.number().nullable().default(null),
      mediaGroupId: z.string().nullable(),
      moment: z.number(),
    }),
  ),
  options: z.array(z.object({ activityId: z.number(), cutId: z.number(), number: z.string() })).min(1),
  /** What was written: an answer, as soon as the activity is known. */
  said: said.nullable().default(null),
  /** The same, as former versions kept it. */
  caption: z.string().nullable().optional(),
});

/** What was written and waits to be filed. */
export type Said = z.infer<typeof said>;
/** *¿El archivo es de la n.º 3 o de la n.º 5?*, *¿Es para la n.º 1 o la n.º 2?* */
export type WhoseQuestion = Omit<z.infer<typeof whoseQuestion>, 'caption'>;

export function readWhoseQuestion(payload: unknown): WhoseQuestion {
  const { caption, ...question } = whoseQuestion.parse(payload);
  if (question.said !== null || !caption) return question;
  const sentAt = question.files[0]?.moment ?? 0;
  return { ...question, said: { text: caption, sentAt, messageIds: [], lastPiece: 0 } };
}

/** Asks whose it is; what was asked before waits. */
export function askWhose(turn: Turn, question: Omit<WhoseQuestion, 'kind'>): void {
  const payload: WhoseQuestion = { kind: 'evidence', ...question };
  const { id } = openGeneralQuestion(turn.db, turn.person.id, payload.kind, payload, turn.now);
  say(turn, whoseMessage(id, payload));
}

/** The same, asked when what is asked now is done. */
export function askWhoseLater(turn: Turn, question: Omit<WhoseQuestion, 'kind'>): void {
  const payload: WhoseQuestion = { kind: 'evidence', ...question };
  openGeneralQuestion(turn.db, turn.person.id, payload.kind, payload, turn.now);
  suspendOpen(turn.db, turn.person.id);
}

/** What was written in this turn, as what waits to be filed; after what waits already. */
export function saidNow(turn: Turn, text: string, before: Said | null = null): Said {
  const messageIds = turn.messageId === null ? [] : [turn.messageId];
  if (before === null) return { text, sentAt: turn.moment, messageIds, lastPiece: text.length };
  return {
    text: appendMessage(before.text, before.lastPiece, text),
    sentAt: before.sentAt,
    messageIds: [...before.messageIds, ...messageIds],
    lastPiece: text.length,
  };
}

/** What was written after what the open question asks about is asked about with it. */
export function joinWhose(turn: Turn, row: QuestionRow, text: string): void {
  const question = readWhoseQuestion(row.payload);
  const longer = { ...question, said: saidNow(turn, text, question.said) };
  changeQuestion(turn.db, row.id, longer);
  showAgain(turn, whoseMessage(row.id, longer));
}

/** Whether a text that names no activity tells more of what was done, so that it waits with the rest. */
export function tellsSomething(text: string): boolean {
  return text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length >= ANSWERS.observationWords;
}

type Option = WhoseQuestion['options'][number];

/** A button says the place of its activity among all options: an earlier message may show more of them. */
function whoseMessage(
  id: number,
  { files, options, said }: WhoseQuestion,
  isOffered: (option: Option) => boolean = () => true,
): Message {
  const button = answerButton<'evidence'>(id);
  const buttons = options.flatMap((option, place) =>
    isOffered(option) ? button(texts.evidenceButtons.activity(option.number), `a${place}`) : [],
  );
  const numbers = options.filter(isOffered).map((option) => option.number);
  const asked = said === null ? texts.whose(numbers) : texts.forWhich(numbers, said.text, files.length > 0);
  const isTyped = buttons.length > mostButtons;
  return {
    html: paragraphs(asked, isTyped ? texts.chooseWhose(numbers) : nothing),
    keyboard: [...inRows(isTyped ? [] : buttons, buttonsARow), [button(texts.evidenceButtons.none, 'none')]],
    asks: id,
  };
}

/**
 * Shows it again after something else was asked, with the activities that still take something. When none does, it is
 * dropped with a word. @returns whether it is asked
 */
export function askWhoseAgain(turn: Turn, row: QuestionRow, first: () => void): boolean {
  const question = readWhoseQuestion(row.payload);
  const sentAt = question.said?.sentAt ?? question.files[0]?.moment ?? row.askedAt;
  const isOffered = (option: Option) => taskWhenSent(turn, option, sentAt) !== undefined;
  const [lost] = question.options;
  if (lost && !question.options.some(isOffered)) {
    closeQuestion(turn.db, row.id, turn.now);
    say(turn, { html: texts.tooLate(lost.number, question.files.length > 0 ? 'file' : 'text') });
    return false;
  }
  first();
  const reopened = reopenQuestion(turn.db, row, { ...row, askedAt: turn.now });
  say(turn, whoseMessage(reopened.id, question, isOffered));
  return true;
}

/** Says how to answer this question. */
export function whoseHint(row: QuestionRow): Html {
  return texts.chooseWhose(readWhoseQuestion(row.payload).options.map((option) => option.number));
}
