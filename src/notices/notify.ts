import { type Announcement, announce } from '../db/announce.ts';
import type { Db } from '../db/open.ts';
import { settle } from '../db/outbox.ts';
import type { About, OutboxRow } from '../db/outbox-rows.ts';
import { type NoticesOf, waitingNotices } from '../db/waiting.ts';
import type { Moment } from '../domain/dates.ts';
import type { Message } from '../domain/events.ts';
import type { NoticeKind } from './kind.ts';

/** An enrolled person, as far as sending needs. */
export type Recipient = { readonly id: number; readonly telegramUserId: number };

export type Notice<Column extends keyof About> = {
  /**
   * Makes it go out only once. `noticeKey` builds it from the kind, what it is about, and the person. Stored
   * rows keep theirs, so a key never changes its form. Null: it goes out as often as it is written.
   */
  readonly key: string | null;
  readonly about: Pick<About, Column>;
  /** Null: its text is made when it leaves. */
  readonly message: Message | null;
  readonly now: Moment;
} & Pick<Announcement, 'day' | 'variant' | 'part' | 'notBefore' | 'expiresAt'>;

/** A key such as `moved:3:1648083600000:12`. It is only looked up as a whole; nothing reads its parts. */
export function noticeKey(...parts: readonly (string | number)[]): string {
  return parts.join(':');
}

/**
 * Writes a notice to one person. It goes out within the hours, when no conversation is under way.
 * @returns its row; undefined when it was written before: then it writes nothing
 */
export function notify<Column extends keyof About>(
  db: Db,
  kind: NoticeKind<Column>,
  to: Recipient,
  notice: Notice<Column>,
): number | undefined {
  const addressee = { chatId: to.telegramUserId, personId: to.id };
  return announce(db, addressee, { ...notice, kind: kind.sentAs ?? 'notice', notice: kind.name });
}

/** Counts a notice as sent, because the person knows it from another notice or did it themselves. */
export function noteKnown<Column extends keyof About>(
  db: Db,
  kind: NoticeKind<Column>,
  to: Recipient,
  notice: Omit<Notice<Column>, 'message'>,
): void {
  const row = notify(db, kind, to, { ...notice, message: null });
  if (row !== undefined) settle(db, row, 'notNeeded', 'superseded', notice.now);
}

/** The waiting notices of some kinds about one thing. */
export function waitingOf(
  db: Db,
  kinds: readonly Pick<NoticeKind, 'name'>[],
  of: NoticesOf,
): readonly OutboxRow[] {
  return waitingNotices(
    db,
    kinds.map((kind) => kind.name),
    of,
  );
}

/**
 * Ends the waiting notices of some kinds about one thing.
 * @returns how many
 */
export function endWaiting(
  db: Db,
  kinds: readonly Pick<NoticeKind, 'name'>[],
  of: NoticesOf,
  why: readonly ['notNeeded' | 'cancelled', 'superseded' | 'reassigned'],
  now: Moment,
): number {
  const rows = waitingOf(db, kinds, of);
  for (const row of rows) settle(db, row.id, why[0], why[1], now);
  return rows.length;
}
