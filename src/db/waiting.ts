/** Notices, from waiting to released and back. */
import type { Moment } from '../domain/dates.ts';
import type { Message } from '../domain/events.ts';
import { and, eq, inArray, isNull, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { nextReleaseSeq } from './outbox.ts';
import { type About, type OutboxRow, rowColumns } from './outbox-rows.ts';
import { prepared, selecting } from './prepared.ts';
import { type OutboxPayload, outbox } from './schema/index.ts';
import { partAgain } from './together.ts';

export function waitingRows(db: Db): readonly OutboxRow[] {
  return waiting(db).all();
}

const isWaiting = sql`${outbox.state} = 'waiting'`;
const waiting = selecting(rowColumns, (rows) => rows.from(outbox).where(isWaiting).orderBy(outbox.id));
const isOfNotice = sql`${outbox.notice} in (select value from json_each(${sql.placeholder('notices')}))`;
const waitingOfAll = selecting(rowColumns, (rows) =>
  rows.from(outbox).where(and(isOfNotice, isWaiting)).orderBy(outbox.id),
);
const waitingOfPerson = selecting(rowColumns, (rows) =>
  rows
    .from(outbox)
    .where(and(isOfNotice, eq(outbox.personId, sql.placeholder('personId')), isWaiting))
    .orderBy(outbox.id),
);

/** A filter by what notices are about. */
export type NoticesOf = Partial<About> & { readonly personId?: number };

/** The waiting rows of some kinds of notice about one thing, found without reading other rows. */
export function waitingNotices(
  db: Db,
  notices: readonly string[],
  { personId, ...about }: NoticesOf,
): readonly OutboxRow[] {
  const named = { notices: JSON.stringify(notices) };
  const rows =
    personId === undefined ? waitingOfAll(db).all(named) : waitingOfPerson(db).all({ ...named, personId });
  const columns = Object.keys(about) as (keyof About)[];
  return rows.filter((row) => columns.every((column) => row[column] === about[column]));
}

/** Gives a waiting row a newer text, and the moment before which it does not go. */
export function replaceWaiting(db: Db, rowId: number, message: Message, notBefore: Moment): void {
  db.update(outbox)
    .set({ payload: message, notBefore })
    .where(and(eq(outbox.id, rowId), eq(outbox.state, 'waiting')))
    .run();
}

/**
 * Queues again a row that ended without reaching anybody; it waits for the tick as a new one does. It keeps
 * its old release number until then: if that is the highest, freeing it would give it to the next row, and
 * the sender would skip that row.
 * @param of a value that is left out stays as it was
 */
export function announceAgain(
  db: Db,
  rowId: number,
  of: Pick<OutboxRow, 'notBefore' | 'expiresAt'> & Partial<Pick<OutboxRow, 'chatId' | 'payload'>>,
): void {
  db.update(outbox)
    .set({ ...of, state: 'waiting', reason: null, attempts: 0, settledAt: null, messageId: null })
    .where(eq(outbox.id, rowId))
    .run();
}

/** Deletes a row that was sent to nobody, and its key. */
export function dropUnsent(db: Db, rowId: number): void {
  db.delete(outbox)
    .where(and(eq(outbox.id, rowId), isNull(outbox.messageId)))
    .run();
}

export function release(db: Db, rowId: number): void {
  db.update(outbox)
    .set({ state: 'released', releaseSeq: nextReleaseSeq(), reason: null })
    .where(eq(outbox.id, rowId))
    .run();
}

/** A released row waits for the tick again. It keeps its number, so that no other row gets it. */
export function returnToWaiting(db: Db, rowId: number): void {
  if (partAgain(db, rowId)) return;
  db.update(outbox).set({ state: 'waiting' }).where(eq(outbox.id, rowId)).run();
}

/** Released notices that are not sent yet wait again for the hours and the tick. */
export function requeueReleased(db: Db): number {
  for (const { id } of releasedTogether(db).all()) partAgain(db, id);
  return takeBack(db).run().changes;
}

const releasedTogether = selecting({ id: outbox.id }, (rows) =>
  rows.from(outbox).where(and(eq(outbox.state, 'released'), eq(outbox.notice, 'together'))),
);
const takeBack = prepared((db) =>
  db
    .update(outbox)
    .set({ state: 'waiting', releaseSeq: null })
    .where(and(eq(outbox.state, 'released'), inArray(outbox.kind, ['reminder', 'summary', 'notice'])))
    .prepare(),
);

/** Sends a row that was written for a person's former account to the present one. */
export function readdress(db: Db, rowId: number, chatId: number): void {
  db.update(outbox).set({ chatId }).where(eq(outbox.id, rowId)).run();
}

/** Notes why a row waits, so that the reason is known if its time ends. */
export function noteWhyWaiting(db: Db, row: OutboxRow, reason: 'conversation'): void {
  if (row.reason !== reason) db.update(outbox).set({ reason }).where(eq(outbox.id, row.id)).run();
}

/** Keeps the text that was made when the row was released or sent. */
export function setText(db: Db, rowId: number, payload: OutboxPayload): void {
  db.update(outbox).set({ payload }).where(eq(outbox.id, rowId)).run();
}
