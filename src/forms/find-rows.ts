import { warned } from '../texts/importing/form-problems.ts';
import { beginsSignatures, type Header, headingsIn, isActivityNumber } from './find-header.ts';
import { addWarning, type Findings } from './findings.ts';
import { filledColumns, type Grid, textAt } from './grid.ts';
import { headingKey } from './headings.ts';

/** The zero-based row where the table ends: the first of the signatures, or the end of the sheet. */
export function endOfTable(grid: Grid, header: Header): number {
  for (let row = header.last + 1; row < grid.rows.length; row += 1) {
    if (beginsSignatures(grid, row)) return row;
  }
  return grid.rows.length;
}

/**
 * The rows that are activities. Left out: blank rows, headings and title rows repeated on each page, totals, and
 * rows with a single filled cell (a note, the name of a component), which are told.
 */
export function activityRows(
  grid: Grid,
  header: Header,
  end: number,
  numberColumn: number | undefined,
  findings: Findings,
): number[] {
  const above = new Set<string>();
  for (let row = 0; row <= header.last; row += 1) above.add(signatureOf(grid, row));
  const rows: number[] = [];
  for (let row = header.last + 1; row < end; row += 1) {
    const filled = filledColumns(grid, row);
    const [first] = filled;
    if (first === undefined || above.has(signatureOf(grid, row))) continue;
    const numbered = numberColumn !== undefined && isActivityNumber(textAt(grid, row, numberColumn));
    if (!numbered && (isRepeatedHeading(grid, row, header) || isTotal(textAt(grid, row, first)))) continue;
    if (filled.length > 1) rows.push(row);
    else
      addWarning(
        findings,
        'skipped-row',
        { row, column: first },
        warned.skippedRow(textAt(grid, row, first)),
      );
  }
  return rows;
}

/** What a row says, wherever its cells stand. */
function signatureOf(grid: Grid, row: number): string {
  return filledColumns(grid, row)
    .map((column) => headingKey(textAt(grid, row, column).slice(0, 100)))
    .join('|');
}

/** At least half of the cells say what a heading of the same column says, or the row names several columns. */
function isRepeatedHeading(grid: Grid, row: number, header: Header): boolean {
  const filled = filledColumns(grid, row);
  const same = filled.filter((column) => {
    const key = headingKey(textAt(grid, row, column));
    return key !== '' && header.rows.some((top) => headingKey(textAt(grid, top, column)) === key);
  });
  return (same.length >= 2 && same.length * 2 >= filled.length) || headingsIn(grid, row) >= 4;
}

function isTotal(text: string): boolean {
  return /^(sub)?total|^promedio|^avancetotal|^avancepromedio|^porcentajetotal|^cumplimientototal/.test(
    headingKey(text),
  );
}

/** The first row after `end` that looks like the headings of another table. */
export function secondTable(grid: Grid, end: number): number | undefined {
  for (let row = end; row < grid.rows.length; row += 1) {
    if (headingsIn(grid, row) >= 4) return row;
  }
  return undefined;
}
