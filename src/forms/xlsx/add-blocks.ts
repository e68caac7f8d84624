import { looksLikeCut } from '../cut-heading.ts';
import type { FormCut } from '../form.ts';
import { type Grid, MAX_COLUMNS, textAt } from '../grid.ts';
import type { FormPlaces } from '../read-form.ts';
import { type Range, rangeName, rangeOfName } from './cell-names.ts';
import {
  addMerge,
  CannotFill,
  make,
  mergesOf,
  type SheetTree,
  sectionOf,
  setCell,
  styleAt,
} from './sheet-tree.ts';
import { attributeOf, childrenOf, localName, setAttribute, type XmlElement } from './xml.ts';

export type BlockColumns = { readonly cut: number; readonly progress: number; readonly observation: number };

/**
 * Adds a block for each of `cuts` at the right end of the table, each like the last block there is: styles,
 * headings, merges, widths, colours and validations. `end` is the row after the table.
 */
export function addBlocks(
  tree: SheetTree,
  grid: Grid,
  places: FormPlaces,
  end: number,
  cuts: readonly FormCut[],
): BlockColumns[] {
  const model = [...places.blocks].sort((a, b) => b.column - a.column)[0];
  if (model?.progress === undefined) throw new CannotFill('too-wide');
  const first = Math.min(model.progress, model.observation ?? model.progress);
  const source =
    model.observation === undefined ? [first] : [first, first + Math.abs(model.observation - model.progress)];
  const observationFirst = model.observation !== undefined && model.observation < model.progress;
  let left = rightEnd(tree, grid, places) + 1;
  return cuts.map((cut) => {
    if (left + 1 >= MAX_COLUMNS) throw new CannotFill('too-wide');
    copyColumns(tree, places, end, source.length === 1 ? [...source, ...source] : source, left);
    headings(tree, grid, places, source, left, cut, observationFirst);
    const columns = {
      cut: cut.number,
      progress: observationFirst ? left + 1 : left,
      observation: observationFirst ? left : left + 1,
    };
    left += 2;
    return columns;
  });
}

/** The last column the table uses, as filled or as merged in its headings. */
export function rightEnd(tree: SheetTree, grid: Grid, places: FormPlaces): number {
  const rows = grid.rows.slice(places.headerFirst, places.end);
  const filled = rows.map((row) =>
    row.findLastIndex((cell) => cell.text.trim() !== '' || cell.error !== undefined),
  );
  const merged = mergesOf(tree)
    .filter(({ top, bottom }) => top >= places.headerFirst && bottom <= places.headerLast)
    .map(({ right }) => right);
  return Math.max(...filled, ...merged);
}

/** New columns from `left` on with the styles of `source`, one each, and its widths unless others are given. */
export function copyLooks(
  tree: SheetTree,
  places: FormPlaces,
  end: number,
  source: readonly number[],
  left: number,
  widths: readonly number[] = [],
): void {
  for (let row = places.headerFirst; row < end; row += 1) {
    if (!tree.rows.has(row)) continue;
    source.forEach((column, offset) => {
      const style = styleAt(tree, row, column);
      if (style > 0) setCell(tree, { row, column: left + offset }, undefined, style);
    });
  }
  source.forEach((column, offset) => {
    copyWidth(tree, column, left + offset, widths[offset]);
  });
}

/** Like `copyLooks`, with the colours and validations too. */
function copyColumns(
  tree: SheetTree,
  places: FormPlaces,
  end: number,
  source: readonly number[],
  left: number,
): void {
  copyLooks(tree, places, end, source, left);
  for (const child of tree.document.root.children) {
    if (typeof child !== 'string') copyRules(child, source, left);
  }
}

/** `cols` are kept in order of column. */
function copyWidth(tree: SheetTree, from: number, to: number, width?: number): void {
  const section = sectionOf(tree, 'cols');
  const covering = (column: number) =>
    childrenOf(section, 'col').find(
      (col) => Number(attributeOf(col, 'min')) <= column + 1 && Number(attributeOf(col, 'max')) >= column + 1,
    );
  const model = covering(from);
  const known = covering(to);
  if (model === undefined) return;
  if (known !== undefined) {
    const [min, max] = [Number(attributeOf(known, 'min')), Number(attributeOf(known, 'max'))];
    const parts = [
      { min, max: to },
      { min: to + 2, max },
    ].filter((part) => part.min <= part.max);
    const cols = parts.map((part): XmlElement => {
      const col = { ...known, children: [] };
      setAttribute(col, 'min', String(part.min));
      setAttribute(col, 'max', String(part.max));
      return col;
    });
    section.children.splice(section.children.indexOf(known), 1, ...cols);
  }
  const col = make(tree, 'col', model.attributes);
  setAttribute(col, 'min', String(to + 1));
  setAttribute(col, 'max', String(to + 1));
  setAttribute(col, 'hidden', undefined);
  if (width !== undefined) setAttribute(col, 'width', String(width));
  const next = childrenOf(section, 'col').find((other) => Number(attributeOf(other, 'min')) > to + 1);
  section.children.splice(
    next === undefined ? section.children.length : section.children.indexOf(next),
    0,
    col,
  );
}

/** Colours and validations of the model's columns also hold for the new ones. */
function copyRules(element: XmlElement, source: readonly number[], left: number): void {
  const name = localName(element.name);
  if (name === 'dataValidations') {
    for (const child of childrenOf(element, 'dataValidation')) copyRules(child, source, left);
    return;
  }
  if (name !== 'conditionalFormatting' && name !== 'dataValidation') return;
  const ranges = (attributeOf(element, 'sqref') ?? '').split(' ').map(rangeOfName);
  const copies = ranges.flatMap((range): Range[] => {
    const offset = range === undefined ? -1 : source.indexOf(range.left);
    if (range === undefined || offset < 0 || range.left !== range.right) return [];
    return [{ ...range, left: left + offset, right: left + offset }];
  });
  if (copies.length === 0) return;
  setAttribute(element, 'sqref', [attributeOf(element, 'sqref'), ...copies.map(rangeName)].join(' '));
}

/** The headings of the model with the name and the date of the new cut. */
function headings(
  tree: SheetTree,
  grid: Grid,
  places: FormPlaces,
  source: readonly number[],
  left: number,
  cut: FormCut,
  observationFirst: boolean,
): void {
  const names = cut.headingDate === '' ? [cut.label] : [cut.label, cut.headingDate];
  const cells = rowsOfHeadings(places).flatMap((row) =>
    source.map((column, offset) => ({ row, column: left + offset, text: textAt(grid, row, column) })),
  );
  const ofCut = cells.filter(({ text }) => looksLikeCut(text));
  const inRow = new Set(ofCut.map(({ row }) => row)).size;
  const each = inRow === 1 && ofCut.length === source.length && source.length === 2;
  for (const { row, column, text } of cells) {
    if (each && ofCut.some((cell) => cell.row === row && cell.column === column)) {
      const said = observationFirst === (column === left) ? 'OBSERVACIONES' : '% DE AVANCE';
      setCell(tree, { row, column }, { text: `${said} ${names.join(' ')}` });
      continue;
    }
    const place = ofCut.findIndex((cell) => cell.row === row && cell.column === column);
    const written =
      place < 0 ? text : place === ofCut.length - 1 ? names.slice(place).join(' ') : (names[place] ?? '');
    if (written !== '') setCell(tree, { row, column }, { text: written });
  }
  const span = (range: Range) =>
    range.top >= places.headerFirst &&
    range.bottom <= places.headerLast &&
    range.left >= (source[0] ?? 0) &&
    range.right <= (source.at(-1) ?? 0);
  for (const merge of mergesOf(tree).filter(span)) {
    const shift = left - (source[0] ?? 0);
    addMerge(tree, { ...merge, left: merge.left + shift, right: Math.min(merge.right + shift, left + 1) });
  }
}

function rowsOfHeadings({ headerFirst, headerLast }: FormPlaces): number[] {
  return Array.from({ length: headerLast - headerFirst + 1 }, (_, index) => headerFirst + index);
}
