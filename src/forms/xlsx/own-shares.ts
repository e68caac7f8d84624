import { type ExportForm, monitoringAt } from '../export-form.ts';
import { cellAt, type Grid } from '../grid.ts';
import { readPercentageCell } from '../read-percentage.ts';
import type { BlockColumns } from './add-blocks.ts';
import type { PlacedActivity } from './fill-cells.ts';

const WHOLE = 1_000;

/**
 * What each block of a workbook shows whose percentages are those of their own period: the reported percentage less
 * that of the cut before, in whole tenths, an entry for each activity. A cell that already adds up to the report counts
 * as it stands. Undefined when a percentage went down: no share says that.
 */
export function ownShares(
  grid: Grid,
  blocks: readonly BlockColumns[],
  placed: readonly PlacedActivity[],
  form: ExportForm,
): ReadonlyMap<BlockColumns, readonly (number | null)[]> | undefined {
  const ordered = [...blocks].sort((a, b) => a.cut - b.cut);
  const shares = new Map<BlockColumns, (number | null)[]>(ordered.map((block) => [block, []]));
  for (const { row, activity, before } of placed) {
    let told = 0;
    for (const block of ordered) {
      const tenths =
        block.cut <= form.upToCut ? (monitoringAt(activity, block.cut)?.progressTenths ?? null) : null;
      const shown = before === undefined ? undefined : tenthsIn(grid, row, block.progress);
      const adds = shown !== undefined && Math.min(WHOLE, told + shown) === tenths;
      const share = tenths === null ? null : adds ? shown : tenths - told;
      if (share !== null && share < 0) return undefined;
      shares.get(block)?.push(share);
      told = tenths ?? told;
    }
  }
  return shares;
}

function tenthsIn(grid: Grid, row: number, column: number): number | undefined {
  const read = readPercentageCell(cellAt(grid, row, column));
  return read.kind === 'percent' || read.kind === 'bare' ? read.tenths : undefined;
}
