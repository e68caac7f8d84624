import type { Db } from '../db/open.ts';
import type { About, Broadcast, OutboxRow } from '../db/outbox-rows.ts';
import type { PlannedCut } from '../db/plans.ts';
import type { LocalDate, Moment } from '../domain/dates.ts';
import type { Message } from '../domain/events.ts';

/** A notice's row in the outbox. */
export type NoticeRow = OutboxRow & { readonly personId: number };

/** All but what goes to a former account, or to a chat of nobody. */
export function isNoticeRow(row: OutboxRow): row is NoticeRow {
  return row.personId !== null;
}

/** Why something that was to go out is not sent: all is reported, nothing takes reports any more, the person left. */
export type NotNeeded = { readonly notNeeded: 'done' | 'closed' | 'left' };

/** A person's open question put again; null when it no longer applies. */
export type AskAgain = (db: Db, personId: number, now: Moment) => Message | null;

/** What some texts need of the conversations. */
export type FromConversations = { readonly askAgain: AskAgain };

/**
 * A kind of message that goes out by itself: reminder, summary, digest, or a notice of an act. Everything that is asked
 * about a queued message is asked here. All functions are readings on the open transaction.
 */
export type NoticeKind<Column extends keyof About = keyof About> = {
  /** Stands in the column `notice` of stored rows: it never changes. */
  readonly name: string;
  /** What it is about: the columns of the outbox that are filled when it is written. */
  readonly about: readonly Column[];
  /** Whom it goes to. What goes to an office is cancelled when its person no longer holds any. */
  readonly to: 'responsible' | 'office' | 'formerAccount';
  /** How the outbox carries and counts it. Default: a notice. */
  readonly sentAs?: Exclude<Broadcast, 'notice'>;

  /** Whether it is cancelled when its person loses a position or an office. Default: by `to`. */
  readonly isLost?: (db: Db, row: NoticeRow, now: Moment) => boolean;
  /** When the cut that it is about is closed early: cancelled, or what it says then. Default: it stays as it is. */
  readonly onEarlyClose?: 'cancel' | ((db: Db, row: NoticeRow, planned: PlannedCut) => Message | null);
  /** Why it is no longer true while it waits; null: it still is. Default: it stays true. */
  readonly noLongerTrue?: (db: Db, row: NoticeRow, now: Moment) => NotNeeded['notNeeded'] | null;

  /**
   * It lists what is pending, so it takes the place of the day's reminder (`count-as-reminder.ts`), which comes back when
   * the notice is not sent. A function is asked again while it waits: the day whose reminder it replaces by what it lists
   * at that moment; null when it lists nothing.
   */
  readonly replacesReminder?: 'whenWritten' | ((db: Db, row: NoticeRow, now: Moment) => LocalDate | null);
  /** Goes into a conversation under way, which holds back everything else. */
  readonly interrupts?: true;

  /** Its text, made when the tick lets it go; null: as it was written. Default: as it was written. */
  readonly textAtRelease?: (
    db: Db,
    row: NoticeRow,
    now: Moment,
    from: FromConversations,
  ) => Message | NotNeeded | null;
  /** Its text, made at the moment of sending, of a row that was written without one. */
  readonly textAtSending?: (db: Db, row: OutboxRow, now: Moment) => Message | NotNeeded;
  /** What goes on record when Telegram has taken it. */
  readonly onSent?: (db: Db, row: OutboxRow, now: Moment) => void;
  /** How it is sent again when it could not be delivered. Default: as it was. */
  readonly resent?: 'anew' | 'never';
};
