import type { Write } from './fill-cells.ts';
import { rowOf, type SheetTree } from './sheet-tree.ts';
import { attributeOf, childOf, childrenOf, setAttribute } from './xml.ts';

const TALLEST = 409;
const LINE = 13;
const DEFAULT_WIDTH = 9;

/**
 * Makes rows taller where a text that was written needs it, so that none is cut. Only rows that have a height of
 * their own need this: the others fit by themselves when the file is opened. A row never gets lower.
 */
export function fitRows(tree: SheetTree, writes: readonly Write[]): void {
  const columns = childOf(tree.document.root, 'cols');
  const widths = columns === undefined ? [] : childrenOf(columns, 'col');
  const widthOf = (column: number) => {
    const col = widths.find(
      (one) => Number(attributeOf(one, 'min')) <= column + 1 && Number(attributeOf(one, 'max')) >= column + 1,
    );
    return Number((col && attributeOf(col, 'width')) ?? DEFAULT_WIDTH);
  };
  for (const { row, column, value } of writes) {
    if (value === undefined || !('text' in value) || value.text === '') continue;
    const element = rowOf(tree, row);
    const height = attributeOf(element, 'ht');
    if (height === undefined) continue;
    const needed = Math.min(TALLEST, linesOf(value.text, widthOf(column)) * LINE + 4);
    if (needed > Number(height)) setAttribute(element, 'ht', String(needed));
  }
}

/** Words are not split, so a line holds a little less than its width. */
function linesOf(text: string, width: number): number {
  const room = Math.max(1, width * 0.95);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
}
