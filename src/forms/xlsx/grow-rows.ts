import { cellName, type Range, rangeName, rangeOfName } from './cell-names.ts';
import { type MoveRows, moveReferences } from './formula-refs.ts';
import { addMerge, CannotFill, index, mergesOf, type SheetTree } from './sheet-tree.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  escapeText,
  localName,
  setAttribute,
  textOf,
  type XmlElement,
} from './xml.ts';

/** `count` rows inserted after row `after` (zero-based). */
export type Insertion = { readonly sheet: string; readonly after: number; readonly count: number };

/** Where a row is after the insertion. */
export function movedRow(row: number, { after, count }: Insertion): number {
  return row > after ? row + count : row;
}

/** A range that ends at the last row grows with it; `extend` says whether a single row does too. */
export function movedRange(range: Range, insertion: Insertion, extend: boolean): Range {
  const grows = range.bottom === insertion.after && (extend || range.top < range.bottom);
  const bottom = grows ? range.bottom + insertion.count : movedRow(range.bottom, insertion);
  return { ...range, top: movedRow(range.top, insertion), bottom };
}

/** For the formulas of a sheet; `own` is true for those of the sheet that grows. */
export function moverOf(insertion: Insertion, own: boolean): MoveRows {
  return (sheet, first, last, single) => {
    const concerned = sheet === undefined ? own : sheet === insertion.sheet;
    if (!concerned) return { first: first.row, last: last.row };
    if (single) return { first: movedRow(first.row, insertion), last: movedRow(last.row, insertion) };
    const moved = movedRange({ top: first.row, bottom: last.row, left: 0, right: 0 }, insertion, false);
    return { first: moved.top, last: moved.bottom };
  };
}

/** For the last activity itself: a running total up to it (`SUM(N$12:N19)`) does not grow. */
function runningMover(insertion: Insertion): MoveRows {
  return (sheet, first, last) => {
    const moves = sheet === undefined || sheet === insertion.sheet;
    const row = (corner: { row: number }) => (moves ? movedRow(corner.row, insertion) : corner.row);
    return { first: row(first), last: row(last) };
  };
}

/**
 * Inserts rows after the last activity, each like it: style, height, merges, and its formulas for the new row.
 * Everything below moves, and ranges that end at the last activity grow: merges, colours, validations, links,
 * breaks, sums. Throws `CannotFill` where the sheet holds what cannot be moved safely.
 */
export function growRows(tree: SheetTree, insertion: Insertion): void {
  checkMovable(tree, insertion);
  const { after, count } = insertion;
  const model = tree.rows.get(after);
  if (model === undefined) throw new CannotFill('cannot-grow');
  const rowMerges = mergesOf(tree).filter(({ top, bottom }) => top === after && bottom === after);
  const at = tree.data.children.indexOf(model);
  tree.data.children.splice(at, 1);
  moveFormulas(tree.document.root, moverOf(insertion, true));
  moveFormulas(model, runningMover(insertion));
  const copies = Array.from({ length: count }, (_, step) => copyRow(model, after, step + 1));
  for (const [row, element] of tree.rows) {
    if (row <= after) continue;
    setAttribute(element, 'r', String(row + count + 1));
    for (const [column, cell] of tree.cells.get(element) ?? [])
      setAttribute(cell, 'r', cellName(row + count, column));
  }
  tree.data.children.splice(at, 0, model, ...copies);
  moveRanges(tree.document.root, insertion);
  index(tree);
  for (let step = 1; step <= count; step += 1) {
    for (const merge of rowMerges) addMerge(tree, { ...merge, top: after + step, bottom: after + step });
  }
}

function checkMovable(tree: SheetTree, { after }: Insertion): void {
  const { root } = tree.document;
  const held = ['tableParts', 'legacyDrawing', 'scenarios', 'customSheetViews'];
  const spanning = mergesOf(tree).some(
    ({ top, bottom }) => top <= after && bottom >= after && top !== bottom,
  );
  const shared = [...tree.cells.values()].some((cells) =>
    [...cells.values()].some((cell) => {
      const formula = childOf(cell, 'f');
      return formula !== undefined && attributeOf(formula, 't') !== undefined;
    }),
  );
  if (spanning || shared || held.some((name) => childOf(root, name) !== undefined))
    throw new CannotFill('cannot-grow');
}

function copyRow(model: XmlElement, row: number, step: number): XmlElement {
  const copy: XmlElement = { name: model.name, attributes: model.attributes, children: [] };
  setAttribute(copy, 'r', String(row + step + 1));
  for (const cell of childrenOf(model, 'c')) {
    const name = (attributeOf(cell, 'r') ?? '').replace(/\d+$/, String(row + step + 1));
    const empty: XmlElement = { name: cell.name, attributes: cell.attributes, children: [] };
    setAttribute(empty, 'r', name);
    setAttribute(empty, 't', undefined);
    const formula = childOf(cell, 'f');
    if (formula !== undefined) {
      const moved = moveReferences(textOf(formula), (_, first, last) => ({
        first: first.fixed ? first.row : first.row + step,
        last: last.fixed ? last.row : last.row + step,
      }));
      empty.children = [{ name: formula.name, attributes: '', children: [escapeText(moved)] }];
    }
    copy.children.push(empty);
  }
  return copy;
}

const FORMULAS = ['f', 'formula', 'formula1', 'formula2'];

/** Moves the references of every formula below an element; true when one changed. */
export function moveFormulas(element: XmlElement, move: MoveRows): boolean {
  let changed = false;
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (!FORMULAS.includes(localName(child.name)) || childrenOf(child, 'f').length > 0) {
      changed = moveFormulas(child, move) || changed;
      continue;
    }
    const before = textOf(child);
    const after = moveReferences(before, move);
    if (after === before) continue;
    child.children = [escapeText(after)];
    changed = true;
  }
  return changed;
}

/** Moves what names ranges in the sheet by attribute or, in extensions, by text. */
function moveRanges(root: XmlElement, insertion: Insertion): void {
  for (const child of root.children) {
    if (typeof child === 'string' || localName(child.name) === 'sheetData') continue;
    const name = localName(child.name);
    const extend = ['conditionalFormatting', 'dataValidation', 'protectedRange', 'ignoredError'].includes(
      name,
    );
    for (const attribute of ['ref', 'sqref']) {
      const value = attributeOf(child, attribute);
      const moves = !['dimension', 'selection', 'pane'].includes(name);
      if (value !== undefined && moves) setAttribute(child, attribute, movedNames(value, insertion, extend));
    }
    if (name === 'dimension')
      setAttribute(child, 'ref', movedNames(attributeOf(child, 'ref') ?? 'A1', insertion, true));
    if (name === 'brk') {
      const row = Number(attributeOf(child, 'id'));
      if (row > insertion.after) setAttribute(child, 'id', String(row + insertion.count));
    }
    if (name === 'sqref') child.children = [movedNames(textOf(child), insertion, true)];
    else moveRanges(child, insertion);
  }
}

function movedNames(names: string, insertion: Insertion, extend: boolean): string {
  return names
    .split(' ')
    .map((name) => {
      const range = rangeOfName(name);
      return range === undefined ? name : rangeName(movedRange(range, insertion, extend));
    })
    .join(' ');
}
