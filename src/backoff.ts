/** How the pauses between tries of the same thing grow. */
export type Growth = {
  /** Pause after the first failure, in ms. */
  readonly first?: number;
  /** No pause is longer, in ms. */
  readonly most?: number;
  /** Each pause is this many times the one before. */
  readonly factor?: number;
};

/**
 * Milliseconds to wait after the `attempt`-th failure in a row, counted from 1; by default 1, 2, 4 … 30 s.
 */
export function backoff(attempt: number, { first = 1_000, most = 30_000, factor = 2 }: Growth = {}): number {
  return Math.min(most, first * factor ** (attempt - 1));
}

/**
 * Up to a quarter longer, so that bots that lost Telegram together do not all come back together.
 * @param random 0..1
 */
export function withJitter(ms: number, random: () => number = Math.random): number {
  return Math.round(ms * (1 + random() / 4));
}
