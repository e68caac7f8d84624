import type { Keyboard } from '../domain/events.ts';
import { and, desc, eq, getTableColumns, inArray, isNotNull, notInArray, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { selecting } from './prepared.ts';
import { type OutboxKind, outbox } from './schema/index.ts';

const { key: _, ...allButKey } = getTableColumns(outbox);
/** Every column of a row but its key: a key is only looked up whole (`announce.ts`). */
export const rowColumns = allButKey;

/** A message on its way, or a settled one. */
export type OutboxRow = Omit<typeof outbox.$inferSelect, 'key'>;

/** The ways in which the outbox carries a notice. */
export type Broadcast = Extract<OutboxKind, 'reminder' | 'summary' | 'notice'>;

/** The columns that say what a notice is about. */
export type About = {
  readonly planId: number;
  readonly cutId: number;
  readonly activityId: number;
  readonly reportId: number;
  /** Null: the assignment is gone, since it will not take place. */
  readonly assignmentId: number | null;
  readonly presentationId: number;
  readonly verificationId: number;
  readonly officeChangeId: number;
  readonly planChangeId: number;
};

const byId = selecting(rowColumns, (rows) => rows.from(outbox).where(eq(outbox.id, sql.placeholder('id'))));

/** The notices that are released and have not left. */
export function releasedNotices(db: Db): readonly OutboxRow[] {
  return db
    .select(rowColumns)
    .from(outbox)
    .where(and(eq(outbox.state, 'released'), isNotNull(outbox.notice)))
    .orderBy(outbox.releaseSeq)
    .all();
}

export function rowById(db: Db, id: number): OutboxRow | undefined {
  return byId(db).get({ id });
}

/** The row whose message a button belonged to; an edit keeps the row of the message that it changed. */
export function rowOfMessage(db: Db, chatId: number, messageId: number): OutboxRow | undefined {
  return ofMessage(db).get({ chatId, messageId });
}

const ofMessage = selecting(rowColumns, (rows) =>
  rows
    .from(outbox)
    .where(
      and(
        eq(outbox.chatId, sql.placeholder('chatId')),
        eq(outbox.messageId, sql.placeholder('messageId')),
        notInArray(outbox.kind, ['edit', 'buttons']),
      ),
    ),
);

/** What shows a message of its own in a chat: no edit, no change of buttons, no answer to a tap. */
const messagesOfChat = and(
  eq(outbox.chatId, sql.placeholder('chatId')),
  inArray(outbox.kind, ['reply', 'reminder', 'summary', 'notice']),
);

/** The highest row that put a message of ours into a chat (0: there is none). */
export function lastMessageRow(db: Db, chatId: number): number {
  return lastInChat(db).get({ chatId })?.last ?? 0;
}

const lastInChat = selecting({ last: sql<number>`coalesce(max(${outbox.id}), 0)` }, (rows) =>
  rows.from(outbox).where(and(messagesOfChat, inArray(outbox.state, ['released', 'sent']))),
);

const newestInChat = selecting(
  { keyboard: sql<string | null>`json_extract(${outbox.payload}, '$.keyboard')` },
  (rows) =>
    rows
      .from(outbox)
      .where(and(messagesOfChat, eq(outbox.state, 'sent')))
      .orderBy(desc(outbox.id))
      .limit(sql.placeholder('most')),
);

/** The buttons under the newest messages of ours that a chat shows, as they are now. @param most how many messages */
export function newestKeyboards(db: Db, chatId: number, most: number): readonly Keyboard[] {
  const rows = newestInChat(db).all({ chatId, most });
  return rows.flatMap(({ keyboard }) => (keyboard === null ? [] : [JSON.parse(keyboard) as Keyboard]));
}

/** Whether a file is still on its way to a chat. */
export function isFileOnItsWay(db: Db, chatId: number, path: string): boolean {
  const found = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.state, 'released'),
        eq(outbox.chatId, chatId),
        eq(sql`json_extract(${outbox.payload}, '$.file.path')`, path),
      ),
    )
    .get();
  return found !== undefined;
}
