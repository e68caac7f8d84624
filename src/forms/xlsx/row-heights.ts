import type { CellPlace, Range } from './cell-names.ts';
import { heightOfText, TALLEST_ROW, type TextLook } from './text-height.ts';

export type PlacedText = CellPlace & { readonly text: string; readonly look: TextLook };

/** What the texts of a row stand in; widths and heights in points. */
export type Surroundings = {
  readonly mergeAt: (place: CellPlace) => Range | undefined;
  readonly widthOf: (column: number) => number;
  readonly heightOf: (row: number) => number;
};

/** The height in points with which a row shows these texts whole, at most 409; 0 without texts. */
export function heightOfRow(texts: readonly PlacedText[], around: Surroundings): number {
  const heights = texts.filter(({ text }) => text.trim() !== '').map((placed) => heightOf(placed, around));
  return Math.min(TALLEST_ROW, Math.max(0, ...heights));
}

/** A cell merged over rows below leans on their height; one merged over columns has the width of all. */
function heightOf({ row, column, text, look }: PlacedText, around: Surroundings): number {
  const merge = around.mergeAt({ row, column }) ?? { top: row, bottom: row, left: column, right: column };
  const columns = Array.from({ length: merge.right - merge.left + 1 }, (_, index) => merge.left + index);
  const rows = Array.from({ length: merge.bottom - merge.top }, (_, index) => merge.top + 1 + index);
  const width = columns.reduce((sum, each) => sum + around.widthOf(each), 0);
  return heightOfText(text, width, look) - rows.reduce((sum, each) => sum + around.heightOf(each), 0);
}

/** Finds the merge that begins at a cell. */
export function mergeFinder(merges: readonly Range[]): Surroundings['mergeAt'] {
  const known = new Map(merges.map((merge) => [`${merge.top} ${merge.left}`, merge]));
  return ({ row, column }) => known.get(`${row} ${column}`);
}
