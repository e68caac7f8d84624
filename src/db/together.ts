/** Notices that are released together to one person, as one message. */
import type { Moment } from '../domain/dates.ts';
import type { Message } from '../domain/events.ts';
import { and, eq, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { type OutboxRow, rowById } from './outbox-rows.ts';
import { outbox } from './schema/index.ts';

const TOGETHER = 'together';

/**
 * Writes one waiting notice in the place of several of a person. These keep their texts, so that they can wait for
 * themselves again (`partAgain`).
 * @returns its row
 */
export function putTogether(
  db: Db,
  rows: readonly [OutboxRow, ...OutboxRow[]],
  message: Message,
  now: Moment,
): number {
  const [{ chatId, personId }] = rows;
  const { id } = db
    .insert(outbox)
    .values({
      chatId,
      personId,
      kind: 'notice',
      notice: TOGETHER,
      payload: message,
      createdAt: now,
      notBefore: now,
      state: 'waiting',
    })
    .returning({ id: outbox.id })
    .get();
  for (const row of rows)
    db.update(outbox)
      .set({ state: 'notNeeded', reason: TOGETHER, supersededBy: id, settledAt: now })
      .where(eq(outbox.id, row.id))
      .run();
  return id;
}

/**
 * One message that did not leave is given up, and its notices wait again: each is cancelled or no longer true by itself.
 * @returns false when the row is no such message
 */
export function partAgain(db: Db, rowId: number): boolean {
  if (rowById(db, rowId)?.notice !== TOGETHER) return false;
  const own = and(eq(outbox.supersededBy, rowId), eq(outbox.reason, TOGETHER), eq(outbox.state, 'notNeeded'));
  // A text that was erased meanwhile named somebody who left.
  db.update(outbox)
    .set({ state: 'waiting', reason: null, supersededBy: null, settledAt: null })
    .where(and(own, sql`json_extract(${outbox.payload}, '$.html') <> ''`))
    .run();
  db.update(outbox)
    .set({ state: 'cancelled', reason: TOGETHER, payload: null })
    .where(eq(outbox.id, rowId))
    .run();
  return true;
}

/** Whether a notice was sent, by itself or together with others. */
export function wasSent(db: Db, row: OutboxRow): boolean {
  if (row.state === 'sent') return true;
  if (row.reason !== TOGETHER || row.supersededBy === null) return false;
  return rowById(db, row.supersededBy)?.state === 'sent';
}
