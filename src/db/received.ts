import { hash } from 'node:crypto';
import { and, eq, isNotNull, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { given, prepared } from './prepared.ts';
import { received } from './schema/index.ts';

export type ReceivedRow = typeof received.$inferSelect;

const addMessage = prepared((db) =>
  db
    .insert(received)
    .values({
      chatId: sql.placeholder('chatId'),
      messageId: sql.placeholder('messageId'),
      textHash: sql.placeholder('textHash'),
      at: sql.placeholder('at'),
      mediaGroupId: sql.placeholder('mediaGroupId'),
    })
    .onConflictDoNothing()
    .prepare(),
);

/**
 * Remembers a message by chat and number, its text only as a hash.
 * @returns false when it had arrived before: a message that arrives twice counts once.
 */
export function rememberMessage(
  db: Db,
  message: Pick<ReceivedRow, 'chatId' | 'messageId' | 'at' | 'mediaGroupId'> & { readonly text: string },
): boolean {
  const { text, ...row } = message;
  return addMessage(db).run({ ...row, textHash: hashOf(text) }).changes > 0;
}

const tieToActivity = prepared((db) =>
  db
    .update(received)
    .set({
      activityId: given('activityId', received.activityId),
      cutId: given('cutId', received.cutId),
    })
    .where(
      and(
        eq(received.chatId, sql.placeholder('chatId')),
        eq(received.messageId, sql.placeholder('messageId')),
      ),
    )
    .prepare(),
);

/**
 * Ties a message to the activity whose question it answered, so that a later edit of it can be answered with
 * what is stored.
 */
export function noteAnswered(
  db: Db,
  chatId: number,
  messageId: number,
  of: { readonly activityId: number; readonly cutId: number },
): void {
  tieToActivity(db).run({ chatId, messageId, activityId: of.activityId, cutId: of.cutId });
}

/** The first item of an album that was tied to an activity. */
export function firstOfAlbum(db: Db, chatId: number, mediaGroupId: string): ReceivedRow | undefined {
  return db
    .select()
    .from(received)
    .where(
      and(
        eq(received.chatId, chatId),
        eq(received.mediaGroupId, mediaGroupId),
        isNotNull(received.mediaGroupId),
        isNotNull(received.activityId),
      ),
    )
    .orderBy(received.messageId)
    .limit(1)
    .get();
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
  return hash('sha256', text, 'hex');
}
