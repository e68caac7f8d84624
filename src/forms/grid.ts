import type { LocalDate } from '../domain/dates.ts';

/**
 * One cell as a reader found it. `text` is what a person sees, cleaned but not trimmed. A text file gives only
 * `text`; a workbook gives what it knows besides.
 */
export type Cell = {
  readonly text: string;
  /** The stored number: 0.5 for a cell shown as 50 %. */
  readonly number?: number;
  /** The cell has a percent format, so `number` is a fraction. */
  readonly percent?: boolean;
  /** The stored date, whatever date system the workbook uses. */
  readonly date?: LocalDate;
  /** The cell shows the month of its date and not the day: `jun-23`. */
  readonly month?: boolean;
  /** A cell error such as `#REF!`. */
  readonly error?: string;
};

/** A sheet as rows of cells; rows may differ in length. `sheet` is '' for a file without sheets. */
export type Grid = { readonly sheet: string; readonly rows: readonly (readonly Cell[])[] };

/** Bounds for reading, so that no file can bring the process down. */
export const MAX_ROWS = 11_000;
export const MAX_COLUMNS = 100;
export const MAX_CELL_LENGTH = 32_767;

const BLANK: Cell = { text: '' };

/** The cell at zero-based `row` and `column`, blank outside the grid. */
export function cellAt(grid: Grid, row: number, column: number): Cell {
  return grid.rows[row]?.[column] ?? BLANK;
}

/** The trimmed text at zero-based `row` and `column`. */
export function textAt(grid: Grid, row: number, column: number): string {
  return cellAt(grid, row, column).text.trim();
}

export function isBlank(cell: Cell): boolean {
  return (
    cell.text.trim() === '' &&
    cell.number === undefined &&
    cell.date === undefined &&
    cell.error === undefined
  );
}

/** The letters a spreadsheet gives to a zero-based column: 0 → A, 26 → AA. */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last;
}

/** The error of a formula without a stored result. */
export const NOT_CALCULATED = 'fórmula sin calcular';

export function isUncalculated(cell: Cell): boolean {
  return cell.error === NOT_CALCULATED;
}

/** How many columns the widest row has. */
export function widthOf(grid: Grid): number {
  return grid.rows.reduce((width, row) => Math.max(width, row.length), 0);
}

/** Zero-based columns of `row` that hold something. */
export function filledColumns(grid: Grid, row: number): number[] {
  const cells = grid.rows[row] ?? [];
  return cells.flatMap((cell, column) => (isBlank(cell) ? [] : [column]));
}
