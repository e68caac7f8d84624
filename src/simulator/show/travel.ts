/** The clock's journeys from stop to stop: at each stop the bot does what is due before time goes on. */

import { systemClock } from '../../clock.ts';
import type { Moment } from '../../domain/dates.ts';
import { demoRefusals, happened } from '../demo-texts.ts';
import type { BotProcess } from './bot-process.ts';
import type { ShiftedClock } from './clock.ts';
import type { Journal } from './journal.ts';
import { stopsBetween } from './moments.ts';
import type { Quiet } from './quiet.ts';

export type Traveller = {
  readonly moving: () => boolean;
  /** @returns why it does not go, in Spanish; otherwise it has begun */
  readonly goTo: (to: Moment | null) => string | undefined;
  /** Ends the journey under way at its next stop; resolves when it is over. */
  readonly stop: () => Promise<void>;
};

/**
 * Real milliseconds that a stop waits for a busy bot; the shorter one is for a bot that a fault never lets be
 * quiet.
 */
const patienceMs = 10_000;
const troubledMs = 400;

export function createTraveller(of: {
  readonly clock: ShiftedClock;
  readonly bot: BotProcess;
  readonly journal: Journal;
  readonly quiet: Quiet;
  /** Whether some fault is switched on: then the bot may never be quiet. */
  readonly troubled: () => boolean;
  readonly changed: () => void;
}): Traveller {
  const { clock, bot, journal, quiet } = of;
  let journey: Promise<void> | null = null;
  let ending = false;

  const stopAt = async (moment: Moment): Promise<number> => {
    clock.shiftTo(moment - systemClock.now());
    of.changed();
    await bot.setShift(clock.shift());
    await quiet.settle(of.troubled() ? troubledMs : patienceMs);
    return journal.look(clock.now());
  };

  const travel = async (to: Moment): Promise<void> => {
    await stopAt(clock.now());
    journal.note('clock', happened.clock(to), clock.now());
    let seen = 0;
    for (const stop of stopsBetween(clock.now(), to)) {
      if (ending) return;
      seen += await stopAt(stop);
    }
    if (seen === 0) journal.note('quiet', happened.nothing(), to);
  };

  return {
    moving: () => journey !== null,
    goTo: (to) => {
      if (journey) return demoRefusals.moving;
      if (to === null || to <= clock.now()) return demoRefusals.nowhere;
      journey = travel(to).finally(() => {
        journey = null;
        of.changed();
      });
      return undefined;
    },
    stop: () => {
      ending = true;
      return journey ?? Promise.resolve();
    },
  };
}
