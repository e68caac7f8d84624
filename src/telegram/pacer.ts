import { type Bucket, type Rate, refilled, spend, waitAmong, waitFor } from './pace.ts';

/** The tokens of one chat. */
export type ChatPace = { bucket: Bucket | undefined };

/**
 * Decides when a message may leave, over all chats and in each chat. Moments are of the monotonic clock (ms).
 */
export type Pacer = {
  /** Milliseconds until a message to any chat may leave. */
  readonly untilAny: (at: number) => number;
  /** Milliseconds until this chat may get a message. Counts its tokens up to `at`. */
  readonly untilChat: (chatId: number, chat: ChatPace, at: number) => number;
  /** Called when something has left. */
  readonly spent: (chat: ChatPace, at: number) => void;
  /** Whether the chat could use its whole burst again. */
  readonly isRested: (chatId: number, chat: ChatPace, at: number) => boolean;
  /** Counts what left just before a restart: it still counts for Telegram. */
  readonly remember: (chatId: number, chat: ChatPace, sent: number, at: number) => void;
};

export function createPacer(rate: Rate): Pacer {
  let overall: Bucket | undefined;
  /** When the latest messages and edits left. */
  let latest: readonly number[] = [];
  const { most } = rate.overall;
  const rateOf = (chatId: number) => (chatId < 0 ? rate.group : rate.chat);
  const note = (at: number) => {
    if (most) latest = [...latest.slice(1 - most.calls), at];
  };
  return {
    untilAny: (at) => {
      overall = refilled(overall, rate.overall, at);
      return Math.max(waitFor(overall, rate.overall), waitAmong(latest, most, at));
    },
    untilChat: (chatId, chat, at) => {
      chat.bucket = refilled(chat.bucket, rateOf(chatId), at);
      return waitFor(chat.bucket, rateOf(chatId));
    },
    spent: (chat, at) => {
      if (overall) overall = spend(overall);
      if (chat.bucket) chat.bucket = spend(chat.bucket);
      note(at);
    },
    isRested: (chatId, { bucket }, at) => {
      const { burst } = rateOf(chatId);
      return bucket === undefined || refilled(bucket, rateOf(chatId), at).tokens >= burst;
    },
    remember: (chatId, chat, sent, at) => {
      chat.bucket = { tokens: Math.max(0, rateOf(chatId).burst - sent), at };
      const tokens = Math.max(0, (overall?.tokens ?? rate.overall.burst) - sent);
      overall = { tokens, at };
      for (let each = 0; each < sent; each++) note(at);
    },
  };
}
