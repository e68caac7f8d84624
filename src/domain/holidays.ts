import { addDays, type LocalDate, weekday } from './dates.ts';

type FixedHoliday = {
  name: string;
  month: number;
  day: number;
  /** Moved to the following Monday unless it falls on a Monday (Ley 51 of 1983, art. 1). */
  toMonday: boolean;
  /** The first year in which it is a holiday. */
  since?: number;
};

/** Ley 51 of 1983, art. 1 (in force since 1984), and Ley 2578 of 2026, art. 6 (Virgen de Chiquinquirá). */
const FIXED: readonly FixedHoliday[] = [
  { name: 'Año Nuevo', month: 1, day: 1, toMonday: false },
  { name: 'Día de los Reyes Magos', month: 1, day: 6, toMonday: true },
  { name: 'Día de San José', month: 3, day: 19, toMonday: true },
  { name: 'Día del Trabajo', month: 5, day: 1, toMonday: false },
  { name: 'San Pedro y San Pablo', month: 6, day: 29, toMonday: true },
  { name: 'Virgen de Chiquinquirá', month: 7, day: 9, toMonday: true, since: 2026 },
  { name: 'Día de la Independencia', month: 7, day: 20, toMonday: false },
  { name: 'Batalla de Boyacá', month: 8, day: 7, toMonday: false },
  { name: 'Asunción de la Virgen', month: 8, day: 15, toMonday: true },
  { name: 'Día de la Raza', month: 10, day: 12, toMonday: true },
  { name: 'Todos los Santos', month: 11, day: 1, toMonday: true },
  { name: 'Independencia de Cartagena', month: 11, day: 11, toMonday: true },
  { name: 'Inmaculada Concepción', month: 12, day: 8, toMonday: false },
  { name: 'Navidad', month: 12, day: 25, toMonday: false },
];

/** Days after Easter Sunday. Those of Ley 51 are already on their Monday. */
const AROUND_EASTER: readonly { name: string; days: number }[] = [
  { name: 'Jueves Santo', days: -3 },
  { name: 'Viernes Santo', days: -2 },
  { name: 'Ascensión del Señor', days: 43 },
  { name: 'Corpus Christi', days: 64 },
  { name: 'Sagrado Corazón de Jesús', days: 71 },
];

/** Easter Sunday of a Gregorian year (Meeus, *Astronomical Algorithms*, ch. 8). */
function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const f = Math.floor((century + 8) / 25);
  const g = Math.floor((century - f + 1) / 3);
  const h = (19 * a + century - Math.floor(century / 4) - g + 15) % 30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - h - (yearOfCentury % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const marchDay = h + l - 7 * m + 22;
  return addDays(dateOf(year, 3, 1), marchDay - 1);
}

function dateOf(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function mondayOnOrAfter(date: LocalDate): LocalDate {
  return addDays(date, (8 - weekday(date)) % 7);
}

function holidaysOf(year: number): ReadonlyMap<LocalDate, string> {
  const names = new Map<LocalDate, string>();
  const add = (date: LocalDate, name: string): void => {
    const other = names.get(date);
    names.set(date, other === undefined ? name : `${other} y ${name}`);
  };
  for (const { name, month, day, toMonday, since } of FIXED) {
    if (since !== undefined && year < since) continue;
    const date = dateOf(year, month, day);
    add(toMonday ? mondayOnOrAfter(date) : date, name);
  }
  const easter = easterSunday(year);
  for (const { name, days } of AROUND_EASTER) add(addDays(easter, days), name);
  return names;
}

const years = new Map<string, ReadonlyMap<LocalDate, string>>();

/**
 * The holiday on a day, in Spanish, or null. Two on one Monday (San Pedro and Sagrado Corazón in 2019, 2025,
 * 2030 …) are named together. Correct from 1984 on; it does not know local days off.
 */
export function holidayName(date: LocalDate): string | null {
  const year = date.slice(0, 4);
  let holidays = years.get(year);
  if (holidays === undefined) {
    holidays = holidaysOf(Number(year));
    years.set(year, holidays);
  }
  return holidays.get(date) ?? null;
}

/** Whether a day is a national holiday of Colombia (Ley 51 of 1983; Ley 2578 of 2026). */
export function isHoliday(date: LocalDate): boolean {
  return holidayName(date) !== null;
}
