/** What Planeación wrote for an activity, cumulative, one value for each cut. */
export type WrittenProgramming = {
  readonly measure: string | null;
  readonly yearAmount: number | null;
  /** Null: only the measure was written. Percentages in whole tenths, or amounts when there is a measure. */
  readonly values: readonly number[] | null;
  /** The shares of each cut were written, and were added up. */
  readonly added: boolean;
};

/** Why a text is no programming. */
export type NotProgramming = 'form' | 'count' | 'falls' | 'above' | 'zero';

const NUMBER = '\\d+(?:[.,]\\d+)?';
/** `1.200`, `1.200,5`: as amounts are shown. */
const THOUSANDS = '[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d+)?(?![.\\d])';
const AMOUNT = `(?:${THOUSANDS}|${NUMBER})`;
const WITH_MEASURE = new RegExp(`^\\s*(${AMOUNT})\\s+(\\p{L}[^:\\d]*?)\\s*(?::\\s*(.+))?$`, 'isu');
const MEASURE_MOST = 40;
/** Above any amount of a plan. */
const AMOUNT_MOST = 1e12;

/**
 * Reads `25, 50, 75, 100` (percentages) and `4 talleres: 1, 2, 3, 4` (amounts of the year's four), cumulative or the share
 * of each cut, one value for each of `cuts` cuts.
 */
export function readProgramming(text: string, cuts: number): WrittenProgramming | NotProgramming {
  const [, amount, words, rest] = WITH_MEASURE.exec(text) ?? [];
  if (amount === undefined || words === undefined) return readPercentages(text, cuts);
  const measure = words.trim().replace(/\s+/g, ' ').toLowerCase();
  const yearAmount = numberOf(amount);
  if (yearAmount <= 0 || yearAmount > AMOUNT_MOST || measure.length > MEASURE_MOST) return 'form';
  if (rest === undefined) return { measure, yearAmount, values: null, added: false };
  const written = amountsIn(rest, cuts);
  if (typeof written === 'string') return written;
  if (total(written) === 0) return 'zero';
  const added = !falls(written) && last(written) === yearAmount ? false : total(written) === yearAmount;
  if (!added && falls(written)) return 'falls';
  const values = added ? addUp(written) : written;
  return last(values) > yearAmount ? 'above' : { measure, yearAmount, values, added };
}

function readPercentages(text: string, cuts: number): WrittenProgramming | NotProgramming {
  const written = numbersIn(text.replaceAll('%', ' '), cuts);
  if (typeof written === 'string') return written;
  if (total(written) === 0) return 'zero';
  const added = !falls(written) && last(written) === 100 ? false : total(written) === 100;
  if (!added && falls(written)) return 'falls';
  const values = added ? addUp(written) : written;
  if (last(values) > 100) return 'above';
  return { measure: null, yearAmount: null, values: values.map((value) => Math.round(value * 10)), added };
}

/** Amounts may have thousands: `2.500, 5.000`. */
function amountsIn(text: string, cuts: number): readonly number[] | 'form' | 'count' {
  const amounts = text.match(new RegExp(AMOUNT, 'g')) ?? [];
  const grouped = amounts.length === cuts && new RegExp(THOUSANDS).test(text);
  const read = numbersIn(text, cuts);
  return grouped && read !== 'form' ? amounts.map(numberOf) : read;
}

/** A semicolon parts numbers. A comma between two numbers parts them when there are as many numbers then as cuts; else it is a decimal comma. */
function numbersIn(text: string, cuts: number): readonly number[] | 'form' | 'count' {
  if (!/^[\d\s.,;/y-]+$/i.test(text) || !/\d/.test(text)) return 'form';
  const parted = text.split(';').map((part) => part.trim());
  if (parted.length === cuts && parted.every((part) => new RegExp(`^${NUMBER}$`).test(part)))
    return parted.map(numberOf);
  const whole = text.match(/\d+/g) ?? [];
  if (whole.length === cuts) return whole.map(Number);
  const decimal = text.match(new RegExp(NUMBER, 'g')) ?? [];
  return decimal.length === cuts ? decimal.map(numberOf) : 'count';
}

function numberOf(text: string): number {
  const isGrouped = new RegExp(`^${THOUSANDS}$`).test(text);
  return Number((isGrouped ? text.replaceAll('.', '') : text).replace(',', '.'));
}

function falls(values: readonly number[]): boolean {
  return values.some((value, index) => value < (values[index - 1] ?? 0));
}

function last(values: readonly number[]): number {
  return values.at(-1) ?? 0;
}

function total(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) * 1e6) / 1e6;
}

function addUp(values: readonly number[]): readonly number[] {
  let before = 0;
  return values.map((value) => {
    before = Math.round((before + value) * 1e6) / 1e6;
    return before;
  });
}
