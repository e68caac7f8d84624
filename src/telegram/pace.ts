/**
 * Messages and edits a second: over all chats, and in one chat with a burst (specification: Telegram limits).
 */
export type Rate = {
  readonly overall: {
    readonly perSecond: number;
    readonly burst: number;
    /** At most this many calls within this many milliseconds, whatever the burst allows. */
    readonly most?: { readonly calls: number; readonly withinMs: number };
  };
  readonly chat: { readonly perSecond: number; readonly burst: number };
  readonly group: { readonly perSecond: number; readonly burst: number };
};

/**
 * Telegram's limits: 30 in any second; one a second in a chat after a burst of 3; 20 a minute in a group. A
 * broadcast uses 95 % of what is allowed. The 40 ms beyond a second, and the lower rate in a chat, leave room
 * for network jitter.
 */
export const telegramRate: Rate = {
  overall: { perSecond: 28.7, burst: 5, most: { calls: 30, withinMs: 1_040 } },
  chat: { perSecond: 0.9, burst: 3 },
  group: { perSecond: 18 / 60, burst: 1 },
};

export type Bucket = { readonly tokens: number; readonly at: number };

/** Tokens of a bucket at a moment of the monotonic clock (ms). */
export function refilled(
  bucket: Bucket | undefined,
  rate: { perSecond: number; burst: number },
  at: number,
): Bucket {
  if (!bucket) return { tokens: rate.burst, at };
  const gained = ((at - bucket.at) / 1000) * rate.perSecond;
  return { tokens: Math.min(rate.burst, bucket.tokens + gained), at };
}

/** Milliseconds until the bucket has a whole token. */
export function waitFor(bucket: Bucket, rate: { perSecond: number }): number {
  return bucket.tokens >= 1 ? 0 : Math.ceil(((1 - bucket.tokens) / rate.perSecond) * 1000);
}

export function spend(bucket: Bucket): Bucket {
  return { ...bucket, tokens: bucket.tokens - 1 };
}

/** Milliseconds until another call fits among the latest ones, which are ordered oldest first. */
export function waitAmong(
  latest: readonly number[],
  most: { readonly calls: number; readonly withinMs: number } | undefined,
  at: number,
): number {
  const oldest = most && latest.at(-most.calls);
  return most && oldest !== undefined ? Math.max(0, oldest + most.withinMs - at) : 0;
}
