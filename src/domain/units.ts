import { soundOf } from './answers/spelling.ts';

/** What an activity is counted in, and how many the whole year asks for: 4 *talleres*. */
export type Measure = { readonly measure: string; readonly yearAmount: number };

/** A figure of a report: whole tenths of a percent, and how many of the measure; null: said as a percentage. */
export type Counted = { readonly tenths: number; readonly amount: number | null };

/**
 * The measure by which an activity is reported; null: it is asked as a percentage. Without an amount of the year there
 * is nothing to compare a number with, and *permanente* asks about this cut alone (specification: Units).
 */
export function measureOf(of: {
  readonly measure: string | null;
  readonly yearAmount: number | null;
  readonly keeps: boolean;
}): Measure | null {
  const { measure, yearAmount, keeps } = of;
  if (measure === null || yearAmount === null || keeps || !(yearAmount > 0)) return null;
  return /^(?:porsent|por sient|puntos? por)/.test(measure.split(' ').map(soundOf).join(' '))
    ? null
    : { measure, yearAmount };
}

/**
 * What an amount is of the year's, in whole tenths of a percent. More than the year's amount counts as 100 %; less is
 * never rounded up to it.
 */
export function shareOf(amount: number, yearAmount: number): number {
  if (amount >= yearAmount) return 1000;
  return Math.min(999, Math.max(0, Math.round((amount * 1000) / yearAmount)));
}

export function countedOf(amount: number, { yearAmount }: Measure): Counted {
  return { tenths: shareOf(amount, yearAmount), amount };
}

/** The amount that a percentage says: only when it is whole units. */
export function wholeAmountOf(tenths: number, measure: Measure | null): number | null {
  if (measure === null) return null;
  const thousandths = tenths * measure.yearAmount;
  return Number.isInteger(thousandths) && thousandths % 1000 === 0 ? thousandths / 1000 : null;
}

/** The most of a measure that has a button for each amount. */
const MOST_AMOUNTS = 12;

/** The amounts that have a button, row by row; those of a large measure are typed. */
export function amountsOffered(measure: Measure | null): readonly (readonly number[])[] {
  if (measure === null || !Number.isInteger(measure.yearAmount) || measure.yearAmount > MOST_AMOUNTS)
    return [];
  const amounts = Array.from({ length: measure.yearAmount + 1 }, (_, amount) => amount);
  const half = amounts.length > 8 ? Math.ceil(amounts.length / 2) : amounts.length;
  return [amounts.slice(0, half), amounts.slice(half)].filter((row) => row.length > 0);
}

/** What is stored of a figure: the amount as it was said, or the one that a percentage says. */
export function amountToStore({ tenths, amount }: Counted, measure: Measure | null): number | null {
  return amount ?? wholeAmountOf(tenths, measure);
}
