import { isActivityNumber } from '../find-header.ts';
import { type Cell, textAt } from '../grid.ts';
import { activityPlace, namedColumns } from './base-places.ts';
import { type PlanSheet, type PlanTable, planTable } from './plan-table.ts';

/** A cell that counts for several activities. Zero-based. */
export type SharedCell = { readonly row: number; readonly column: number; readonly rows: number };

/**
 * Gives a cell that is merged over the rows of several activities to each of them. Rows without a number of their own
 * (without an activity, where nothing is numbered) are one activity printed over several rows; `joinRows` joins them.
 */
export function spreadMerges(
  sheet: PlanSheet,
  table: PlanTable,
  lowest?: number,
): { readonly table: PlanTable; readonly shared: readonly SharedCell[] } {
  if (sheet.merges.every(({ top, bottom }) => bottom === top || top <= table.header.last)) {
    return { table, shared: [] };
  }
  const [numbers] = namedColumns(table.columns, 'number');
  const activity = activityPlace(
    sheet.grid,
    table.columns,
    table.rows.map(({ row }) => row),
  );
  const rows: Cell[][] = sheet.grid.rows.map((row) => [...row]);
  const shared: SharedCell[] = [];
  for (const { top, left, bottom } of sheet.merges) {
    const value = rows[top]?.[left];
    const inside = bottom > top && top > table.header.last && bottom < table.end;
    if (!inside || value === undefined || left === numbers) continue;
    const below = Array.from({ length: bottom - top }, (_, index) => top + 1 + index).filter((row) =>
      numbers !== undefined && textAt(sheet.grid, top, numbers) !== ''
        ? isActivityNumber(textAt(sheet.grid, row, numbers))
        : activity !== undefined && left !== activity && textAt(sheet.grid, row, activity) !== '',
    );
    for (const row of below) {
      const cells = rows[row] ?? [];
      while (cells.length <= left) cells.push({ text: '' });
      cells[left] = value;
    }
    if (below.length > 0) shared.push({ row: top, column: left, rows: below.length + 1 });
  }
  if (shared.length === 0) return { table, shared };
  const grid = { sheet: sheet.grid.sheet, rows };
  return { table: planTable({ ...sheet, grid }, lowest) ?? table, shared };
}
