import type { Clock } from '../clock.ts';

/** A loop without a beat for this long is stuck (specification: Health). */
const stuckAfterMs = 120_000;

/**
 * The last beat of each of our loops, by the monotonic clock: a step of the wall clock does not stop a loop.
 */
export type Pulse = {
  /** Called each time a loop runs, whether Telegram answered or not. */
  readonly beat: (loop: string) => void;
  /** Seconds since the last beat of each loop. */
  readonly ages: () => ReadonlyMap<string, number>;
  /** Whether every loop that has begun has beaten within the last two minutes. */
  readonly isAlive: () => boolean;
};

export function createPulse(clock: Pick<Clock, 'monotonic'>): Pulse {
  const lastAt = new Map<string, number>();
  return {
    beat: (loop) => void lastAt.set(loop, clock.monotonic()),
    ages: () => new Map([...lastAt].map(([loop, at]) => [loop, (clock.monotonic() - at) / 1000])),
    isAlive: () => [...lastAt.values()].every((at) => clock.monotonic() - at < stuckAfterMs),
  };
}
