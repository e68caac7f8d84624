import type { Db } from '../db/open.ts';
import type { About, Broadcast, OutboxRow } from '../db/outbox-rows.ts';
import type { PlannedCut } from '../db/plans.ts';
import type { LocalDate, Moment } from '../domain/dates.ts';
import type { Message } from '../domain/events.ts';

/** A notice's row in the outbox. */
export type NoticeRow = OutboxRow & { readonly personId: number };

/** Whether a row is a notice to a person; false for a former account or a chat that belongs to nobody. */
export function isNoticeRow(row: OutboxRow): row is NoticeRow {
  return row.personId !== null;
}

/** Why a notice is not sent: everything is reported, nothing takes reports any more, or the person left. */
export type NotNeeded = { readonly notNeeded: 'done' | 'closed' | 'left' };

/** A person's open question, asked again; null when it no longer applies. */
export type AskAgain = (db: Db, personId: number, now: Moment) => Message | null;

/** What some texts need from the conversations. */
export type FromConversations = { readonly askAgain: AskAgain };

/**
 * A kind of message that goes out by itself: reminder, summary, digest, or a notice of an act. Everything
 * about a queued message is asked here. All functions only read, on the open transaction.
 */
export type NoticeKind<Column extends keyof About = keyof About> = {
  /** Stored in the rows' column `notice`, so it never changes. */
  readonly name: string;
  /** The columns of the outbox that say what it is about; they are filled when it is written. */
  readonly about: readonly Column[];
  /** The receiver. A notice to an office is cancelled when its person no longer holds any. */
  readonly to: 'responsible' | 'office' | 'formerAccount';
  /** How the outbox carries and counts it. Default: as a notice. */
  readonly sentAs?: Exclude<Broadcast, 'notice'>;

  /**
   * Mere news: what is released in the same minute to one person is one message. Only for a kind whose text is made when it is
   * written, and that once released nothing but the loss of its person's office or a newer notice ends. Default: a message
   * of its own.
   */
  readonly news?: true;
  /** Whether it is cancelled when its person loses a position or an office. Default: follows `to`. */
  readonly isLost?: (db: Db, row: NoticeRow, now: Moment) => boolean;
  /** When its cut is closed early: cancelled, or its text then. Default: unchanged. */
  readonly onEarlyClose?: 'cancel' | ((db: Db, row: NoticeRow, planned: PlannedCut) => Message | null);
  /** Why it is no longer true while it waits; null: it is still true. Default: always true. */
  readonly noLongerTrue?: (db: Db, row: NoticeRow, now: Moment) => NotNeeded['notNeeded'] | null;

  /**
   * It lists what is pending, so it replaces the day's reminder (`count-as-reminder.ts`), which comes back
   * when the notice is not sent. A function is asked again while the notice waits: it gives the day whose
   * reminder the present list replaces, or null when the list is empty.
   */
  readonly replacesReminder?: 'whenWritten' | ((db: Db, row: NoticeRow, now: Moment) => LocalDate | null);
  /** Goes out at any hour, not only within the hours (specification: Hours). Default: within them. */
  readonly atAnyHour?: (db: Db, row: OutboxRow) => boolean;
  /** It goes into a conversation under way, which holds back every other notice. */
  readonly interrupts?: true;

  /** Whether something that must go before it is still being made. Default: it waits for nothing. */
  readonly waits?: (db: Db, row: NoticeRow, now: Moment) => boolean;
  /** It goes after everything else that is released with it. */
  readonly comesLast?: true;

  /** Makes its text when the tick releases it; null: the text as written. Default: the text as written. */
  readonly textAtRelease?: (
    db: Db,
    row: NoticeRow,
    now: Moment,
    from: FromConversations,
  ) => Message | NotNeeded | null;
  /** Makes the text of a row that was written without one, at the moment of sending. */
  readonly textAtSending?: (db: Db, row: OutboxRow, now: Moment) => Message | NotNeeded;
  /** Records something when Telegram has taken it. */
  readonly onSent?: (db: Db, row: OutboxRow, now: Moment) => void;
  /** How it is sent again after it could not be delivered. Default: unchanged. */
  readonly resent?: 'anew' | 'never';
};
