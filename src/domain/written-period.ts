import { addDays, type LocalDate } from './dates.ts';
import { MONTH_WORDS, monthNumber } from './months.ts';
import { comparable } from './outside-text.ts';
import { dateOf, lastDayOfMonth, readDate } from './written-dates.ts';

/** Days from the first to the last, both included. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate };

/** The whole month of a day. */
export function monthAround(date: LocalDate): Period {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const first = `${date.slice(0, 8)}01`;
  return { from: first, to: `${date.slice(0, 8)}${lastDayOfMonth(year, month)}` };
}

export function monthBefore(date: LocalDate): Period {
  return monthAround(addDays(monthAround(date).from, -1));
}

const MONTH = new RegExp(`^(?:de |en |todo )?(${MONTH_WORDS})(?: (?:de |del )?(\\d{4}))?$`);
const PARTS =
  /^(?:desde |entre |del? )?(?:el )?(.+?)(?: al | a | hasta (?:el )?| y (?:el )?| - )(?:el )?(.+)$/;

/**
 * Reads days that have passed, as people type them: `marzo`, `marzo de 2022`, `del 1 al 31 de marzo`, `01/03 a 31/03`,
 * `2022-03-01 - 2022-03-31`. Without a year it is the latest that begins by `today`. Null for anything else, and when
 * the last day is before the first.
 */
export function readPeriod(text: string, today: LocalDate): Period | null {
  const plain = comparable(text).replace(/[.]$/, '').trim();
  const [, named, year] = MONTH.exec(plain) ?? [];
  if (named !== undefined) {
    const first = latest((of) => dateOf(of, monthNumber(named) ?? 0, 1), today, year);
    return first === undefined ? null : monthAround(first);
  }
  const [, first, last] = PARTS.exec(plain) ?? [];
  if (first === undefined || last === undefined) return null;
  return (
    years(today)
      .map((of) => ({ to: dayIn(last, of), of }))
      .map(({ to, of }) => ({ to, from: to === undefined ? undefined : dayBefore(first, to, of) }))
      .flatMap(({ from, to }) => (from !== undefined && to !== undefined && from <= to ? [{ from, to }] : []))
      .find(({ from }) => from <= today) ?? null
  );
}

const years = (today: LocalDate) => [Number(today.slice(0, 4)), Number(today.slice(0, 4)) - 1];

function latest(
  make: (year: number) => LocalDate | undefined,
  today: LocalDate,
  year: string | undefined,
): LocalDate | undefined {
  if (year !== undefined) return make(Number(year));
  return years(today)
    .map(make)
    .find((date) => date !== undefined && date <= today);
}

/** A day with its own year, or else in this one. */
function dayIn(text: string, year: number): LocalDate | undefined {
  const short = /^(\d{1,2})[/.-](\d{1,2})$/.exec(text);
  if (short) return dateOf(year, Number(short[2]), Number(short[1]));
  return readDate(text) ?? readDate(`${text} de ${year}`);
}

/** The first day: a bare number takes the month of the last one (`del 1 al 31 de marzo`). */
function dayBefore(text: string, last: LocalDate, year: number): LocalDate | undefined {
  if (/^\d{1,2}$/.test(text)) return dateOf(Number(last.slice(0, 4)), Number(last.slice(5, 7)), Number(text));
  const same = dayIn(text, Number(last.slice(0, 4)));
  if (same !== undefined && same <= last) return same;
  return dayIn(text, year - 1);
}
