import type { LocalDate } from '../../domain/dates.ts';
import { MONTH_WORDS, monthNumber } from '../../domain/months.ts';
import { comparable } from '../../domain/outside-text.ts';
import { dateOf, lastDayOfMonth } from '../../domain/written-dates.ts';
import type { Cell } from '../grid.ts';
import { readDateCell } from '../read-date.ts';

/** Which end of an activity a day is. A month alone is its first day at a start and its last day at an end. */
export type Side = 'start' | 'end';

export type PlanDay = { readonly date: LocalDate; readonly serial?: boolean; readonly month?: boolean };
export type PlanPeriod = { readonly start: LocalDate; readonly end: LocalDate };

const TIME = /[t ]+\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\s*(?:[ap]\.?\s?m\.?|z)?$/;
const WEEKDAY = /^(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)[\s,]+/;
const SHORT_YEAR = /^'?(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/;
const DAY_MONTH_SHORT_YEAR = new RegExp(`^(\\d{1,2})(?:de)?(${MONTH_WORDS})(?:del|de)?(\\d{2})$`);
const MONTH_YEAR = new RegExp(`^(?:mesde)?(${MONTH_WORDS})(?:del|de)?(\\d{4}|\\d{2})?$`);
const NUMERIC_MONTH = /^(\d{1,2})[/-](\d{4})$/;
const DAY_MONTH = new RegExp(`^(\\d{1,2})(?:de)?(${MONTH_WORDS})$`);
const MONTH_DAY = new RegExp(`^(${MONTH_WORDS})(\\d{1,2})$`);

/**
 * The day of a cell: what `readDateCell` reads, with a time after it, with a year of two digits (`3/01/22`), a month
 * (`Enero 2023`, `jun-23`, `Febrero` of the plan's year). A stored date whose cell shows the month alone is that month.
 */
export function readPlanDay(cell: Cell, side: Side, year: number): PlanDay | undefined {
  if (cell.date !== undefined) {
    return cell.month === true ? { date: inMonth(cell.date, side), month: true } : { date: cell.date };
  }
  const text = comparable(cell.text);
  if (text === '' || text.length > 60) return bareNumber(cell);
  const untimed = text
    .replace(TIME, '')
    .replace(WEEKDAY, '')
    .replace(/(?<=\d)\s*([/-])\s*(?=\d)/g, '$1');
  const read = readDateCell({ ...cell, text: untimed });
  if (read !== undefined) return read;
  return writtenDay(untimed, side, year);
}

function bareNumber(cell: Cell): PlanDay | undefined {
  return cell.number === undefined ? undefined : readDateCell(cell);
}

function writtenDay(text: string, side: Side, year: number): PlanDay | undefined {
  const numeric = SHORT_YEAR.exec(text);
  if (numeric) return day(2000 + Number(numeric[3]), Number(numeric[2]), Number(numeric[1]));
  const month = NUMERIC_MONTH.exec(text);
  if (month) return monthOf(Number(month[2]), Number(month[1]), side);
  const squeezed = text.replace(/[\s.,º°'/-]/g, '').replace(/^primero/, '1');
  const named = DAY_MONTH_SHORT_YEAR.exec(squeezed);
  if (named) return day(2000 + Number(named[3]), monthNumber(named[2] ?? '') ?? 0, Number(named[1]));
  const alone = MONTH_YEAR.exec(squeezed);
  if (alone) {
    const digits = alone[2];
    const inYear = digits === undefined ? year : digits.length === 2 ? 2000 + Number(digits) : Number(digits);
    if (digits?.length === 2 && Math.abs(inYear - year) > 5) return undefined;
    return monthOf(inYear, monthNumber(alone[1] ?? '') ?? 0, side);
  }
  const short = DAY_MONTH.exec(squeezed);
  if (short) return day(year, monthNumber(short[2] ?? '') ?? 0, Number(short[1]));
  const reversed = MONTH_DAY.exec(squeezed);
  return reversed ? day(year, monthNumber(reversed[1] ?? '') ?? 0, Number(reversed[2])) : undefined;
}

function day(year: number, month: number, on: number): PlanDay | undefined {
  const date = dateOf(year, month, on);
  return date === undefined ? undefined : { date };
}

function monthOf(year: number, month: number, side: Side): PlanDay | undefined {
  if (month < 1 || month > 12) return undefined;
  const date = dateOf(year, month, side === 'start' ? 1 : lastDayOfMonth(year, month));
  return date === undefined ? undefined : { date, month: true };
}

function inMonth(date: LocalDate, side: Side): LocalDate {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return monthOf(year, month, side)?.date ?? date;
}

const JOINT = /\s+(?:al?|hasta(?:\s+el)?|y)\s+|\s*[–—]\s*|\s+-\s+|\s*-\s*(?=[a-z])|\n/;
const PERIOD_WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:(primer|1er|i|1)|(segundo|2do|ii|2)|(tercer|3er|iii|3)|(cuarto|4to|iv|4))\s*(?:trimestre|trim)\b/, 3],
  [/^(?:(primer|1er|i|1)|(segundo|2do|ii|2)|(tercer|3er|iii|3))\s*(?:cuatrimestre|cuatrim)\b/, 4],
  [/^(?:(primer|1er|i|1)|(segundo|2do|ii|2))\s*(?:semestre|sem)\b/, 6],
];

/**
 * The time that one cell names: `01/02/2023 - 30/11/2023`, `22 al 28 de abril de 2017`, `Febrero a noviembre 2023`,
 * `I trimestre`. The end gives the start the month and year it lacks. Undefined for anything else, and for a single day.
 */
export function readPlanPeriod(cell: Cell, year: number): PlanPeriod | undefined {
  if (cell.date !== undefined || cell.number !== undefined) return undefined;
  const text = comparable(cell.text.replaceAll('\n', ' a '))
    .replace(/^(?:del|de|desde)(?:\s+el)?\s+/, '')
    .replace(/[.;]$/, '');
  if (text === '' || text.length > 90) return undefined;
  const counted = periodOf(text, year);
  if (counted !== undefined) return counted;
  const parts = text.split(JOINT).map((part) => part.trim());
  if (parts.length !== 2) return undefined;
  const [from = '', to = ''] = parts;
  const end = readPlanDay({ text: to }, 'end', year);
  if (end === undefined) return undefined;
  const [endYear = '', endMonth = ''] = end.date.split('-');
  const start = /^\d{1,2}$/.test(from)
    ? day(Number(endYear), Number(endMonth), Number(from))
    : readPlanDay({ text: from }, 'start', Number(endYear));
  if (start === undefined || start.date > end.date) return undefined;
  return { start: start.date, end: end.date };
}

const NO_DAY =
  /^(permanente(mente)?s?|continu[oa]|constante|todo el ano|durante (todo )?el ano|(durante )?(toda )?la vigencia|anual|diari[oa]|semanal|quincenal|mensual|bimestral|bimensual|trimestral|cuatrimestral|semestral)(mente)?$/;

/** Whether a text says how often and not when: *Permanente*, *Trimestral*. */
export function saysHowOften(text: string): boolean {
  return NO_DAY.test(comparable(text).replace(/[.;]$/, ''));
}

function periodOf(text: string, year: number): PlanPeriod | undefined {
  for (const [words, months] of PERIOD_WORDS) {
    const match = words.exec(text.replace(/[º°.]/g, ''));
    const number = match === null ? 0 : match.slice(1).findIndex((group) => group !== undefined) + 1;
    if (number === 0) continue;
    const rest = /\b(\d{4})\b/.exec(text);
    const inYear = rest === null ? year : Number(rest[1]);
    const start = dateOf(inYear, (number - 1) * months + 1, 1);
    const end = dateOf(inYear, number * months, lastDayOfMonth(inYear, number * months));
    return start === undefined || end === undefined ? undefined : { start, end };
  }
  return undefined;
}
