import type { Range } from './cell-names.ts';
import type { CellValue } from './cell-xml.ts';
import type { StyleNumber } from './template-styles.ts';

export type PlacedCell = {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly style: StyleNumber;
};

/** A sheet of ours while it is laid out. */
export type Draft = {
  readonly cells: PlacedCell[];
  readonly merges: Range[];
  /** In points, the least a row has. */
  readonly heights: Map<number, number>;
  readonly widths: readonly number[];
  /** The last column of the title and of the signatures. */
  readonly titleRight: number;
};

export const text = (value: string): CellValue => ({ text: value });

export function put(draft: Draft, row: number, column: number, value: CellValue, style: StyleNumber): void {
  draft.cells.push({ row, column, value, style });
}

/** One value over several cells, all of them with its border. */
export function putWide(draft: Draft, range: Range, value: CellValue, style: StyleNumber): void {
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      put(draft, row, column, row === range.top && column === range.left ? value : undefined, style);
    }
  }
  if (range.top !== range.bottom || range.left !== range.right) draft.merges.push(range);
}
