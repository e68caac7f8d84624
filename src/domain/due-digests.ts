import { HOURS } from './constants.ts';
import type { CutWindow } from './cut-window.ts';
import { addDays, type Moment, momentAt } from './dates.ts';
import { isIn, type UndecidedInterval } from './due-interval.ts';
import { type DaysOff, nextReminderHour, workingDayAfter, workingDayOnOrBefore } from './working-days.ts';

/** On the opening day, on the working day before the closing date, on the working day after it; each at 08:00. */
export type DigestKind = 'opening' | 'eve' | 'closed';

export type DigestDue = { readonly kind: DigestKind; readonly moment: Moment };

/**
 * The digest of a cut that is due at the end of the undecided interval: the latest of several missed ones.
 * There is none for a moment before the cut was known, and none that is no longer true (specification:
 * Digests, Nothing of the past).
 */
export function digestDue(
  of: { readonly window: CutWindow; readonly knownSince: Moment },
  interval: UndecidedInterval,
  daysOff: DaysOff,
): DigestDue | null {
  const { window } = of;
  const at = (date: string): Moment => momentAt(date, HOURS.reminder);
  const all: readonly DigestDue[] = [
    { kind: 'closed', moment: at(workingDayAfter(window.closingDate, daysOff)) },
    { kind: 'opening', moment: nextReminderHour(window.opensAt, daysOff) },
    { kind: 'eve', moment: at(workingDayOnOrBefore(addDays(window.closingDate, -1), daysOff)) },
  ];
  const due = all
    .filter((each) => isIn(interval, each.moment) && each.moment >= of.knownSince)
    .filter((each) => isStillSo(each.kind, window, interval.to));
  return due.reduce<DigestDue | null>(
    (last, each) => (last && last.moment >= each.moment ? last : each),
    null,
  );
}

function isStillSo(kind: DigestKind, window: CutWindow, now: Moment): boolean {
  const closed = now >= Math.min(window.graceFrom, window.locksAt);
  return kind === 'closed' ? closed : !closed && now >= window.opensAt;
}
