import { cumulativeFigures } from '../../domain/programming.ts';
import { type ExportForm, monitoringAt } from '../export-form.ts';
import type { FormActivity } from '../form.ts';
import { cellAt, type Grid } from '../grid.ts';
import type { FormPlaces } from '../read-form.ts';
import { readPercentageCell } from '../read-percentage.ts';
import type { PlacedActivity, Write } from './fill-cells.ts';

/**
 * The amounts that were reported, in the form's own columns of what was executed: cumulative, or the share of each cut,
 * as its columns of what is programmed are. Where those do not say which, or the column holds percentages, nothing is
 * written.
 */
export function executedWrites(
  grid: Grid,
  { executed, planned }: FormPlaces,
  placed: readonly PlacedActivity[],
  form: ExportForm,
): Write[] {
  if (executed.length === 0 || planned.length === 0) return [];
  return placed.flatMap(({ row, activity, before }): Write[] => {
    if (before === undefined) return [];
    const shares = areShares(grid, row, planned, activity);
    if (shares === null) return [];
    return executed.flatMap(({ cut, column }): Write[] => {
      const amount =
        cut > form.upToCut ? null : amountAt(activity, cut, shares ? cutBefore(executed, cut) : null);
      const cell = readPercentageCell(cellAt(grid, row, column));
      if (amount === null || cell.kind === 'percent') return [];
      if (cell.kind === 'bare' && cell.value === amount) return [];
      return [{ row, column, value: { number: amount }, percent: false, unlessFormula: true }];
    });
  });
}

type Places = FormPlaces['executed'];

/** The cut before this one among the form's; null: it is the first. */
function cutBefore(executed: Places, cut: number): number | null {
  return executed.findLast((each) => each.cut < cut)?.cut ?? null;
}

/** What was reported at a cut, less what was at the cut before; null: no amount says it. */
function amountAt(activity: FormActivity, cut: number, before: number | null): number | null {
  const said = monitoringAt(activity, cut)?.amount;
  if (said === undefined) return null;
  if (before === null) return said;
  const earlier = monitoringAt(activity, before);
  if (earlier === undefined) return said;
  const share = earlier.amount === undefined ? -1 : Math.round((said - earlier.amount) * 1e6) / 1e6;
  return share < 0 ? null : share;
}

/** Whether the form's amounts are the share of each cut; null: it programs no amounts, or both are possible. */
function areShares(grid: Grid, row: number, planned: Places, activity: FormActivity): boolean | null {
  const figures = planned.flatMap(({ cut, column }) => {
    const cell = readPercentageCell(cellAt(grid, row, column));
    // Only their order counts.
    return cell.kind === 'bare' ? [{ date: String(cut).padStart(2, '0'), amount: cell.value }] : [];
  });
  if (figures.length === 0) return null;
  const { target, programming } = activity;
  const yearAmount = programming?.yearAmount ?? null;
  return cumulativeFigures({ target, planned: figures, programmed: null, yearAmount })?.added ?? null;
}
