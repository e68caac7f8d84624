import { isActivityNumber, looksLikeData } from '../find-header.ts';
import { type Cell, isBlank, textAt } from '../grid.ts';
import { activityPlace, namedColumns } from './base-places.ts';
import type { Merge } from './headed-columns.ts';
import { type PlanSheet, type PlanTable, planTable } from './plan-table.ts';

/** An activity printed over several rows. Zero-based. */
export type JoinedRows = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  /** A column in which its rows have different dates or figures, so that the reader cannot tell which is meant. */
  readonly conflict?: number;
};

/**
 * An activity whose cell is merged over rows that have no activity of their own is one activity: its texts are joined,
 * line by line (two products, two responsibles). Different dates or figures in its rows are a conflict, which is told.
 */
export function joinRows(
  sheet: PlanSheet,
  table: PlanTable,
  lowest?: number,
): { readonly table: PlanTable; readonly joined: readonly JoinedRows[] } {
  const { grid } = table.sheet;
  const [numbers] = namedColumns(table.columns, 'number');
  const activity = activityPlace(
    grid,
    table.columns,
    table.rows.map(({ row }) => row),
  );
  const over = sheet.merges.filter(
    ({ top, left, bottom, right }) =>
      activity !== undefined &&
      left <= activity &&
      activity <= right &&
      bottom > top &&
      top > table.header.last &&
      bottom < table.end &&
      rowsBelow(top, bottom).every(
        (row) =>
          textAt(grid, row, activity) === '' &&
          (numbers === undefined || !isActivityNumber(textAt(grid, row, numbers))),
      ),
  );
  if (activity === undefined || over.length === 0) return { table, joined: [] };
  const rows: Cell[][] = grid.rows.map((row) => [...row]);
  const joined = over.flatMap((merge) => joinInto(rows, merge, activity));
  if (joined.length === 0) return { table, joined };
  const own = { sheet: grid.sheet, rows };
  return { table: planTable({ ...sheet, grid: own }, lowest) ?? table, joined };
}

function rowsBelow(top: number, bottom: number): number[] {
  return Array.from({ length: bottom - top }, (_, index) => top + 1 + index);
}

function joinInto(rows: Cell[][], { top, bottom }: Merge, activity: number): JoinedRows[] {
  const below = rowsBelow(top, bottom);
  const first = rows[top];
  if (first === undefined || below.every((row) => (rows[row] ?? []).every(isBlank))) return [];
  const width = Math.max(...[top, ...below].map((row) => rows[row]?.length ?? 0));
  let conflict: number | undefined;
  for (let column = 0; column < width; column += 1) {
    const cells = [top, ...below].flatMap((row) => {
      const cell = rows[row]?.[column];
      return cell === undefined || isBlank(cell) ? [] : [cell];
    });
    const [one] = cells;
    if (one === undefined) continue;
    const whole = joinCells(cells);
    if (whole === undefined) conflict ??= column;
    while (first.length <= column) first.push({ text: '' });
    first[column] = whole ?? one;
  }
  for (const row of below) rows[row] = [];
  return [
    { row: top, column: activity, rows: below.length + 1, ...(conflict === undefined ? {} : { conflict }) },
  ];
}

/** A row for what is planned and one for what was done: `P` and `E`. */
const PLANNED_OR_DONE = /^(p|e|prog|ejec|program\w*|ejecu\w*|planead\w*|planific\w*|real|realizad\w*)\.?$/i;

/** The texts line by line, each once; undefined where dates or figures differ. */
function joinCells(cells: readonly Cell[]): Cell | undefined {
  const [first] = cells;
  const texts = [...new Set(cells.map(({ text }) => text.trim()))];
  if (first === undefined || texts.length === 1) return first;
  if (cells.every(({ text }) => PLANNED_OR_DONE.test(text.trim()))) return undefined;
  if (cells.some((cell) => cell.number !== undefined || cell.error !== undefined || looksLikeData(cell)))
    return undefined;
  const whole = texts.reduce((all, text) => (all.includes(text) ? all : `${all}\n${text}`));
  return { text: whole };
}
