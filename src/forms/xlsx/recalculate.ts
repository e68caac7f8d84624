import { type CellPlace, placeOfName, type Range, rangeOfName } from './cell-names.ts';
import { intersects, type Reference, referencesIn } from './formula-refs.ts';
import type { SheetTree } from './sheet-tree.ts';
import { attributeOf, childOf, localName, setAttribute, textOf, type XmlElement } from './xml.ts';

type FormulaCell = {
  readonly sheet: string;
  readonly place: CellPlace;
  readonly cell: XmlElement;
  readonly formula: string;
  readonly references: readonly Reference[];
};

/** A box of cells whose values are new. */
export type Changed = { readonly sheet: string; readonly range: Range };

/** Beyond this many formulas those that hang on others are not sorted out: all of them wait for Excel. */
const MOST_FORMULAS = 4_000;

/**
 * Brings the stored results of formulas up to date after cells changed. Sums, averages and counts of one range are
 * reckoned here, so that a preview on a phone shows them; any other that hangs on a changed cell loses its stored
 * result, and Excel and LibreOffice reckon it when they open the file. `names` are those that stand for changed
 * cells. Returns the sheets that were touched.
 */
export function recalculate(
  trees: ReadonlyMap<string, SheetTree>,
  changed: readonly Changed[],
  names: readonly string[],
): Set<string> {
  const formulas = [...trees].flatMap(([sheet, tree]) => formulasOf(sheet, tree));
  const stale = staleFormulas(formulas, changed, names);
  for (const { cell } of stale) forget(cell);
  const pending = new Set(stale);
  for (let progress = true; progress; ) {
    progress = false;
    for (const formula of pending) {
      const value = resultOf(formula, trees);
      if (value === undefined) continue;
      formula.cell.children.splice(afterFormula(formula.cell), 0, {
        name: formula.cell.name.replace(/c$/, 'v'),
        attributes: '',
        children: [String(value)],
      });
      pending.delete(formula);
      progress = true;
    }
  }
  return new Set(stale.map(({ sheet }) => sheet));
}

function formulasOf(sheet: string, tree: SheetTree): FormulaCell[] {
  const found: FormulaCell[] = [];
  const shared = new Map<string, readonly Reference[]>();
  for (const cells of tree.cells.values()) {
    for (const cell of cells.values()) {
      const element = childOf(cell, 'f');
      const place = placeOfName(attributeOf(cell, 'r') ?? '');
      if (element === undefined || place === undefined) continue;
      const formula = textOf(element);
      const references = referencesIn(formula);
      const group = attributeOf(element, 'si');
      if (group !== undefined && formula !== '') shared.set(group, spread(references, element));
      const known = group === undefined ? references : (shared.get(group) ?? references);
      found.push({ sheet, place, cell, formula, references: known });
    }
  }
  return found;
}

/** What the formulas that share one refer to, all of them together: each is moved by its place in the group. */
function spread(references: readonly Reference[], formula: XmlElement): Reference[] {
  const group = rangeOfName(attributeOf(formula, 'ref') ?? '');
  if (group === undefined) return [...references];
  return references.map(({ sheet, range }) => ({
    sheet,
    range: {
      ...range,
      bottom: range.bottom + group.bottom - group.top,
      right: range.right + group.right - group.left,
    },
  }));
}

function staleFormulas(
  formulas: readonly FormulaCell[],
  changed: readonly Changed[],
  names: readonly string[],
): FormulaCell[] {
  const hangsOn = ({ sheet, references, formula }: FormulaCell, boxes: readonly Changed[]) =>
    names.some((name) => formula.includes(name)) ||
    references.some((reference) =>
      boxes.some((box) => box.sheet === (reference.sheet ?? sheet) && intersects(box.range, reference.range)),
    );
  const stale = new Set(formulas.filter((formula) => hangsOn(formula, changed)));
  if (formulas.length > MOST_FORMULAS) return stale.size === 0 ? [] : [...formulas];
  for (let before = -1; before !== stale.size; ) {
    before = stale.size;
    const boxes = [...stale].map(({ sheet, place }) => ({
      sheet,
      range: { top: place.row, bottom: place.row, left: place.column, right: place.column },
    }));
    for (const formula of formulas) {
      if (!stale.has(formula) && hangsOn(formula, boxes)) stale.add(formula);
    }
  }
  return [...stale];
}

function forget(cell: XmlElement): void {
  cell.children = cell.children.filter((child) => typeof child === 'string' || localName(child.name) !== 'v');
  setAttribute(cell, 't', undefined);
}

function afterFormula(cell: XmlElement): number {
  return cell.children.findIndex((child) => typeof child !== 'string' && localName(child.name) === 'f') + 1;
}

const ONE_RANGE = /^(?:IFERROR\()?(SUM|AVERAGE|COUNT|MIN|MAX)\(([^(),"]+)\)(?:,[^()]*\))?$/i;

/** The result of a formula of one function over one range; undefined for any other, and where a cell has none. */
function resultOf(formula: FormulaCell, trees: ReadonlyMap<string, SheetTree>): number | undefined {
  const match = ONE_RANGE.exec(formula.formula.trim());
  const [reference] = formula.references;
  if (match === null || reference === undefined || formula.references.length > 1) return undefined;
  const tree = trees.get(reference.sheet ?? formula.sheet);
  const numbers = tree && numbersIn(tree, reference.range);
  if (numbers === undefined) return undefined;
  const sum = numbers.reduce((total, each) => total + each, 0);
  switch (match[1]?.toUpperCase()) {
    case 'SUM':
      return sum;
    case 'COUNT':
      return numbers.length;
    case 'AVERAGE':
      return numbers.length === 0 ? undefined : sum / numbers.length;
    case 'MIN':
      return numbers.length === 0 ? 0 : Math.min(...numbers);
    case 'MAX':
      return numbers.length === 0 ? 0 : Math.max(...numbers);
    default:
      return undefined;
  }
}

/** The numbers of a range; undefined when one of its cells waits for its result or holds an error. */
function numbersIn(tree: SheetTree, range: Range): number[] | undefined {
  const numbers: number[] = [];
  for (const [row, element] of tree.rows) {
    if (row < range.top || row > range.bottom) continue;
    for (const [column, cell] of tree.cells.get(element) ?? []) {
      if (column < range.left || column > range.right) continue;
      const value = childOf(cell, 'v');
      const type = attributeOf(cell, 't') ?? 'n';
      if (type === 'e' || (value === undefined && childOf(cell, 'f') !== undefined)) return undefined;
      if (type === 'n' && value !== undefined) numbers.push(Number(textOf(value)));
    }
  }
  return numbers;
}
