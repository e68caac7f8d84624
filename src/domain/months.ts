import { comparable } from './outside-text.ts';

/** The months, each with every other spelling: one table for writing and for reading. */
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

/** Every spelling of a month, longest first, for a pattern over `comparable` text. */
export const MONTH_WORDS = [...NUMBER_OF_MONTH.keys()].sort((a, b) => b.length - a.length).join('|');

const SHORT: ReadonlySet<string> = new Set(
  MONTHS.flatMap(([, ...others]) => others).filter((word) => word.length <= 4),
);

/** `marzo` for 3; empty when there is no such month. @param number 1..12 */
export function monthName(number: number): string {
  return MONTHS[number - 1]?.[0] ?? '';
}

/** 1..12 for `marzo` or `mar`; undefined for anything else. */
export function monthNumber(word: string): number | undefined {
  return NUMBER_OF_MONTH.get(comparable(word));
}

/** Whether a word is an abbreviated month: it may mean something else, like the beginning of a name. */
export function isShortMonth(word: string): boolean {
  return SHORT.has(comparable(word));
}

/** The months among these words: *mar* is March when it is the only month, and Tuesday beside another. */
export function monthsIn(words: readonly string[]): readonly number[] {
  const named = words.filter((word) => monthNumber(word) !== undefined);
  const sure = named.filter((word) => comparable(word) !== 'mar');
  return (sure.length > 0 ? sure : named.slice(0, 1)).flatMap((word) => monthNumber(word) ?? []);
}
