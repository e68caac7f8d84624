import { lastMessageRow, rowById } from '../../../db/outbox-rows.ts';
import type { Message } from '../../../domain/events.ts';
import { say, type Turn } from '../../turn.ts';

/** Says the same of each item of an album, or of many files in a row, once: not again below itself. */
export function sayOnce(turn: Turn, message: Message): void {
  const last = rowById(turn.db, lastMessageRow(turn.db, turn.chatId))?.payload;
  if (!last || !('html' in last) || last.html !== message.html) say(turn, message);
}
