import { beginsSignatures, findHeader, type Header } from '../find-header.ts';
import { filledColumns, type Grid, textAt } from '../grid.ts';
import { headingKey } from '../headings.ts';
import { isColumnOfOurs } from '../own-columns.ts';
import { type HeadedColumn, headedColumns, type Merge, stackOf } from './headed-columns.ts';
import { exactHeadings, linesOf, type PlanLines } from './plan-lines.ts';

/** A sheet of a file as it is given to the reader. A text file has one, without merges. */
export type PlanSheet = {
  readonly grid: Grid;
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly visible: boolean;
};

/** A row that may be an activity, with the section it stands under ('' for none). */
export type Line = { readonly table: PlanTable; readonly row: number; readonly section: string };

/** The table of a sheet: where its headings, rows and end are. Rows and columns are zero-based. */
export type PlanTable = PlanLines & {
  readonly sheet: PlanSheet;
  readonly header: Header;
  /** The first row of the signatures, or the end of the sheet. */
  readonly end: number;
  readonly columns: readonly HeadedColumn[];
};

/**
 * The table of a sheet; undefined when it has no headings of a plan.
 * @param lowest the last row of the headings, when an answer gives it
 */
export function planTable(sheet: PlanSheet, lowest?: number): PlanTable | undefined {
  const { grid } = sheet;
  const header = findHeader(grid, lowest);
  if (header === undefined) return undefined;
  const end = endOfTable(grid, header);
  const all = headedColumns(grid, header, sheet.merges);
  const columns = all.filter(({ own }) => !own.some(({ text }) => isColumnOfOurs(text)));
  return { sheet, header, end, columns, ...linesOf(grid, header, end, columns, sheet.merges) };
}

/** The zero-based row where the table ends. */
function endOfTable(grid: Grid, header: Header): number {
  for (let row = header.last + 1; row < grid.rows.length; row += 1) {
    if (beginsSignatures(grid, row) || beginsLegend(grid, row)) return row;
  }
  return grid.rows.length;
}

/** Whether CONVENCIONES, the meaning of the colours, begins here. No row below it has as many cells as an activity. */
function beginsLegend(grid: Grid, row: number): boolean {
  const [first, ...more] = filledColumns(grid, row);
  if (first === undefined || more.length > 1) return false;
  if (
    !/^(convenciones|leyenda|semaforo|escalade|rangosde|listadesplegable)/.test(
      headingKey(textAt(grid, row, first)),
    )
  )
    return false;
  const below = grid.rows.slice(row + 1, row + 50).map((_, index) => row + 1 + index);
  return below.every(
    (each) => filledColumns(grid, each).length < FEWEST_CELLS || beginsSignatures(grid, each),
  );
}

const FEWEST_CELLS = 4;

/** The first row after the table that looks like the headings of another one. */
export function secondTable({ sheet: { grid }, end }: PlanTable): number | undefined {
  for (let row = end; row < grid.rows.length; row += 1) {
    if (exactHeadings(grid, row) >= 4) return row;
  }
  return undefined;
}

/** What tables with the same headings have in common, whatever cuts they print. */
export function headingsKey(table: PlanTable): string {
  return table.columns
    .map((column) =>
      stackOf(column)
        .map(({ text }) => headingKey(text))
        .join('/'),
    )
    .join('|')
    .replace(/\|+$/, '');
}
