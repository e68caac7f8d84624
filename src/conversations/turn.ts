import type { Db } from '../db/open.ts';
import { answer, change, removeButtons } from '../db/outbox.ts';
import { lastMessageRow, rowById } from '../db/outbox-rows.ts';
import type { EnrolledPerson } from '../db/people.ts';
import type { Moment } from '../domain/dates.ts';
import type { Account, Message } from '../domain/events.ts';

/** Settings and secrets that conversations need. */
export type BotContext = {
  /** The bot's username as Telegram gave it; null until the first `getMe`. */
  readonly username: string | null;
  readonly entityName: string | null;
  readonly dataContact: string;
  /** Folder of the evidence. */
  readonly filesPath: string;
  /** What a person may leave as evidence of a cut (bytes). */
  readonly evidenceLimit: number;
  /** Whether enough of the disk is free for more evidence. */
  readonly hasRoom: (more?: number) => boolean;
  /** Signs what a stranger's button carries and hashes strangers' ids; never stored. */
  readonly secret: Uint8Array;
};

/** A Telegram account that is doing something now, known or not. */
export type Visitor = {
  readonly db: Db;
  readonly context: BotContext;
  readonly now: Moment;
  readonly account: Account;
  readonly chatId: number;
};

/** One act of one enrolled person, on the open transaction. */
export type Turn = {
  readonly db: Db;
  readonly context: BotContext;
  /** Now, and the moment of the act (`message.date`; a tap: when we received it). */
  readonly now: Moment;
  readonly moment: Moment;
  /** As it was before this act. */
  readonly person: EnrolledPerson;
  readonly chatId: number;
  /** The message the person wrote; null for a tap. */
  readonly messageId: number | null;
  /** The message of any sender that it was written in reply to; null mostly. */
  readonly repliesTo: number | null;
  /** Our message whose button was tapped; null for a typed answer or a message we do not know. */
  readonly tappedRow: number | null;
};

/** A new message to the person of this turn. @returns its outbox row. */
export function say(turn: Turn, message: Message, expiresAt: Moment | null = null): number {
  return answer(turn.db, { chatId: turn.chatId, personId: turn.person.id }, message, turn.now, expiresAt);
}

/**
 * Goes on in the tapped message itself when nothing was written in the chat after it; otherwise that one
 * only loses its buttons and this is a new message (specification: Questions of a report).
 */
export function follow(turn: Turn, message: Message, expiresAt: Moment | null = null): number {
  const { tappedRow } = turn;
  if (tappedRow === null) return say(turn, message, expiresAt);
  if (goesOnInPlace(turn)) return change(turn.db, tappedRow, message, turn.now, expiresAt);
  removeButtons(turn.db, tappedRow, turn.now);
  return say(turn, message, expiresAt);
}

/** Whether `follow` changes the tapped message instead of saying a new one. */
export function goesOnInPlace({ db, chatId, person, tappedRow }: Turn): boolean {
  return (
    tappedRow !== null && lastMessageRow(db, chatId) === tappedRow && person.lastWroteAfterRow < tappedRow
  );
}

/** Shows an open question as it is now: in its own message while that is the last one, else in a new one. */
export function showAgain(turn: Turn, message: Message, expiresAt: Moment | null = null): number {
  const last = rowById(turn.db, lastMessageRow(turn.db, turn.chatId));
  const isItsOwn = last?.payload && 'asks' in last.payload && last.payload.asks === message.asks;
  if (!isItsOwn) return say(turn, message, expiresAt);
  return change(turn.db, last.id, message, turn.now, expiresAt);
}

/** What comes next is a new message; the tapped one keeps its text and loses its buttons. */
export function sayAfterTap(turn: Turn, message: Message, expiresAt: Moment | null = null): number {
  if (turn.tappedRow !== null) removeButtons(turn.db, turn.tappedRow, turn.now);
  return say(turn, message, expiresAt);
}
