import { HOURS } from './constants.ts';
import type { CutWindow } from './cut-window.ts';
import { type Moment, momentAt } from './dates.ts';
import { isIn, type UndecidedInterval } from './due-interval.ts';
import { type DaysOff, workingDayAfter } from './working-days.ts';

/**
 * The moment in the undecided interval at which Control Interno is told that a cut can be verified, the latest of two:
 * 08:00 of the working day after its closing, and after its grace. Null: none, or it was before the cut was known.
 */
export function verificationDue(
  of: { readonly window: CutWindow; readonly knownSince: Moment },
  interval: UndecidedInterval,
  daysOff: DaysOff,
): Moment | null {
  const { closingDate, lockDate } = of.window;
  const due = [lockDate, closingDate]
    .map((date) => momentAt(workingDayAfter(date, daysOff), HOURS.reminder))
    .find((moment) => isIn(interval, moment) && moment >= of.knownSince);
  return due ?? null;
}
