/**
 * The demo's time: the machine's own, shifted by some milliseconds, flowing as usual. A jump changes the
 * shift at once. The page's process and the bot's each have such a clock, and the same shift makes them
 * agree.
 */
import { type Clock, systemClock } from '../../clock.ts';

export type ShiftedClock = Clock & {
  /** Milliseconds from the machine's clock to this one. */
  readonly shift: () => number;
  /** For the bot a jump is a step of the wall clock: durations and sleeps stay, so no outage is seen. */
  readonly shiftTo: (ms: number) => void;
};

/** @param shiftMs see `shift` */
export function createShiftedClock(shiftMs: number): ShiftedClock {
  let shift = shiftMs;
  return {
    now: () => systemClock.now() + shift,
    monotonic: systemClock.monotonic,
    sleep: systemClock.sleep,
    shift: () => shift,
    shiftTo: (ms) => {
      shift = ms;
    },
  };
}
