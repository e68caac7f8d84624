/** Messages and edits a second: in all, and in one chat with a burst (specification: Telegram limits). */
export type Rate = {
  readonly overall: {
    readonly perSecond: number;
    readonly burst: number;
    /** Never more than so many within any so many milliseconds, burst or not. */
    readonly most?: { readonly calls: number; readonly withinMs: number };
  };
  readonly chat: { readonly perSecond: number; readonly burst: number };
  readonly group: { readonly perSecond: number; readonly burst: number };
};

/**
 * Telegram's limits: 30 in any second, one a second in a chat after a burst of 3, 20 a minute in a group. A broadcast
 * has 95 % of what is allowed; 40 ms more than a second, and less in a chat, are room for jitter on the way.
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

/** Milliseconds until a whole token is there. */
export function waitFor(bucket: Bucket, rate: { perSecond: number }): number {
  return bucket.tokens >= 1 ? 0 : Math.ceil(((1 - bucket.tokens) / rate.perSecond) * 1000);
}

export function spend(bucket: Bucket): Bucket {
  return { ...bucket, tokens: bucket.tokens - 1 };
}

/** Milliseconds until another call fits among the latest, oldest first. */
export function waitAmong(
  latest: readonly number[],
  most: { readonly calls: number; readonly withinMs: number } | undefined,
  at: number,
): number {
  const oldest = most && latest.at(-most.calls);
  return most && oldest !== undefined ? Math.max(0, oldest + most.withinMs - at) : 0;
}
