import { looksLikeCut, roleOfHeading } from './cut-heading.ts';
import { filledColumns, type Grid, textAt } from './grid.ts';
import { columnOfHeading, headingKey } from './headings.ts';
import { type ColumnName, GROUP_HEADINGS, SIGNATURES } from './layout.ts';
import { verificationOf } from './verification-columns.ts';

const ENOUGH_HEADINGS = 4;
const FEWEST_HEADINGS = 3;
const MOST_HEADER_ROWS = 4;

const GROUPS = new Set(GROUP_HEADINGS.map(headingKey));
const SIGNATURE_TITLES = new Set(
  SIGNATURES.flatMap((entry) => [entry.title, ...entry.synonyms]).map(headingKey),
);

/** Zero-based rows that hold the headings, top to bottom. */
export type Header = { readonly rows: readonly number[]; readonly first: number; readonly last: number };

/** How many different columns of the layout a row names. */
export function headingsIn(grid: Grid, row: number): number {
  const names = new Set<ColumnName>();
  for (const column of filledColumns(grid, row)) {
    const named = columnOfHeading(textAt(grid, row, column));
    if (named !== undefined) names.add(named.name);
  }
  return names.size;
}

/** Whether a row begins the signatures: its first cell says ELABORÓ, REVISÓ, APROBÓ and the like. */
export function beginsSignatures(grid: Grid, row: number): boolean {
  const [first] = filledColumns(grid, row);
  return first !== undefined && isSignatureTitle(textAt(grid, row, first));
}

export function isSignatureTitle(text: string): boolean {
  const [label = ''] = text.split(':');
  return SIGNATURE_TITLES.has(headingKey(label));
}

/**
 * The rows of the headings: the first row that names enough columns, the rows of groups above it and the rows of
 * headings below it. Undefined when no row names three columns.
 */
export function findHeader(grid: Grid): Header | undefined {
  const counts = grid.rows.map((_, row) => headingsIn(grid, row));
  const enough = counts.findIndex((count) => count >= ENOUGH_HEADINGS);
  const main = enough >= 0 ? enough : counts.findIndex((count) => count >= FEWEST_HEADINGS);
  if (main < 0) return undefined;
  const rows = [main];
  const above = filledRow(grid, main, -1);
  if (above !== undefined && isGroupRow(grid, above)) rows.unshift(above);
  for (let row = filledRow(grid, main, 1); row !== undefined && rows.length < MOST_HEADER_ROWS; ) {
    if (!continuesHeader(grid, row)) break;
    rows.push(row);
    row = filledRow(grid, row, 1);
  }
  return { rows, first: rows[0] ?? main, last: rows.at(-1) ?? main };
}

/** The next row that holds something, looking at most three rows away. */
function filledRow(grid: Grid, from: number, step: 1 | -1): number | undefined {
  return [1, 2, 3]
    .map((distance) => from + step * distance)
    .find((row) => filledColumns(grid, row).length > 0);
}

function isGroupRow(grid: Grid, row: number): boolean {
  return filledColumns(grid, row).every((column) => {
    const text = textAt(grid, row, column);
    return GROUPS.has(headingKey(text)) || looksLikeCut(text) || verificationOf(text) !== undefined;
  });
}

/** At least half of the cells are headings, and the row does not begin with an activity's number. */
function continuesHeader(grid: Grid, row: number): boolean {
  const columns = filledColumns(grid, row);
  const [first] = columns;
  if (first === undefined || isActivityNumber(textAt(grid, row, first))) return false;
  const headings = columns.filter((column) => {
    const text = textAt(grid, row, column);
    if (text.length > 160) return false;
    return (
      columnOfHeading(text) !== undefined ||
      looksLikeCut(text) ||
      (text.length <= 60 && roleOfHeading(text) !== undefined) ||
      GROUPS.has(headingKey(text))
    );
  });
  return headings.length * 2 >= columns.length;
}

/** `1`, `1.`, `2.3`, `4-1`, `5a`: what numbers an activity. */
export function isActivityNumber(text: string): boolean {
  return /^'?\d{1,6}([.-]\d{1,6}){0,4}\.?[a-z]?$/i.test(text.trim());
}
