import { expected, found, warned } from '../../texts/importing/form-problems.ts';
import { percent } from '../../texts/words/amounts.ts';
import { addProblem, addWarning } from '../findings.ts';
import { cellAt } from '../grid.ts';
import { type At, cellError, type Reading } from '../read-cell.ts';
import { type PercentageCell, readPercentageCell, tenthsOfFraction } from '../read-percentage.ts';

/** A cell of a column of percentages, where it stands. */
export type ProgressCell = { readonly reading: Reading; readonly at: At; readonly cell: PercentageCell };

export function progressCell(reading: Reading, at: At): ProgressCell {
  const failed = cellError(reading.grid, at) !== undefined;
  return {
    reading,
    at,
    cell: failed ? { kind: 'unreadable' } : readPercentageCell(cellAt(reading.grid, at.row, at.column)),
  };
}

/**
 * The first bare number of a column whose bare numbers may be fractions: none of them passes 1 and not all are 0, or
 * they have decimals and none passes 2. Undefined when there is no doubt.
 */
export function mayBeFractions(cells: readonly ProgressCell[]): number | undefined {
  const bare = cells.flatMap(({ cell }) => (cell.kind === 'bare' ? [cell.value] : []));
  const told = bare.filter((value) => value !== 0);
  if (told.length === 0 || bare.some((value) => value < 0)) return undefined;
  if (told.every((value) => value <= 1)) return told[0];
  const decimal = told.some((value) => value < 1 && !Number.isInteger(value));
  return decimal && told.every((value) => value <= 2) ? told[0] : undefined;
}

/** A percentage up to this many tenths was surpassed; a higher one is another kind of number. */
const MOST_OVER = 2_000;

/** Whole tenths of a percent; null when the cell gives no report or has a problem, which is told. */
export function progressTenths({ reading, at, cell }: ProgressCell, asFractions: boolean): number | null {
  const { findings, grid } = reading;
  const raw = cellAt(grid, at.row, at.column);
  const text = raw.text.trim() || String(raw.number ?? '');
  if (cell.kind === 'blank') return null;
  if (cell.kind === 'not-applicable') {
    addWarning(findings, 'not-applicable', at, warned.notApplicable(text));
    return null;
  }
  if (cell.kind === 'unreadable') {
    const error = cellError(grid, at);
    if (error !== undefined)
      addProblem(findings, 'cell-error', at, found.cellError(error), expected.percentage);
    else addProblem(findings, 'percentage', at, found.text(text), expected.percentage);
    return null;
  }
  const { tenths, exact } = cell.kind === 'bare' && asFractions ? tenthsOfFraction(cell.value) : cell;
  const surpassed = tenths > 1_000 && (cell.kind !== 'bare' || asFractions || tenths <= MOST_OVER);
  if (tenths < 0 || (tenths > 1_000 && !surpassed)) {
    addProblem(findings, 'percentage', at, found.text(text), expected.percentage);
    return null;
  }
  if (surpassed) {
    addWarning(findings, 'over-100', at, warned.over100(text));
    return 1_000;
  }
  if (cell.kind === 'among-words')
    addWarning(findings, 'among-words', at, warned.amongWords(text, percent(tenths)));
  else if (!exact) addWarning(findings, 'rounded', at, warned.rounded(text, percent(tenths)));
  return tenths;
}
