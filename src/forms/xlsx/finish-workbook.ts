import type { CellPlace, Range } from './cell-names.ts';
import { intersects, moveReferences, referencesIn } from './formula-refs.ts';
import { type Insertion, moveFormulas, moverOf } from './grow-rows.ts';
import { relationsOf, relationsPartIn } from './package.ts';
import { partKey } from './part-names.ts';
import { type Printed, printArea, printTitles } from './print-names.ts';
import type { SheetOfPlan, WorkbookReading } from './read-workbook.ts';
import { type Changed, recalculate } from './recalculate.ts';
import { openSheet, type SheetTree } from './sheet-tree.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  decodeXml,
  encodeXml,
  escapeText,
  localName,
  parseXml,
  setAttribute,
  textOf,
  writeXml,
  type XmlElement,
} from './xml.ts';
import type { Parts } from './zip-gate.ts';

/** A sheet of a workbook as it is so far. */
export type Where = Omit<NonNullable<WorkbookReading['where']>, 'sheets'> & SheetOfPlan;

export type Changes = {
  readonly insertion: Insertion;
  readonly changed: readonly CellPlace[];
  readonly printed: Omit<Printed, 'sheet'>;
  readonly styles: { readonly part: string; readonly content: Uint8Array } | undefined;
};

/** The parts of the workbook after its sheet was changed; those that need not change are the same bytes. */
export function finishWorkbook(where: Where, tree: SheetTree, changes: Changes): Parts {
  const { parts, workbook, sheet } = where;
  const after: Parts = new Map(parts);
  const write = (part: string, content: Uint8Array) => after.set(part, content);
  const others = otherSheets(where);
  const moved = new Set<string>();
  if (changes.insertion.count > 0) {
    for (const [name, other] of others) {
      if (moveFormulas(other.document.root, moverOf(changes.insertion, false))) moved.add(name);
    }
    for (const [part, content] of moveBeside(parts, sheet.part, changes.insertion)) write(part, content);
  }
  const boxes = boxesOf(sheet.name, changes.changed);
  const stale = recalculate(new Map([...others, [sheet.name, tree]]), boxes, changedNames(where, boxes));
  write(sheet.part, encodeXml(writeXml(tree.document)));
  for (const [name, other] of others) {
    const part = workbook.sheets.find((one) => one.name === name)?.part;
    if (part !== undefined && (moved.has(name) || stale.has(name)))
      write(part, encodeXml(writeXml(other.document)));
  }
  write(workbook.part, encodeXml(workbookXml(where, changes)));
  if (changes.styles !== undefined) write(changes.styles.part, changes.styles.content);
  dropCalculationChain(after, workbook.part);
  return after;
}

/** Sheets with formulas, open: their results, or the rows they name, may change. */
function otherSheets({ parts, workbook, sheet }: Where): Map<string, SheetTree> {
  const others = new Map<string, SheetTree>();
  for (const other of workbook.sheets) {
    const xml = other.part === sheet.part ? '' : decodeXml(parts.get(other.part) ?? new Uint8Array());
    if (/<(?:\w+:)?f[\s>]/.test(xml)) others.set(other.name, openSheet(xml, workbook.date1904));
  }
  return others;
}

/** Names of the workbook that stand for changed cells. */
function changedNames({ parts, workbook }: Where, boxes: readonly Changed[]): string[] {
  const { root } = parseXml(decodeXml(parts.get(workbook.part) ?? new Uint8Array()));
  const names = childOf(root, 'definedNames');
  return (names === undefined ? [] : childrenOf(names, 'definedName')).flatMap((element) => {
    const name = attributeOf(element, 'name') ?? '';
    const concerned = referencesIn(textOf(element)).some(({ sheet, range }) =>
      boxes.some((box) => box.sheet === sheet && intersects(box.range, range)),
    );
    return concerned && name !== '' && !name.startsWith('_xlnm.') ? [name] : [];
  });
}

/** One box a column. */
function boxesOf(sheet: string, changed: readonly CellPlace[]): Changed[] {
  const boxes = new Map<number, Range>();
  for (const { row, column } of changed) {
    const box = boxes.get(column) ?? { top: row, bottom: row, left: column, right: column };
    boxes.set(column, { ...box, top: Math.min(box.top, row), bottom: Math.max(box.bottom, row) });
  }
  return [...boxes.values()].map((range) => ({ sheet, range }));
}

/** Pictures anchored below the new rows, and charts that draw what grew. */
function moveBeside(parts: Parts, sheetPart: string, insertion: Insertion): [string, Uint8Array][] {
  const drawings = relationsOf(parts, sheetPart).filter(
    ({ type, external }) => type === 'drawing' && !external,
  );
  const moved = drawings.flatMap(({ target }): [string, Uint8Array][] => {
    const content = parts.get(target);
    if (content === undefined) return [];
    const xml = decodeXml(content).replace(
      /(<(?:\w+:)?row>)(\d+)(<\/(?:\w+:)?row>)/g,
      (_, open, row, close) =>
        `${open}${Number(row) > insertion.after ? Number(row) + insertion.count : row}${close}`,
    );
    return [[target, encodeXml(xml)]];
  });
  const charts = [...parts].flatMap(([part, content]): [string, Uint8Array][] => {
    if (!/\/charts\/chart\d*\.xml$/.test(part)) return [];
    const xml = parseXml(decodeXml(content));
    return moveFormulas(xml.root, moverOf(insertion, false)) ? [[part, encodeXml(writeXml(xml))]] : [];
  });
  return [...moved, ...charts];
}

/** Names follow the rows, the printed area reaches what is new, and everything is reckoned when the file opens. */
function workbookXml({ parts, workbook, sheet }: Where, changes: Changes): string {
  const document = parseXml(decodeXml(parts.get(workbook.part) ?? new Uint8Array()));
  const { root } = document;
  const names = childOf(root, 'definedNames');
  for (const name of names === undefined ? [] : childrenOf(names, 'definedName')) {
    const before = textOf(name);
    let after = before;
    if (changes.insertion.count > 0) after = moveReferences(after, moverOf(changes.insertion, false));
    if (attributeOf(name, 'localSheetId') === String(sheet.index)) {
      const printed = { ...changes.printed, sheet: sheet.name };
      if (attributeOf(name, 'name') === '_xlnm.Print_Area') after = printArea(after, printed);
      if (attributeOf(name, 'name') === '_xlnm.Print_Titles') after = printTitles(after, printed);
    }
    if (after !== before) name.children = [escapeText(after)];
  }
  setAttribute(calculation(root), 'fullCalcOnLoad', '1');
  return writeXml(document);
}

function calculation(root: XmlElement): XmlElement {
  const known = childOf(root, 'calcPr');
  if (known !== undefined) return known;
  const element: XmlElement = {
    name: root.name.replace(/workbook$/, 'calcPr'),
    attributes: '',
    children: [],
  };
  const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'];
  const at = root.children.findLastIndex(
    (child) => typeof child !== 'string' && before.includes(localName(child.name)),
  );
  root.children.splice(at + 1, 0, element);
  return element;
}

/** The order in which Excel reckoned may name formulas that are gone; Excel makes it anew. */
function dropCalculationChain(parts: Parts, workbookPart: string): void {
  const chain = relationsOf(parts, workbookPart).find(({ type }) => type === 'calcChain');
  if (chain === undefined || !parts.delete(chain.target)) return;
  remove(
    parts,
    relationsPartIn(parts, workbookPart),
    'Relationship',
    (one) => attributeOf(one, 'Id') === chain.id,
  );
  remove(
    parts,
    '[Content_Types].xml',
    'Override',
    (one) => partKey(attributeOf(one, 'PartName') ?? '') === partKey(`/${chain.target}`),
  );
}

function remove(parts: Parts, part: string, name: string, which: (element: XmlElement) => boolean): void {
  const content = parts.get(part);
  if (content === undefined) return;
  const document = parseXml(decodeXml(content));
  const gone = childrenOf(document.root, name).find(which);
  if (gone === undefined) return;
  document.root.children.splice(document.root.children.indexOf(gone), 1);
  parts.set(part, encodeXml(writeXml(document)));
}
