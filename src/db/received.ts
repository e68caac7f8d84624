import { createHash } from 'node:crypto';
import type { Moment } from '../domain/dates.ts';
import { and, eq } from './drizzle.ts';
import type { Db } from './open.ts';
import { received } from './schema/index.ts';

export type ReceivedRow = typeof received.$inferSelect;

/**
 * Remembers a message by chat and number, its text as a hash only.
 * @returns false when it had arrived before: a message that arrives twice counts once.
 */
export function rememberMessage(
  db: Db,
  chatId: number,
  messageId: number,
  text: string,
  at: Moment,
): boolean {
  const added = db
    .insert(received)
    .values({ chatId, messageId, textHash: hashOf(text), at })
    .onConflictDoNothing()
    .run();
  return added.changes > 0;
}

/** Ties a message to the activity whose question it answered, so that a later edit can be told what is stored. */
export function noteAnswered(
  db: Db,
  chatId: number,
  messageId: number,
  of: { readonly activityId: number; readonly cutId: number },
): void {
  db.update(received)
    .set({ activityId: of.activityId, cutId: of.cutId })
    .where(and(eq(received.chatId, chatId), eq(received.messageId, messageId)))
    .run();
}

export function receivedMessage(db: Db, chatId: number, messageId: number): ReceivedRow | undefined {
  return db
    .select()
    .from(received)
    .where(and(eq(received.chatId, chatId), eq(received.messageId, messageId)))
    .get();
}

export function isTextOf(row: ReceivedRow, text: string): boolean {
  return row.textHash === hashOf(text);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
