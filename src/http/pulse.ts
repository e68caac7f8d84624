import type { Clock } from '../clock.ts';

/** A loop that has not come round for this long is stuck (specification: Health). */
const stuckAfterMs = 120_000;

/**
 * How long ago each of our loops came round, by the monotonic clock: a step of the wall clock does not stop a
 * loop.
 */
export type Pulse = {
  /** Called when a loop comes round, whether Telegram answered or not. */
  readonly cameRound: (loop: string) => void;
  /** Seconds since each loop last came round. */
  readonly ages: () => ReadonlyMap<string, number>;
  /** Whether every loop that has begun came round within the last two minutes. */
  readonly isAlive: () => boolean;
};

export function createPulse(clock: Pick<Clock, 'monotonic'>): Pulse {
  const lastAt = new Map<string, number>();
  return {
    cameRound: (loop) => void lastAt.set(loop, clock.monotonic()),
    ages: () => new Map([...lastAt].map(([loop, at]) => [loop, (clock.monotonic() - at) / 1000])),
    isAlive: () => [...lastAt.values()].every((at) => clock.monotonic() - at < stuckAfterMs),
  };
}
