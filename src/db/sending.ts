import type { Moment } from '../domain/dates.ts';
import { and, asc, eq, gt, gte, isNotNull, ne, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { edit, sameContent } from './outbox.ts';
import { type OutboxRow, rowById, rowColumns } from './outbox-rows.ts';
import { markUnreachable } from './people.ts';
import { given, prepared, selecting } from './prepared.ts';
import { markShown } from './questions.ts';
import { type OutboxPayload, outbox } from './schema/index.ts';
import { noteErased } from './traces.ts';
import { forgetVisitors } from './visitors.ts';

export type QueuedRow = Pick<OutboxRow, 'id' | 'chatId' | 'kind' | 'releaseSeq'> & {
  readonly releaseSeq: number;
};

const nextReleased = selecting(
  { id: outbox.id, chatId: outbox.chatId, kind: outbox.kind, releaseSeq: outbox.releaseSeq },
  (rows) =>
    rows
      .from(outbox)
      .where(and(eq(outbox.state, 'released'), gt(outbox.releaseSeq, sql.placeholder('seq'))))
      .orderBy(asc(outbox.releaseSeq))
      .limit(sql.placeholder('most')),
);

/** Released rows after a release number, in the order of their release. */
export function releasedAfter(db: Db, seq: number, most: number): readonly QueuedRow[] {
  return nextReleased(db)
    .all({ seq, most })
    .flatMap((row) => (row.releaseSeq === null ? [] : [{ ...row, releaseSeq: row.releaseSeq }]));
}

/** Edits that have not left, or whose outcome is unknown. */
export function releasedEdits(db: Db): readonly OutboxRow[] {
  return editsOnTheirWay(db).all();
}

const editsOnTheirWay = selecting(rowColumns, (rows) =>
  rows.from(outbox).where(and(eq(outbox.state, 'released'), isNotNull(outbox.edits))),
);

const settleSent = prepared((db) =>
  db
    .update(outbox)
    .set({ state: 'sent', reason: null, settledAt: given('now', outbox.settledAt) })
    .where(eq(outbox.id, sql.placeholder('id')))
    .prepare(),
);
const settleShown = prepared((db) =>
  db
    .update(outbox)
    .set({
      state: 'sent',
      reason: null,
      settledAt: given('now', outbox.settledAt),
      messageId: given('messageId', outbox.messageId),
    })
    .where(eq(outbox.id, sql.placeholder('id')))
    .prepare(),
);

/**
 * Telegram accepted a message. If the row changed while it was on its way, an edit follows.
 * @param target the row whose message it is: the row itself, or the one that it edits
 * @param sent.date Telegram's, of the message or its edit
 */
export function markSent(
  db: Db,
  row: OutboxRow,
  target: OutboxRow,
  sent: { readonly payload: OutboxPayload; readonly messageId: number | null; readonly date: Moment },
  now: Moment,
): void {
  if (target.id !== row.id || sent.messageId === null) settleSent(db).run({ id: row.id, now });
  if (sent.messageId !== null) settleShown(db).run({ id: target.id, now, messageId: sent.messageId });
  if ('asks' in sent.payload && sent.payload.asks !== undefined)
    markShown(db, sent.payload.asks, { shownAt: sent.date, shownMessageId: sent.messageId });
  const current = rowById(db, target.id);
  if (row.kind !== 'tap' && current?.payload && !sameContent(current.payload, sent.payload)) {
    edit(db, current, 'edit', now, row.expiresAt);
  }
  if (current) forgetSecret(db, current, sent.payload);
  if (row.personId === null) forgetVisitors(db, now, row.chatId);
}

/** Keeps only the buttons of a message with a secret, so that they can be removed. */
function forgetSecret(db: Db, { id, payload }: OutboxRow, sent: OutboxPayload): void {
  if (!payload || !('html' in payload) || !payload.forget || !sameContent(payload, sent)) return;
  db.update(outbox)
    .set({ payload: { html: '', keyboard: payload.keyboard } })
    .where(eq(outbox.id, id))
    .run();
  noteErased(db);
}

/** Telegram will never take it: it is set aside with its reason, and `doctor` and `/pendientes` show it. */
export function markRefused(db: Db, row: OutboxRow, reason: string, unreachable: boolean, now: Moment): void {
  db.update(outbox).set({ state: 'refused', reason, settledAt: now }).where(eq(outbox.id, row.id)).run();
  if (unreachable) markUnreachable(db, row.chatId, now, reason);
  const current = rowById(db, row.id);
  if (row.payload && current) forgetSecret(db, current, row.payload);
  if (row.personId === null) forgetVisitors(db, now, row.chatId);
}

/** How many messages and edits went to each chat since a moment: the pace must count them after a restart. */
export function sentSince(db: Db, since: Moment): ReadonlyMap<number, number> {
  const rows = db
    .select({ chatId: outbox.chatId, sent: sql<number>`count(*)` })
    .from(outbox)
    .where(and(eq(outbox.state, 'sent'), ne(outbox.kind, 'tap'), gte(outbox.settledAt, since)))
    .groupBy(outbox.chatId)
    .all();
  return new Map(rows.map((row) => [row.chatId, row.sent]));
}

export function markTried(db: Db, rowId: number, attempts: number, reason: string): void {
  db.update(outbox).set({ attempts, reason }).where(eq(outbox.id, rowId)).run();
}

/** Paths of the files that unsettled rows still have to send. */
export function filesToSend(db: Db): ReadonlySet<string> {
  const rows = unsettled(db).all();
  return new Set(rows.flatMap(({ payload }) => (payload && 'file' in payload && payload.file?.path) || []));
}

const unsettled = selecting({ payload: outbox.payload }, (rows) =>
  rows.from(outbox).where(sql`${outbox.state} in ('waiting', 'released')`),
);
