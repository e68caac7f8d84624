import { type CellPlace, cellName, placeOfName, type Range, rangeName, rangeOfName } from './cell-names.ts';
import { type CellValue, cellContent } from './cell-xml.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  localName,
  parseXml,
  setAttribute,
  type XmlDocument,
  type XmlElement,
  XmlFault,
} from './xml.ts';

/** A sheet open for changes: what is not asked for stays as it is, character by character. */
export type SheetTree = {
  readonly document: XmlDocument;
  readonly data: XmlElement;
  readonly date1904: boolean;
  /** `x:` when the producer writes its elements so. */
  readonly prefix: string;
  rows: Map<number, XmlElement>;
  cells: Map<XmlElement, Map<number, XmlElement>>;
};

/** Thrown when a change would break what the workbook has; `fillWorkbook` turns it into a reason. */
export class CannotFill extends Error {
  readonly reason:
    | 'shared-formula'
    | 'merged-cells'
    | 'cannot-grow'
    | 'too-wide'
    | 'too-many-parts'
    | 'per-period';
  constructor(reason: CannotFill['reason']) {
    super(reason);
    this.reason = reason;
  }
}

export function openSheet(xml: string, date1904: boolean): SheetTree {
  const document = parseXml(xml);
  const data = childOf(document.root, 'sheetData');
  if (data === undefined) throw new XmlFault('sheet without data');
  const prefix = document.root.name.slice(0, document.root.name.indexOf(':') + 1);
  const tree: SheetTree = { document, data, date1904, prefix, rows: new Map(), cells: new Map() };
  index(tree);
  return tree;
}

/** Finds rows and cells again; also gives a name to those that have none. */
export function index(tree: SheetTree): void {
  tree.rows = new Map();
  tree.cells = new Map();
  let row = -1;
  let highest = -1;
  let inOrder = true;
  for (const element of childrenOf(tree.data, 'row')) {
    row = rowNumber(element) ?? row + 1;
    inOrder &&= row > highest;
    highest = Math.max(row, highest);
    setName(element, String(row + 1));
    tree.rows.set(row, element);
    const cells = new Map<number, XmlElement>();
    let column = -1;
    for (const cell of childrenOf(element, 'c')) {
      column = placeOfName(attributeOf(cell, 'r') ?? '')?.column ?? column + 1;
      setName(cell, cellName(row, column));
      cells.set(column, cell);
    }
    tree.cells.set(element, cells);
  }
  if (!inOrder) sortRows(tree);
}

/** Zero-based; of a row without a number its cells tell it. */
function rowNumber(element: XmlElement): number | undefined {
  const number = Number(attributeOf(element, 'r'));
  if (Number.isInteger(number) && number > 0) return number - 1;
  const [cell] = childrenOf(element, 'c');
  return placeOfName((cell && attributeOf(cell, 'r')) ?? '')?.row;
}

/** Excel opens no sheet whose rows are out of order. */
function sortRows(tree: SheetTree): void {
  const sorted = [...tree.rows].sort(([a], [b]) => a - b).map(([, element]) => element);
  if (sorted.length !== childrenOf(tree.data, 'row').length) throw new XmlFault('a row twice');
  tree.data.children = sorted;
  tree.rows = new Map([...tree.rows].sort(([a], [b]) => a - b));
}

function setName(element: XmlElement, name: string): void {
  if (attributeOf(element, 'r') !== name) setAttribute(element, 'r', name);
}

export function make(tree: SheetTree, name: string, attributes = ''): XmlElement {
  return { name: `${tree.prefix}${name}`, attributes, children: [] };
}

function cellOfTree(tree: SheetTree, row: number, column: number): XmlElement | undefined {
  const element = tree.rows.get(row);
  return element === undefined ? undefined : tree.cells.get(element)?.get(column);
}

export function styleAt(tree: SheetTree, row: number, column: number): number {
  const cell = cellOfTree(tree, row, column);
  return Number((cell && attributeOf(cell, 's')) ?? 0);
}

export function hasFormula(tree: SheetTree, row: number, column: number): boolean {
  const cell = cellOfTree(tree, row, column);
  return cell !== undefined && childOf(cell, 'f') !== undefined;
}

/** The row, made in its place if the sheet does not have it. */
export function rowOf(tree: SheetTree, row: number): XmlElement {
  const known = tree.rows.get(row);
  if (known !== undefined) return known;
  const element = make(tree, 'row', ` r="${row + 1}"`);
  insertBefore(tree.data, element, nextOf(tree.rows, row));
  tree.rows.set(row, element);
  tree.cells.set(element, new Map());
  return element;
}

function ensureCell(tree: SheetTree, row: number, column: number): XmlElement {
  const line = rowOf(tree, row);
  const cells = tree.cells.get(line) ?? new Map<number, XmlElement>();
  const known = cells.get(column);
  if (known !== undefined) return known;
  const cell = make(tree, 'c', ` r="${cellName(row, column)}"`);
  insertBefore(line, cell, nextOf(cells, column));
  cells.set(column, cell);
  setAttribute(line, 'spans', undefined);
  return cell;
}

/** What stands first after a row or column. */
function nextOf(elements: ReadonlyMap<number, XmlElement>, after: number): XmlElement | undefined {
  let next: number | undefined;
  for (const at of elements.keys()) if (at > after && (next === undefined || at < next)) next = at;
  return next === undefined ? undefined : elements.get(next);
}

function insertBefore(parent: XmlElement, child: XmlElement, next: XmlElement | undefined): void {
  const at = next === undefined ? parent.children.length : parent.children.indexOf(next);
  parent.children.splice(at, 0, child);
}

/**
 * Sets what a cell holds; its style stays unless one is given. A formula that others share cannot be taken away:
 * throws `CannotFill`.
 */
export function setCell(tree: SheetTree, { row, column }: CellPlace, value: CellValue, style?: number): void {
  if (value === undefined && style === undefined && cellOfTree(tree, row, column) === undefined) return;
  const cell = ensureCell(tree, row, column);
  const formula = childOf(cell, 'f');
  const shared = formula && rangeOfName(attributeOf(formula, 'ref') ?? '');
  if (shared !== undefined && (shared.top !== shared.bottom || shared.left !== shared.right))
    throw new CannotFill('shared-formula');
  const { type, xml } = cellContent(value, tree.date1904);
  setAttribute(cell, 't', type);
  for (const name of ['cm', 'vm']) setAttribute(cell, name, undefined);
  if (style !== undefined) setAttribute(cell, 's', String(style));
  const kept = cell.children.filter(
    (child) => typeof child !== 'string' && !['f', 'v', 'is'].includes(localName(child.name)),
  );
  const content = parseXml(`<c>${prefixed(tree, xml)}</c>`).root.children;
  cell.children = [...content.filter((child) => child !== ''), ...kept];
}

/** Content of ours in the namespace the producer uses. */
function prefixed(tree: SheetTree, xml: string): string {
  return tree.prefix === '' ? xml : xml.replace(/(<\/?)(?=(?:v|is|t)[\s>])/g, `$1${tree.prefix}`);
}

const ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter'.split(
    ' ',
  );

/** The element of the sheet with this name, made in the place the schema gives it. */
export function sectionOf(tree: SheetTree, name: string): XmlElement {
  const { root } = tree.document;
  const known = childOf(root, name);
  if (known !== undefined) return known;
  const before = ORDER.slice(0, ORDER.indexOf(name) + 1);
  const at = root.children.findLastIndex(
    (child) => typeof child !== 'string' && before.includes(localName(child.name)),
  );
  const section = make(tree, name);
  root.children.splice(at + 1, 0, section);
  return section;
}

export function mergesOf(tree: SheetTree): Range[] {
  const section = childOf(tree.document.root, 'mergeCells');
  return childrenOf(section ?? make(tree, 'mergeCells'), 'mergeCell').flatMap(
    (merge) => rangeOfName(attributeOf(merge, 'ref') ?? '') ?? [],
  );
}

export function addMerge(tree: SheetTree, range: Range): void {
  const section = sectionOf(tree, 'mergeCells');
  section.children.push(make(tree, 'mergeCell', ` ref="${rangeName(range)}"`));
  setAttribute(section, 'count', String(childrenOf(section, 'mergeCell').length));
}
