import { isNotNull } from './drizzle.ts';
import type { Db } from './open.ts';
import { outbox, question, received } from './schema/index.ts';

/**
 * Prepares the database for another bot's token, where each chat's message numbers start again. A message
 * counts as new although the former bot had one with its number; a question counts as asked before it all the
 * same; and no message of the former bot can be changed any more.
 */
export function forgetNumbersOfFormerBot(db: Db): void {
  db.delete(received).run();
  db.update(outbox).set({ messageId: null }).where(isNotNull(outbox.messageId)).run();
  db.update(question).set({ shownMessageId: null }).where(isNotNull(question.shownMessageId)).run();
}
