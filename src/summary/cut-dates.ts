import { allDaysOff } from '../db/days-off.ts';
import type { Db } from '../db/open.ts';
import { type PlannedCut, plannedCuts, plannedCutsOf } from '../db/plans.ts';
import { type DaysOff, reminderDays } from '../domain/calendar.ts';
import { addDays, type LocalDate } from '../domain/dates.ts';
import { holidayName } from '../domain/holidays.ts';

/** The days of a cut, as people see them before they change something. */
export type CutDates = {
  readonly cutId: number;
  readonly plan: PlannedCut['plan'];
  readonly number: number;
  readonly date: LocalDate;
  readonly opens: LocalDate;
  readonly closing: LocalDate;
  readonly lastDay: LocalDate;
  readonly reminders: readonly LocalDate[];
  /** Days off from the opening to the last day, without weekends: they move the other dates. */
  readonly off: readonly { readonly date: LocalDate; readonly name: string }[];
};

export type CutMoved = { readonly before: CutDates; readonly after: CutDates };

/** The days of every cut, or of those of one plan, by date and plan. */
export function cutDates(db: Db, planId: number | null = null): readonly CutDates[] {
  const local = new Map(allDaysOff(db).map((off) => [off.date, off.name]));
  const cuts = planId === null ? plannedCuts(db) : plannedCutsOf(db, [planId]);
  return cuts.map((each) => datesOf(each, local));
}

function datesOf({ plan, cut, window, acts }: PlannedCut, local: ReadonlyMap<LocalDate, string>): CutDates {
  const daysOff: DaysOff = new Set(local.keys());
  const off: { date: LocalDate; name: string }[] = [];
  for (let date = window.openingDate; date <= window.lockDate; date = addDays(date, 1)) {
    const name = holidayName(date) ?? local.get(date);
    if (name !== undefined) off.push({ date, name });
  }
  return {
    cutId: cut.id,
    plan,
    number: cut.number,
    date: cut.date,
    opens: window.openingDate,
    closing: window.closingDate,
    lastDay: window.lockDate,
    reminders: reminderDays(window, acts, daysOff).map((day) => day.date),
    off,
  };
}

/** The cuts whose days have changed. */
export function movedCuts(before: readonly CutDates[], after: readonly CutDates[]): readonly CutMoved[] {
  return after.flatMap((now) => {
    const then = before.find((each) => each.cutId === now.cutId);
    return then && daysIn(then) !== daysIn(now) ? [{ before: then, after: now }] : [];
  });
}

function daysIn({ date, opens, closing, lastDay, reminders }: CutDates): string {
  return [date, opens, closing, lastDay, ...reminders].join(' ');
}
