import type { Clock } from '../clock.ts';

/** After this long without a turn a loop of ours is stuck (specification: Health). */
const stuckAfterMs = 120_000;

/** How long ago each of our loops turned, by the monotonic clock: a step of the wall clock is no standstill. */
export type Pulse = {
  /** A loop has come round, whether Telegram answered or not. */
  readonly turned: (loop: string) => void;
  /** Seconds since each loop turned. */
  readonly ages: () => ReadonlyMap<string, number>;
  /** Whether every loop that has begun has turned within two minutes. */
  readonly isAlive: () => boolean;
};

export function createPulse(clock: Pick<Clock, 'monotonic'>): Pulse {
  const turns = new Map<string, number>();
  return {
    turned: (loop) => void turns.set(loop, clock.monotonic()),
    ages: () => new Map([...turns].map(([loop, at]) => [loop, (clock.monotonic() - at) / 1000])),
    isAlive: () => [...turns.values()].every((at) => clock.monotonic() - at < stuckAfterMs),
  };
}
