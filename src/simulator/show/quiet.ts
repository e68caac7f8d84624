/**
 * Waits until the bot has nothing left to do: fetched updates are handled, decided messages sent, files made.
 */
import type { Simulator } from '../index.ts';
import { monotonicMs, realSleep } from '../real-time.ts';

export type Quiet = {
  /**
   * Resolves when the bot is quiet, or after that much real time.
   * @returns whether it was quiet
   */
  readonly settle: (patienceMs: number) => Promise<boolean>;
};

const lookEveryMs = 25;
/** It must be quiet for this many looks in a row: what was just fetched may not be written yet. */
const looks = 2;

/** @param underWay messages and jobs that are due and not done */
export function createQuiet(simulator: Simulator, running: () => boolean, underWay: () => number): Quiet {
  const isQuiet = (): boolean => simulator.pendingUpdates() === 0 && simulator.polling() && underWay() === 0;
  return {
    settle: async (patienceMs) => {
      const until = monotonicMs() + patienceMs;
      for (let quiet = 0; quiet < looks; ) {
        if (!running() || monotonicMs() > until) return false;
        quiet = isQuiet() ? quiet + 1 : 0;
        await realSleep(lookEveryMs);
      }
      return true;
    },
  };
}
