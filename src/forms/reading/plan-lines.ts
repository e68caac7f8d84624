import { type Header, isActivityNumber } from '../find-header.ts';
import { filledColumns, type Grid, textAt } from '../grid.ts';
import { headingKey } from '../headings.ts';
import { placesOf } from './base-places.ts';
import { rolesNamed } from './column-words.ts';
import type { HeadedColumn, Merge } from './headed-columns.ts';
import { isColumnNumbers, sectionAbove, sectionOf } from './plan-sections.ts';

/** The rows of a table below its headings. Rows and columns are zero-based. */
export type PlanLines = {
  readonly rows: readonly { readonly row: number; readonly section: string }[];
  /** Rows with one filled cell: names of components, notes. */
  readonly single: readonly { readonly row: number; readonly column: number; readonly text: string }[];
};

/**
 * The rows that may be activities. It leaves out blank rows, headings and title rows repeated on each page, the numbers
 * of the columns, totals, and rows that name the section of those below.
 */
export function linesOf(
  grid: Grid,
  header: Header,
  end: number,
  columns: readonly HeadedColumn[],
  merges: readonly Merge[],
): PlanLines {
  const above = new Set<string>();
  const beginnings = new Set<string>();
  for (let row = 0; row <= header.last; row += 1) {
    above.add(signatureOf(grid, row));
    beginnings.add(beginningOf(grid, row));
  }
  const isPrintedAgain = (row: number) =>
    beginnings.has(beginningOf(grid, row)) && above.has(signatureOf(grid, row));
  const places = placesOf(columns);
  const { number: numbers } = places;
  const rows: { row: number; section: string }[] = [];
  const single: { row: number; column: number; text: string }[] = [];
  let section = sectionAbove(grid, header.first);
  for (let row = header.last + 1; row < end; row += 1) {
    const filled = filledColumns(grid, row);
    const [first] = filled;
    if (first === undefined || isPrintedAgain(row) || isColumnNumbers(grid, row, filled)) continue;
    const numbered = numbers !== undefined && isActivityNumber(textAt(grid, row, numbers));
    const text = textAt(grid, row, first);
    if (!numbered && (isRepeatedHeading(grid, row, header) || isTotal(text))) continue;
    const heading = sectionOf(grid, row, end, places, merges);
    if (filled.length > 1 && heading === undefined) rows.push({ row, section });
    else {
      single.push({ row, column: first, text: heading ?? text });
      if (heading !== undefined) section = heading;
      else if (text.length <= 300 && !isActivityNumber(text) && !/^(nota|fuente|observaci|\*)/i.test(text))
        section = text;
    }
  }
  return { rows, single };
}

/** What a row says, wherever its cells stand. */
function signatureOf(grid: Grid, row: number): string {
  return filledColumns(grid, row)
    .map((column) => headingKey(textAt(grid, row, column).slice(0, 100)))
    .join('|');
}

/** The first thing a row says: cheap to compare before the rest. */
function beginningOf(grid: Grid, row: number): string {
  const text = grid.rows[row]?.find((cell) => cell.text.trim() !== '')?.text.trim() ?? '';
  return headingKey(text.slice(0, 100));
}

/** Whether at least half of the cells repeat the heading of their column, or the row names several columns. */
function isRepeatedHeading(grid: Grid, row: number, header: Header): boolean {
  const filled = filledColumns(grid, row);
  const same = filled.filter((column) => {
    const key = headingKey(textAt(grid, row, column));
    return key !== '' && header.rows.some((top) => headingKey(textAt(grid, top, column)) === key);
  });
  return (same.length >= 2 && same.length * 2 >= filled.length) || exactHeadings(grid, row) >= 4;
}

/** How many columns a row names in the exact wordings: prose may begin with the words of a heading. */
export function exactHeadings(grid: Grid, row: number): number {
  const names = filledColumns(grid, row).flatMap((column) => {
    const [named] = rolesNamed(textAt(grid, row, column));
    return named !== undefined && named.rank < 100 ? [named.role] : [];
  });
  return new Set(names).size;
}

function isTotal(text: string): boolean {
  return /^(sub)?total|^promedio|^avancetotal|^avancepromedio|^porcentajetotal|^cumplimientototal/.test(
    headingKey(text),
  );
}
