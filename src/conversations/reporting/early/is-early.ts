import type { QuestionRow } from '../../../db/questions.ts';
import type { Turn } from '../../turn.ts';
import { questionRepliedTo } from '../incoming/replied-to.ts';

/** Seconds. A question that is younger when something is sent was not read (specification: Early messages). */
const seenAfterSeconds = 2;

/**
 * Whether this message was sent before its writer can have seen the question: Telegram had not taken the question, took
 * it after the message, or took it less than 2 s before. A tap or a reply to the question is never early.
 */
export function isEarly(turn: Turn, row: QuestionRow): boolean {
  return turn.messageId !== null && isUnseen(turn, row) && questionRepliedTo(turn)?.id !== row.id;
}

function isUnseen({ messageId, moment }: Turn, { shownAt, shownMessageId }: QuestionRow): boolean {
  if (shownAt === null) return true;
  if (shownMessageId !== null && shownMessageId > (messageId ?? 0)) return true;
  // Telegram dates whole seconds.
  return Math.floor(moment / 1000) - Math.floor(shownAt / 1000) < seenAfterSeconds;
}
