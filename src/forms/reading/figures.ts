import type { Cell } from '../grid.ts';
import { readPercentageCell } from '../read-percentage.ts';

/** Numbers of one role: a row for each activity, a column for each cut in order of date; null where there is none. */
export type Figures = readonly (readonly (number | null)[])[];

/** The number of a cell: percent where it says so, else the bare number. */
export function figureOf(cell: Cell): number | null {
  const read = readPercentageCell(cell);
  if (read.kind === 'percent') return read.tenths / 10;
  return read.kind === 'bare' ? read.value : null;
}

const told = (row: readonly (number | null)[]) =>
  row.filter((value): value is number => value !== null && value !== 0);

/** Whether in most rows two or more figures add up to 100 (or to 1), like shares of their own period. */
export function sharesAddUp(figures: Figures): boolean {
  const rows = figures.map(told).filter((row) => row.length >= 2);
  if (rows.length === 0) return false;
  const whole = rows.filter((row) => {
    const sum = row.reduce((total, value) => total + value, 0);
    return Math.abs(sum - 100) <= 1.5 || Math.abs(sum - 1) <= 0.015;
  });
  return whole.length * 2 >= rows.length;
}

/** Whether most rows repeat the share of one of `cuts` equal periods, like 25 and 25 of four quarters. */
export function repeatsAShare(figures: Figures, cuts: number): boolean {
  const rows = figures.map(told).filter((row) => row.length >= 2);
  const same = rows.filter((row) =>
    row.every(
      (value) =>
        Math.abs(value - 100 / Math.max(cuts, 2)) <= 1.5 || Math.abs(value - 1 / Math.max(cuts, 2)) <= 0.015,
    ),
  );
  return rows.length > 0 && same.length * 2 >= rows.length;
}

/**
 * Whether some row adds up to more than the whole, so that its figures cannot be shares.
 * @param whole 100, or 1 for fractions
 */
export function exceedsWhole(figures: Figures, whole: number): boolean {
  return figures.some(
    (row) => told(row).length >= 2 && told(row).reduce((sum, value) => sum + value, 0) > whole * 1.02,
  );
}

/** The first row in which a later figure is lower than an earlier one; -1 for none. */
export function firstDecrease(figures: Figures): number {
  return figures.findIndex((row) => {
    const values = row.filter((value): value is number => value !== null);
    return values.some((value, index) => index > 0 && value < (values[index - 1] ?? 0));
  });
}
