import { setTimeout as wait } from 'node:timers/promises';

/**
 * The only source of time. Moments come from `now` (epoch ms, the machine's wall clock). `sleep` waits for
 * durations and is monotonic: a step of the wall clock neither shortens nor lengthens it.
 */
export type Clock = {
  readonly now: () => number;
  /** Milliseconds that only grow; for measuring durations. */
  readonly monotonic: () => number;
  /** Resolves after `ms`; rejects with the signal's reason when aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: async (ms, signal) => {
    await wait(ms, undefined, signal ? { signal } : {});
  },
};
