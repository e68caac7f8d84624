import { type Actor, record } from '../db/audit.ts';
import { allDaysOff, dayOffOn, deleteDayOff, insertDayOff } from '../db/days-off.ts';
import { dryRun } from '../db/dry-run.ts';
import type { Db } from '../db/open.ts';
import { plannedCuts } from '../db/plans.ts';
import { addDays, isLocalDate, type LocalDate, localDate, type Moment, weekday } from '../domain/dates.ts';
import { holidayName } from '../domain/holidays.ts';
import { hasLetter } from '../domain/invisible.ts';
import { cleanOutsideText } from '../domain/outside-text.ts';
import { type CutMoved, cutDates, movedCuts } from '../summary/cut-dates.ts';

const NAME_MOST = 200;
const SATURDAY = 6;

type Changed = {
  readonly ok: true;
  readonly date: LocalDate;
  readonly name: string;
  /** The cuts whose days move because of it. */
  readonly moved: readonly CutMoved[];
};

export type AddDayOffResult =
  | Changed
  | { readonly ok: false; readonly why: 'notADate' | 'name' | 'weekend' }
  /** A past day whose removal would make a closed cut take reports again. */
  | { readonly ok: false; readonly why: 'reopens'; readonly cutNumber: number }
  /** It is a day off already, by law or by an earlier act. */
  | { readonly ok: false; readonly why: 'holiday' | 'alreadyOff'; readonly name: string };

/**
 * Adds a local day off: from now on not a working day for closings, reminders and hours. A past day changes
 * only written dates: a closed cut stays closed.
 */
export function addDayOff(db: Db, date: string, name: string, now: Moment, by: Actor): AddDayOffResult {
  if (!isLocalDate(date)) return { ok: false, why: 'notADate' };
  const clean = cleanOutsideText(name).replace(/\s+/g, ' ').trim();
  if (!hasLetter(clean) || clean.length > NAME_MOST) return { ok: false, why: 'name' };
  const holiday = holidayName(date);
  if (holiday !== null) return { ok: false, why: 'holiday', name: holiday };
  const already = dayOffOn(db, date);
  if (already) return { ok: false, why: 'alreadyOff', name: already.name };
  if (weekday(date) >= SATURDAY) return { ok: false, why: 'weekend' };
  const closed = plannedCuts(db).filter((each) => each.window.locksAt <= now);
  const days = cutDates(db);
  const opened = dryRun(db, (inner) => {
    insertDayOff(inner, date, clean, now);
    const open = new Set(
      plannedCuts(inner).flatMap((each) => (now < each.window.locksAt ? [each.cut.id] : [])),
    );
    return closed.find((each) => open.has(each.cut.id));
  });
  if (opened) return { ok: false, why: 'reopens', cutNumber: opened.cut.number };
  insertDayOff(db, date, clean, now);
  record(db, { at: now, act: 'dayOffAdded', by, after: { date, name: clean } });
  return { ok: true, date, name: clean, moved: movedCuts(days, cutDates(db)) };
}

export type RemoveDayOffResult =
  | Changed
  | { readonly ok: false; readonly why: 'notADate' | 'notOff' | 'past' }
  | { readonly ok: false; readonly why: 'holiday'; readonly name: string };

/** Removes a future local day off: what a past one closed or announced stays so. */
export function removeDayOff(db: Db, date: string, now: Moment, by: Actor): RemoveDayOffResult {
  if (!isLocalDate(date)) return { ok: false, why: 'notADate' };
  const found = dayOffOn(db, date);
  if (!found) {
    const holiday = holidayName(date);
    return holiday === null ? { ok: false, why: 'notOff' } : { ok: false, why: 'holiday', name: holiday };
  }
  if (date <= localDate(now)) return { ok: false, why: 'past' };
  const days = cutDates(db);
  deleteDayOff(db, date);
  const { name } = found;
  record(db, { at: now, act: 'dayOffRemoved', by, before: { date, name } });
  return { ok: true, date, name, moved: movedCuts(days, cutDates(db)) };
}

export type Holiday = {
  readonly date: LocalDate;
  readonly name: string;
  readonly kind: 'national' | 'local';
};

/** The legal holidays and the local days off of a year, by date. */
export function holidaysOfYear(db: Db, year: number): readonly Holiday[] {
  const local = new Map(allDaysOff(db).map((off) => [off.date, off.name]));
  const holidays: Holiday[] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    const national = holidayName(date);
    const own = local.get(date);
    if (national !== null) holidays.push({ date, name: national, kind: 'national' });
    else if (own !== undefined) holidays.push({ date, name: own, kind: 'local' });
  }
  return holidays;
}
