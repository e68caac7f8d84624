import { addDays, isLocalDate, type LocalDate } from './dates.ts';
import { MONTH_WORDS, monthNumber } from './months.ts';
import { comparable } from './outside-text.ts';

/** The date of a year, month and day, or undefined when there is no such day. */
export function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return year >= 1990 && year <= 2100 && isLocalDate(text) ? text : undefined;
}

export function lastDayOfMonth(year: number, month: number): number {
  return [31, 30, 29, 28].find((day) => dateOf(year, month, day) !== undefined) ?? 28;
}

const DAY_FIRST = /^'?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const ISO = /^'?(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[t ]00:00(?::00)?(?:\.0+)?z?)?$/;
const DAY_MONTH_NAME = new RegExp(`^(\\d{1,2})(?:ro|er)?(?:de)?(${MONTH_WORDS})(?:del|de)?(\\d{4})$`);
const MONTH_NAME_DAY = new RegExp(`^(${MONTH_WORDS})(\\d{1,2})(?:del|de)?(\\d{4})$`);

/**
 * Reads a date as forms print it: `31/12/2022` (always day first), `31-12-2022`, `2022-12-31`, `31 DE ENERO
 * DE 2022`, `31-ene-2022`, `enero 31 de 2022`. Years have four digits, 1990..2100. Undefined for anything
 * else: `enero 2021` and `22 al 28 de abril` are not guessed.
 */
export function readDate(text: string): LocalDate | undefined {
  const plain = comparable(text);
  if (plain.length > 40) return undefined;
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst) return dateOf(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));
  const iso = ISO.exec(plain);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const squeezed = plain.replace(/[\s.,º°/-]/g, '').replace(/^primero/, '1');
  const named = DAY_MONTH_NAME.exec(squeezed);
  if (named) return dateOf(Number(named[3]), monthNumber(named[2] ?? '') ?? 0, Number(named[1]));
  const monthFirst = MONTH_NAME_DAY.exec(squeezed);
  if (monthFirst)
    return dateOf(Number(monthFirst[3]), monthNumber(monthFirst[1] ?? '') ?? 0, Number(monthFirst[2]));
  return undefined;
}

/**
 * The days of the week, whole or abbreviated, for a pattern over `comparable` text; *mar* is a month as well.
 */
export const WEEKDAY_WORDS =
  'lunes|lun|martes|mar|miercoles|mier|mie|jueves|jue|viernes|vie|sabado|sab|domingo|dom';

const WEEKDAY = new RegExp(`^(?:el )?(?:(?:${WEEKDAY_WORDS})\\b)?[.,]* ?(?:el )?`);

/**
 * Reads a date as people type it: `hoy`, `mañana`, everything that `readDate` reads, and the same without a
 * year (`5 de abril`, `5/4`), which means the next such day from `today` on. A day of the week may stand
 * before it. Undefined for anything else, and for `mar 5`, which may also mean that Tuesday.
 */
export function readTypedDate(text: string, today: LocalDate): LocalDate | undefined {
  const plain = comparable(text).replace(/[.]$/, '').trim();
  const dated = plain.replace(WEEKDAY, '').trim();
  if (dated === 'hoy') return today;
  if (dated === 'manana') return addDays(today, 1);
  return readDay(dated, today) ?? readDate(plain);
}

/** A date with its year, or the next such day from `today` on. */
function readDay(plain: string, today: LocalDate): LocalDate | undefined {
  const whole = readDate(plain);
  if (whole !== undefined) return whole;
  const year = Number(today.slice(0, 4));
  const short = /^(\d{1,2})[/.-](\d{1,2})$/.exec(plain);
  const inYear = (of: number) =>
    short ? dateOf(of, Number(short[2]), Number(short[1])) : readDate(`${plain} de ${of}`);
  return [year, year + 1].map(inYear).find((date) => date !== undefined && date >= today);
}
