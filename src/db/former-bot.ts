import { isNotNull } from './drizzle.ts';
import type { Db } from './open.ts';
import { outbox, question, received } from './schema/index.ts';

/**
 * Another bot's token on this database: every chat is numbered from the beginning again. What people write there is
 * new although a message of the former bot had its number, a question was asked before it all the same, and no message of the former bot can be changed any more.
 */
export function forgetNumbersOfFormerBot(db: Db): void {
  db.delete(received).run();
  db.update(outbox).set({ messageId: null }).where(isNotNull(outbox.messageId)).run();
  db.update(question).set({ shownMessageId: null }).where(isNotNull(question.shownMessageId)).run();
}
