import { and, eq, gte, inArray, lt, notInArray, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { prepared } from './prepared.ts';
import { outbox } from './schema/index.ts';

/** A message on its way, or one that has had its end. */
export type OutboxRow = typeof outbox.$inferSelect;

export function hasKey(db: Db, key: string): boolean {
  return db.select({ id: outbox.id }).from(outbox).where(eq(outbox.key, key)).get() !== undefined;
}

const byId = prepared((db) =>
  db
    .select()
    .from(outbox)
    .where(eq(outbox.id, sql.placeholder('id')))
    .prepare(),
);

export function rowById(db: Db, id: number): OutboxRow | undefined {
  return byId(db).get({ id });
}

export function rowByKey(db: Db, key: string): OutboxRow | undefined {
  return db.select().from(outbox).where(eq(outbox.key, key)).get();
}

/** The row whose message a button sat on; edits keep the row of the message they changed. */
export function rowOfMessage(db: Db, chatId: number, messageId: number): OutboxRow | undefined {
  return db
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.chatId, chatId),
        eq(outbox.messageId, messageId),
        notInArray(outbox.kind, ['edit', 'buttons']),
      ),
    )
    .get();
}

/** The highest row that put a message of ours into a chat (0: none). */
export function lastMessageRow(db: Db, chatId: number): number {
  return (
    db
      .select({ last: sql<number>`coalesce(max(${outbox.id}), 0)` })
      .from(outbox)
      .where(
        and(
          eq(outbox.chatId, chatId),
          inArray(outbox.kind, ['reply', 'reminder', 'summary', 'notice']),
          inArray(outbox.state, ['released', 'sent']),
        ),
      )
      .get()?.last ?? 0
  );
}

export function waitingRows(db: Db): readonly OutboxRow[] {
  return db.select().from(outbox).where(eq(outbox.state, 'waiting')).orderBy(outbox.id).all();
}

const waitingKeys = prepared((db) =>
  db
    .select()
    .from(outbox)
    .where(
      and(
        gte(outbox.key, sql.placeholder('from')),
        lt(outbox.key, sql.placeholder('to')),
        eq(outbox.state, 'waiting'),
      ),
    )
    .orderBy(outbox.id)
    .prepare(),
);

/** The rows still waiting whose key begins like this, however many others wait. */
export function waitingRowsAbout(db: Db, start: string): readonly OutboxRow[] {
  return waitingKeys(db).all({ from: start, to: `${start}\u{10ffff}` });
}
