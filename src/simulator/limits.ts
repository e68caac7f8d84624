/**
 * Telegram's flood limits as token buckets on the simulator's clock (specification: Telegram limits): 30/s in
 * all, 1/s per chat with a burst of 5, 20 within any minute in a group; edits count. A call during the wait
 * is refused again. The real server first waits up to 8 s by itself; leaving that out is the strict reading.
 */
import { tooManyRequests } from './refusal.ts';

export type Limits = {
  perSecond: number;
  chatPerSecond: number;
  chatBurst: number;
  groupPerMinute: number;
};

export const telegramLimits: Limits = { perSecond: 30, chatPerSecond: 1, chatBurst: 5, groupPerMinute: 20 };

type Bucket = { tokens: number; at: number };

export type Flood = {
  /**
   * Counts one send or edit.
   * @throws the 429 when it is one too many.
   */
  spend(chatId: number, isGroup: boolean): void;
  /** Makes a chat (or, without one, everything) wait, as an injected 429 announces. */
  block(seconds: number, chatId?: number): void;
  /** @throws the 429 of a wait under way; also for calls that count for no limit. */
  check(chatId: number | undefined): void;
};

export function createFlood(limits: Limits | undefined, now: () => number): Flood {
  const buckets = new Map<string, Bucket>();
  const blocks = new Map<number | 'all', number>();
  const groupSends = new Map<number, number[]>();

  const take = (key: string, capacity: number, perMs: number): number => {
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: capacity, at };
    const tokens = Math.min(capacity, bucket.tokens + Math.max(0, at - bucket.at) * perMs);
    buckets.set(key, { tokens, at });
    return tokens >= 1 - 1e-9 ? 0 : (1 - tokens) / perMs;
  };

  const pay = (key: string): void => {
    const bucket = buckets.get(key);
    if (bucket) bucket.tokens -= 1;
  };

  const check = (chatId: number | undefined): void => {
    for (const key of ['all' as const, chatId]) {
      const until = key === undefined ? undefined : blocks.get(key);
      if (until === undefined || key === undefined) continue;
      if (until > now()) throw tooManyRequests(Math.max(1, Math.ceil((until - now()) / 1000)));
      blocks.delete(key);
    }
  };

  const block = (seconds: number, chatId?: number): void => {
    blocks.set(chatId ?? 'all', now() + seconds * 1000);
  };

  /** Milliseconds until the group takes another message: at most so many within any minute. */
  const groupWait = (chatId: number, perMinute: number): number => {
    const since = now() - 60_000;
    const recent = (groupSends.get(chatId) ?? []).filter((at) => at > since);
    groupSends.set(chatId, recent);
    const oldest = recent.at(-perMinute);
    return oldest === undefined ? 0 : oldest - since;
  };

  const spend = (chatId: number, isGroup: boolean): void => {
    check(chatId);
    if (limits === undefined) return;
    const chatKey = `chat ${chatId}`;
    const waits: [number, number | undefined][] = [
      [take('all', limits.perSecond, limits.perSecond / 1000), undefined],
      [take(chatKey, limits.chatBurst, limits.chatPerSecond / 1000), chatId],
      [isGroup ? groupWait(chatId, limits.groupPerMinute) : 0, chatId],
    ];
    for (const [waitMs, blocked] of waits) {
      if (waitMs === 0) continue;
      const seconds = Math.max(1, Math.ceil(waitMs / 1000));
      block(seconds, blocked);
      throw tooManyRequests(seconds);
    }
    pay('all');
    pay(chatKey);
    if (isGroup) groupSends.get(chatId)?.push(now());
  };

  return { spend, block, check };
}
