import type { CellPlace } from './cell-names.ts';
import { heightOfRow, mergeFinder, type PlacedText, type Surroundings } from './row-heights.ts';
import type { SharedStrings } from './shared-strings.ts';
import { mergesOf, rowOf, type SheetTree } from './sheet-tree.ts';
import { PLAIN_HEIGHT } from './text-height.ts';
import type { TextLooks } from './text-looks.ts';
import { attributeOf, childOf, childrenOf, setAttribute, textOf, type XmlElement } from './xml.ts';

const DEFAULT_WIDTH = 9;

/**
 * Gives the rows that were written a height that shows all their texts, also those that were there: readers do not
 * fit a row by themselves. A row never gets lower, and one that shows everything stays as it is.
 */
export function fitRows(
  tree: SheetTree,
  written: readonly CellPlace[],
  strings: SharedStrings,
  looks: TextLooks,
): void {
  const format = childOf(tree.document.root, 'sheetFormatPr');
  const plain = Number((format && attributeOf(format, 'defaultRowHeight')) ?? PLAIN_HEIGHT);
  const heightOf = (row: number) => {
    const element = tree.rows.get(row);
    return Number((element && attributeOf(element, 'ht')) ?? plain);
  };
  const around: Surroundings = {
    mergeAt: mergeFinder(mergesOf(tree)),
    widthOf: widthsOf(tree, looks.unit),
    heightOf,
  };
  for (const row of new Set(written.map((place) => place.row))) {
    const element = rowOf(tree, row);
    const needed = heightOfRow(textsOf(tree, row, element, strings, looks), around);
    if (needed <= heightOf(row)) continue;
    setAttribute(element, 'ht', String(needed));
    setAttribute(element, 'customHeight', '1');
  }
}

function widthsOf(tree: SheetTree, unit: number): (column: number) => number {
  const columns = childOf(tree.document.root, 'cols');
  const known = (columns === undefined ? [] : childrenOf(columns, 'col')).map((col) => ({
    first: Number(attributeOf(col, 'min')) - 1,
    last: Number(attributeOf(col, 'max')) - 1,
    width: Number(attributeOf(col, 'width') ?? DEFAULT_WIDTH),
  }));
  return (column) =>
    (known.find(({ first, last }) => first <= column && column <= last)?.width ?? DEFAULT_WIDTH) * unit;
}

function textsOf(
  tree: SheetTree,
  row: number,
  element: XmlElement,
  strings: SharedStrings,
  looks: TextLooks,
): PlacedText[] {
  return [...(tree.cells.get(element) ?? [])].map(([column, cell]) => ({
    row,
    column,
    text: textOfCell(cell, strings),
    look: looks.lookOf(Number(attributeOf(cell, 's') ?? 0)),
  }));
}

/** What a cell shows, in words; numbers never wrap, so how they are written makes no difference. */
function textOfCell(cell: XmlElement, strings: SharedStrings): string {
  const inline = childOf(cell, 'is');
  if (inline !== undefined) return textOf(inline);
  const value = childOf(cell, 'v');
  if (value === undefined) return '';
  const type = attributeOf(cell, 't');
  if (type === 's') return strings(Number(textOf(value))) ?? '';
  return type === 'str' ? textOf(value) : '0';
}
