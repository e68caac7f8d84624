import { type Actor, record } from '../db/audit.ts';
import { allDaysOff, dayOffOn, insertDayOff } from '../db/days-off.ts';
import type { Db } from '../db/open.ts';
import { addDays, isLocalDate, type LocalDate, type Moment, weekday } from '../domain/dates.ts';
import { holidayName } from '../domain/holidays.ts';
import { cleanOutsideText } from '../domain/outside-text.ts';

const NAME_MOST = 200;
const SATURDAY = 6;

export type AddDayOffResult =
  | { readonly ok: true; readonly date: LocalDate; readonly name: string }
  | {
      readonly ok: false;
      readonly why: 'notADate' | 'name' | 'weekend';
    }
  /** It is one already, by the law or by an earlier act. */
  | { readonly ok: false; readonly why: 'holiday' | 'alreadyOff'; readonly name: string };

/** Adds a local day off: not a working day for closings, reminders and hours from now on. */
export function addDayOff(db: Db, date: string, name: string, now: Moment, by: Actor): AddDayOffResult {
  if (!isLocalDate(date)) return { ok: false, why: 'notADate' };
  const clean = cleanOutsideText(name).replace(/\s+/g, ' ').trim();
  if (clean === '' || clean.length > NAME_MOST) return { ok: false, why: 'name' };
  const holiday = holidayName(date);
  if (holiday !== null) return { ok: false, why: 'holiday', name: holiday };
  const already = dayOffOn(db, date);
  if (already) return { ok: false, why: 'alreadyOff', name: already.name };
  if (weekday(date) >= SATURDAY) return { ok: false, why: 'weekend' };
  insertDayOff(db, date, clean, now);
  record(db, { at: now, act: 'dayOffAdded', by, after: { date, name: clean } });
  return { ok: true, date, name: clean };
}

export type Holiday = {
  readonly date: LocalDate;
  readonly name: string;
  readonly kind: 'national' | 'local';
};

/** The holidays of the law and the local days off of a year, by date. */
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
