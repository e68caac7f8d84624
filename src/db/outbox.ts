import type { Moment } from '../domain/dates.ts';
import type { Message } from '../domain/events.ts';
import { and, eq, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { type OutboxRow, rowById } from './outbox-rows.ts';
import { givenOrNull, prepared } from './prepared.ts';
import { type OutboxPayload, outbox } from './schema/index.ts';

/** The address of a message: a person's private chat, or another chat (of a stranger, a group). */
export type Addressee = { readonly chatId: number; readonly personId: number | null };

/**
 * Writes an answer to what a person just did. It is released at once, in order within its chat.
 * @returns the row's id.
 */
export function answer(
  db: Db,
  to: Addressee,
  message: Message,
  now: Moment,
  expiresAt: Moment | null = null,
): number {
  return send(db, { ...to, kind: 'reply', payload: message, createdAt: now, notBefore: now, expiresAt });
}

/** Answers a tap. An answer that is late or refused is dropped: after 10 s the phone has stopped waiting. */
export function answerTap(
  db: Db,
  to: Addressee,
  queryId: string,
  text: string | undefined,
  now: Moment,
): void {
  send(db, {
    ...to,
    kind: 'tap',
    payload: { queryId, text },
    createdAt: now,
    notBefore: now,
    expiresAt: now + 10_000,
  });
}

/**
 * Changes the message of a row. Not yet sent: the text is replaced in place. Sent: an edit follows. Set
 * aside: the change becomes a message of its own. The sender compares what it sent with what the row holds
 * then, so a change during the sending is not lost.
 * @returns the row that now holds the text.
 */
export function change(
  db: Db,
  rowId: number,
  message: Message,
  now: Moment,
  expiresAt: Moment | null = null,
): number {
  const row = rowById(db, rowId);
  if (!row) throw new Error(`outbox row ${rowId} does not exist`);
  if (row.state !== 'released' && row.state !== 'sent') {
    return answer(db, { chatId: row.chatId, personId: row.personId }, message, now, expiresAt);
  }
  if (row.payload && sameContent(row.payload, message)) return rowId;
  const until = row.state === 'released' ? { expiresAt } : {};
  db.update(outbox)
    .set({ payload: message, ...until })
    .where(eq(outbox.id, rowId))
    .run();
  if (row.state === 'sent') edit(db, row, 'edit', now, expiresAt);
  return rowId;
}

/** Removes the buttons from the message of a row, if it has any. */
export function removeButtons(db: Db, rowId: number, now: Moment): void {
  const row = rowById(db, rowId);
  if (!row?.payload || !('html' in row.payload) || !row.payload.keyboard) return;
  if (row.state !== 'released' && row.state !== 'sent') return;
  const { html, asks, forget } = row.payload;
  db.update(outbox)
    .set({ payload: { html, asks, ...(forget ? { forget } : {}) } })
    .where(eq(outbox.id, rowId))
    .run();
  if (row.state === 'sent') edit(db, row, 'buttons', now, null);
}

/**
 * Queues an edit of a sent row to whatever the row holds when the edit is sent; an edit that waits is enough.
 */
export function edit(
  db: Db,
  row: OutboxRow,
  kind: 'edit' | 'buttons',
  now: Moment,
  expiresAt: Moment | null,
): void {
  const waiting = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.edits, row.id), eq(outbox.state, 'released')))
    .get();
  if (waiting) {
    if (kind === 'edit') db.update(outbox).set({ kind, expiresAt }).where(eq(outbox.id, waiting.id)).run();
    return;
  }
  send(db, {
    chatId: row.chatId,
    personId: row.personId,
    kind,
    edits: row.id,
    createdAt: now,
    notBefore: now,
    expiresAt,
  });
}

/** Settles a row without sending it, with the reason. */
export function settle(
  db: Db,
  rowId: number,
  state: 'refused' | 'expired' | 'notNeeded' | 'cancelled',
  reason: string,
  now: Moment,
): void {
  db.update(outbox).set({ state, reason, settledAt: now }).where(eq(outbox.id, rowId)).run();
}

const addReleased = prepared((db) =>
  db
    .insert(outbox)
    .values({
      chatId: sql.placeholder('chatId'),
      personId: sql.placeholder('personId'),
      kind: sql.placeholder('kind'),
      payload: givenOrNull('payload', outbox.payload),
      edits: sql.placeholder('edits'),
      createdAt: sql.placeholder('createdAt'),
      notBefore: sql.placeholder('notBefore'),
      expiresAt: sql.placeholder('expiresAt'),
      state: 'released',
      releaseSeq: nextReleaseSeq(),
    })
    .prepare(),
);
const defaults = { personId: null, payload: null, edits: null, expiresAt: null };

/** Writes a row that is released at once. */
function send(db: Db, what: Omit<typeof outbox.$inferInsert, 'state'>): number {
  return Number(addReleased(db).run({ ...defaults, ...what }).lastInsertRowid);
}

/** The order in which released rows leave within their chat. */
export function nextReleaseSeq() {
  return sql`(select coalesce(max(${outbox.releaseSeq}), 0) + 1 from ${outbox})`;
}

/**
 * Whether two contents have the same text and buttons: Telegram answers an edit that changes nothing with
 * 400.
 */
export function sameContent(payload: OutboxPayload, message: OutboxPayload): boolean {
  return JSON.stringify(payload) === JSON.stringify(message);
}
