import { type Bucket, type Rate, refilled, spend, waitAmong, waitFor } from './pace.ts';

/** The tokens of one chat. */
export type ChatPace = { bucket: Bucket | undefined };

/** What may leave when, in all and in each chat; moments are of the monotonic clock (ms). */
export type Pacer = {
  /** Milliseconds until anything may leave, whoever it is for. */
  readonly untilAny: (at: number) => number;
  /** Milliseconds until this chat may have something; its tokens are counted up to now. */
  readonly untilChat: (chatId: number, chat: ChatPace, at: number) => number;
  /** Something left. */
  readonly spent: (chat: ChatPace, at: number) => void;
  /** Whether a chat has nothing left to wait for. */
  readonly isRested: (chatId: number, chat: ChatPace, at: number) => boolean;
  /** What left just before a restart still counts for Telegram. */
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
