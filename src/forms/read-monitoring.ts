import { expected, found, warned } from '../texts/importing/form-problems.ts';
import { percent } from '../texts/words/amounts.ts';
import type { Block } from './find-blocks.ts';
import { addProblem, addWarning, placeOf } from './findings.ts';
import type { FormMonitoring } from './form.ts';
import { cellAt } from './grid.ts';
import { type At, cellError, type Reading, readText } from './read-cell.ts';
import { type PercentageCell, readPercentageCell, tenthsOfFraction } from './read-percentage.ts';

/**
 * How bare numbers of a block whose bare numbers are all ≤ 1 are meant: true as fractions (0.5 is 50 %), false as
 * written (0.5 is 0.5 %). Undefined: nobody said, and such a block is refused.
 */
export type Fractions = boolean | undefined;

type Progress = { readonly row: number; readonly at: At; readonly cell: PercentageCell };

/** Reads one block over the rows of the activities; row → what it reports. Rows with both cells blank are left out. */
export function readBlock(
  reading: Reading,
  block: Block,
  rows: readonly number[],
  cut: number,
  fractions: Fractions,
): Map<number, FormMonitoring> {
  const column = block.progress;
  const monitoring = new Map<number, FormMonitoring>();
  if (column === undefined) return monitoring;
  const progress = rows.map((row): Progress => {
    const at = { row, column };
    const failed = cellError(reading.grid, at) !== undefined;
    return {
      row,
      at,
      cell: failed ? { kind: 'unreadable' } : readPercentageCell(cellAt(reading.grid, row, column)),
    };
  });
  const asFractions = settleFractions(reading, progress, fractions);
  for (const entry of progress) {
    const tenths = tenthsOf(reading, entry, asFractions);
    const at = { row: entry.row, column: block.observation ?? -1 };
    const observation = block.observation === undefined ? '' : readText(reading, at);
    const blank = entry.cell.kind === 'blank';
    if (blank && observation === '') continue;
    if (blank) addWarning(reading.findings, 'observation-only', at, warned.observationOnly);
    if (tenths !== null && observation === '' && block.observation !== undefined) {
      addWarning(reading.findings, 'percentage-only', at, warned.percentageOnly);
    }
    if (tenths === null && observation === '') continue;
    monitoring.set(entry.row, { cut, progressTenths: tenths, observation });
  }
  return monitoring;
}

/**
 * Whether the bare numbers of the block are fractions. When all of them are ≤ 1 and not all are 0 it cannot be
 * told: without an answer that is a problem, naming the cells and both readings.
 */
function settleFractions(reading: Reading, progress: readonly Progress[], fractions: Fractions): boolean {
  const bare = progress.flatMap(({ at, cell }) => (cell.kind === 'bare' ? [{ at, value: cell.value }] : []));
  const first = bare.find(({ value }) => value !== 0);
  if (first === undefined || bare.some(({ value }) => value > 1 || value < 0)) return false;
  if (fractions !== undefined) return fractions;
  const { sheet } = reading.findings;
  const cells = bare.map(({ at, value }) => {
    const place = placeOf(sheet, at.row, at.column);
    return `${shown(value)} (${place.column}${place.row})`;
  });
  const words = expected.reading(
    shown(first.value),
    `${shown(first.value)} %`,
    percent(tenthsOfFraction(first.value).tenths),
  );
  addProblem(reading.findings, 'fractions', first.at, found.ambiguous(cells), words);
  return false;
}

/** Whole tenths of a percent; null when the cell gives no report or has a problem, which is told. */
function tenthsOf(reading: Reading, { at, cell }: Progress, asFractions: boolean): number | null {
  const { findings, grid } = reading;
  const raw = cellAt(grid, at.row, at.column);
  const text = raw.text.trim() || String(raw.number ?? '');
  if (cell.kind === 'blank') return null;
  if (cell.kind === 'not-applicable') {
    addWarning(findings, 'not-applicable', at, warned.notApplicable(text));
    return null;
  }
  const error = cellError(grid, at);
  if (cell.kind === 'unreadable') {
    if (error !== undefined)
      addProblem(findings, 'cell-error', at, found.cellError(error), expected.percentage);
    else addProblem(findings, 'percentage', at, found.text(text), expected.percentage);
    return null;
  }
  const { tenths, exact } = cell.kind === 'bare' && asFractions ? tenthsOfFraction(cell.value) : cell;
  if (tenths < 0 || tenths > 1000) {
    addProblem(findings, 'percentage', at, found.text(text), expected.percentage);
    return null;
  }
  if (!exact) addWarning(findings, 'rounded', at, warned.rounded(text, percent(tenths)));
  return tenths;
}

function shown(value: number): string {
  return String(value).replace('.', ',');
}
