import { HOURS, REMINDERS } from './constants.ts';
import { type CutAct, type CutWindow, reopeningEnd } from './cut-window.ts';
import { addDays, type LocalDate, type Moment, momentAt } from './dates.ts';
import { addWorkingDays, type DaysOff, workingDayOnOrAfter, workingDayOnOrBefore } from './working-days.ts';

export type ReminderKind = 'opening' | 'approaching' | 'closing' | 'overdue' | 'reopened';

/** A working day. At 08:00 people are reminded of what is pending in the cut. */
export type ReminderDay = { readonly date: LocalDate; readonly kind: ReminderKind };

/**
 * The reminder days of a cut in order, each day once (specification: Reminders), without those after an early
 * close. A reopening adds its last day (or the working day before it) when that day's 08:00 lies within it.
 * The notice that a reopening sends at once belongs to the act, not to the calendar.
 */
export function reminderDays(
  window: CutWindow,
  acts: readonly CutAct[],
  daysOff: DaysOff,
): readonly ReminderDay[] {
  const days = new Map<LocalDate, ReminderKind>();
  const add = (date: LocalDate, kind: ReminderKind, from: Moment, until: Moment): void => {
    const moment = momentAt(date, HOURS.reminder);
    if (moment >= from && moment < until && !days.has(date)) days.set(date, kind);
  };
  for (const { date, kind } of plannedDays(window, daysOff)) add(date, kind, window.opensAt, window.locksAt);
  for (const act of acts) {
    if (act.kind !== 'reopen') continue;
    add(workingDayOnOrBefore(act.lastDay, daysOff), 'reopened', act.at, reopeningEnd(act, acts));
  }
  return [...days].map(([date, kind]) => ({ date, kind })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

/**
 * The days of the calendar alone; when several kinds fall on one day, the kind named first. They follow the
 * natural closing date, not that of an early close: a close does not change what was reminded before it.
 */
function plannedDays(window: CutWindow, daysOff: DaysOff): readonly ReminderDay[] {
  const closingDate = workingDayOnOrAfter(window.date, daysOff);
  const approaching = REMINDERS.daysBeforeClosing.map((days) =>
    workingDayOnOrBefore(addDays(closingDate, -days), daysOff),
  );
  const overdue = REMINDERS.overdueGraceDays.map((days) => addWorkingDays(closingDate, days, daysOff));
  return [
    { date: closingDate, kind: 'closing' },
    { date: workingDayOnOrAfter(window.openingDate, daysOff), kind: 'opening' },
    ...approaching.map((date): ReminderDay => ({ date, kind: 'approaching' })),
    ...overdue.map((date): ReminderDay => ({ date, kind: 'overdue' })),
  ];
}
