import { MONTH_WORDS } from '../months.ts';
import { soundOf } from './spelling.ts';
import type { Item } from './typed-numbers.ts';

const MONTHS = new Set(MONTH_WORDS.split('|').map(soundOf));
const WEEKDAYS = new Set('lunes martes miércoles jueves viernes sábado domingo'.split(' ').map(soundOf));
const DATE_IN_ONE = /^\d{1,4}([./])\d{1,2}\1\d{1,4}$/;

/**
 * The place after a date that begins at `at`, or `at` itself without one: `31 de marzo de 2022`, `marzo 31`, `15-mar`,
 * `31/03/2022`, `31-03-2022`, `viernes 18`, `16 - miércoles`, `marzo de 2022`.
 */
export function dateAt(text: string, items: readonly Item[], at: number): number {
  const item = items[at];
  if (item === undefined) return at;
  const written = text.slice(item.start, item.end);
  if (item.kind === 'number') {
    if (item.signed) return at;
    if (DATE_IN_ONE.test(written)) return at + 1;
    const numeric = numericDate(text, items, at);
    if (numeric > at) return numeric;
    if (!isDay(item)) return at;
    const month = monthAfterDay(items, at + 1);
    if (month !== null) return withYear(items, month);
    const weekday = skipMarks(items, at + 1);
    return isWeekday(items[weekday]) && items[weekday]?.newLine === false ? weekday + 1 : at;
  }
  if (isMonth(item)) return withYear(items, isBareDay(items[at + 1]) ? at + 2 : at + 1);
  if (!isWeekday(item)) return at;
  const day = skipMarks(items, at + 1);
  if (!isBareDay(items[day])) return at + 1;
  const month = monthAfterDay(items, day + 1);
  return month === null ? day + 1 : withYear(items, month);
}

export function isMonth(item: Item | undefined): boolean {
  return item?.kind === 'word' && MONTHS.has(item.sound);
}

function isWeekday(item: Item | undefined): boolean {
  return item?.kind === 'word' && WEEKDAYS.has(item.sound);
}

function isDay(item: Item | undefined): boolean {
  if (item?.kind !== 'number' || item.signed || item.reading === null) return false;
  const { whole, fraction, negative } = item.reading;
  return !negative && fraction === '' && Number(whole) >= 1 && Number(whole) <= 31;
}

function isBareDay(item: Item | undefined): boolean {
  return isDay(item) && item?.newLine === false;
}

/** `31-03-2022` */
function numericDate(text: string, items: readonly Item[], at: number): number {
  const place = items.slice(at, at + 5);
  const first = place[0];
  const last = place[4];
  if (first?.kind !== 'number' || last?.kind !== 'number') return at;
  return /^\d{1,2}-\d{1,2}-\d{4}$/.test(text.slice(first.start, last.end)) ? at + 5 : at;
}

/** The place after the month of a day: `31 de marzo`, `15-mar`, `15 marzo`, `15, marzo`. */
function monthAfterDay(items: readonly Item[], at: number): number | null {
  const next = items[at];
  if (next?.kind === 'word' && next.sound === 'de') {
    return isMonth(items[at + 1]) ? at + 2 : null;
  }
  const place = skipMarks(items, at);
  return isMonth(items[place]) && items[place]?.newLine === false ? place + 1 : null;
}

function skipMarks(items: readonly Item[], at: number): number {
  const item = items[at];
  return item?.kind === 'mark' && /^[-–,;/.]$/.test(item.mark) ? at + 1 : at;
}

/** The year that may follow a month: `de 2022`, `del 2022`, `2022`. */
function withYear(items: readonly Item[], at: number): number {
  const next = items[at];
  const place =
    next?.kind === 'word' && (next.sound === 'de' || next.sound === 'del') ? at + 1 : skipMarks(items, at);
  return isYear(items[place]) ? place + 1 : at;
}

/** `2022`, bare. */
export function isYear(item: Item | undefined): boolean {
  if (item?.kind !== 'number' || item.signed || item.reading === null || item.newLine) return false;
  return /^(?:19|20)\d\d$/.test(item.reading.whole) && item.reading.fraction === '';
}
