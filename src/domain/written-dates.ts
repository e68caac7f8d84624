import { addDays, isLocalDate, type LocalDate } from './dates.ts';
import { comparable } from './outside-text.ts';

const MONTHS = [
  ['enero', 'ene'],
  ['febrero', 'feb'],
  ['marzo', 'mar'],
  ['abril', 'abr'],
  ['mayo', 'may'],
  ['junio', 'jun'],
  ['julio', 'jul'],
  ['agosto', 'ago'],
  ['septiembre', 'setiembre', 'sept', 'sep', 'set'],
  ['octubre', 'oct'],
  ['noviembre', 'nov'],
  ['diciembre', 'dic'],
] as const;

const NUMBER_OF_MONTH = new Map<string, number>(
  MONTHS.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

/** Every way to write a month, longest first, for use inside a pattern. */
export const MONTH_WORDS = [...NUMBER_OF_MONTH.keys()].sort((a, b) => b.length - a.length).join('|');

/** 1..12 for `marzo` or `mar`; undefined for anything else. */
export function monthNumber(word: string): number | undefined {
  return NUMBER_OF_MONTH.get(word);
}

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
 * A date as forms print it: `31/12/2022` (always day first), `31-12-2022`, `2022-12-31`, `31 DE ENERO DE 2022`,
 * `31-ene-2022`, `enero 31 de 2022`. Years have four digits, 1990..2100. Undefined for anything else: nothing is
 * guessed out of `enero 2021` or `22 al 28 de abril`.
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

const WEEKDAY = /^(?:el )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)?,? ?(?:el )?/;

/**
 * A date as people type it: `hoy`, `mañana`, what `readDate` reads, and the same without a year (`5 de abril`, `5/4`),
 * which is the next such day from `today` on. Undefined for anything else.
 */
export function readTypedDate(text: string, today: LocalDate): LocalDate | undefined {
  const plain = comparable(text).replace(WEEKDAY, '').replace(/[.]$/, '').trim();
  if (plain === 'hoy') return today;
  if (plain === 'manana') return addDays(today, 1);
  const whole = readDate(plain);
  if (whole !== undefined) return whole;
  const year = Number(today.slice(0, 4));
  const short = /^(\d{1,2})[/.-](\d{1,2})$/.exec(plain);
  const inYear = (of: number) =>
    short ? dateOf(of, Number(short[2]), Number(short[1])) : readDate(`${plain} de ${of}`);
  return [year, year + 1].map(inYear).find((date) => date !== undefined && date >= today);
}
