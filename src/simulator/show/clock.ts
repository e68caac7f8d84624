/**
 * The demo's time: the machine's own, so many milliseconds away, flowing as usual; a jump moves it at once. The page's
 * process and the bot's each have one, and the same distance makes them agree.
 */
import { type Clock, systemClock } from '../../clock.ts';

export type ShiftedClock = Clock & {
  /** Milliseconds from the machine's clock to this one. */
  readonly shift: () => number;
  /** To the bot a jump is a step of the wall clock: durations and sleeps are not touched, so nobody was away. */
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
