import type { ExportForm } from '../export-form.ts';
import { EVIDENCE_SHEET, evidenceList } from './evidence-rows.ts';
import { evidenceSheetXml, evidenceTitles } from './evidence-sheet.ts';
import { evidenceStyles } from './evidence-styles.ts';
import { isEvidenceSheet } from './find-evidence.ts';
import { relationsOf, relationsPartIn } from './package.ts';
import { partKey } from './part-names.ts';
import { CannotFill } from './sheet-tree.ts';
import { textLooks } from './text-looks.ts';
import type { Workbook } from './workbook.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  decodeXml,
  encodeXml,
  escapeText,
  localName,
  parseXml,
  writeXml,
  type XmlElement,
} from './xml.ts';
import { MAX_PARTS, type Parts } from './zip-gate.ts';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const TITLES = '_xlnm.Print_Titles';

/** The annex in the package: its name, its place among the sheets, its part. */
type Place = { readonly name: string; readonly index: number; readonly part: string };

/**
 * The parts of a workbook with the evidence of the form listed in a sheet after the others, or in the sheet in which
 * a former export of ours listed it; that one stays, and says so, when there is none any more. All parts but the
 * workbook, its relations, the content types and the styles are the same bytes. Throws `CannotFill`, `XmlFault`.
 */
export function withEvidence(parts: Parts, workbook: Workbook, form: ExportForm): Parts {
  const former = workbook.sheets.find((sheet) => isEvidenceSheet(parts, workbook, sheet));
  const evidence = form.evidence ?? [];
  if (former === undefined && evidence.length === 0) return parts;
  const after: Parts = new Map(parts);
  const place = former ?? addSheet(after, workbook.part);
  const namespace = changeXml(after, workbook.part, (root) => {
    nameTitles(root, place);
    return namespaceOf(root);
  });
  const stylesPart = relationsOf(parts, workbook.part).find(({ type }) => type === 'styles')?.target ?? '';
  const known = parts.get(stylesPart);
  const { styles, written } = evidenceStyles(known === undefined ? undefined : decodeXml(known));
  if (written !== undefined) after.set(stylesPart, encodeXml(written));
  const { unit } = textLooks(parts, workbook);
  const { preliminary } = form.status;
  const xml = evidenceSheetXml(evidenceList(evidence, form.upToCut), {
    styles,
    unit,
    namespace,
    preliminary,
  });
  after.set(place.part, encodeXml(xml));
  return after;
}

/** A new sheet behind the others: its entry, its relation like theirs, and its content type. */
function addSheet(parts: Parts, workbookPart: string): Place {
  if (parts.size >= MAX_PARTS) throw new CannotFill('too-many-parts');
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
  const names = new Set([...parts.keys()].map(partKey));
  const target = freeName(
    (number) => `worksheets/sheet${number}.xml`,
    (name) => !names.has(partKey(`${folder}${name}`)),
  );
  const part = `${folder}${target}`;
  const id = changeXml(parts, relationsPartIn(parts, workbookPart), (root) => {
    const relations = childrenOf(root, 'Relationship');
    const like = relations
      .map((one) => attributeOf(one, 'Type') ?? '')
      .find((type) => /\/worksheet$/.test(type));
    const ids = new Set(relations.map((one) => attributeOf(one, 'Id')));
    const free = freeName(
      (number) => `rId${number}`,
      (name) => !ids.has(name),
    );
    root.children.push(
      elementLike(root, 'Relationship', ` Id="${free}" Type="${like ?? ''}" Target="${target}"`),
    );
    return free;
  });
  changeXml(parts, '[Content_Types].xml', (root) =>
    root.children.push(elementLike(root, 'Override', ` PartName="/${part}" ContentType="${SHEET_TYPE}"`)),
  );
  return changeXml(parts, workbookPart, (root) => ({ ...enter(root, id), part }));
}

/** Enters the sheet in the workbook. */
function enter(root: XmlElement, relation: string): { name: string; index: number } {
  const list = childOf(root, 'sheets');
  const sheets = list === undefined ? [] : childrenOf(list, 'sheet');
  const taken = new Set(sheets.map((one) => (attributeOf(one, 'name') ?? '').toLowerCase()));
  const name = freeName(
    (number) => (number === 1 ? EVIDENCE_SHEET : `${EVIDENCE_SHEET} (${number})`),
    (one) => !taken.has(one.toLowerCase()),
  );
  const sheetId = Math.max(0, ...sheets.map((one) => Number(attributeOf(one, 'sheetId')))) + 1;
  const key = /\s([\w.-]+:id)\s*=/.exec(sheets[0]?.attributes ?? '')?.[1] ?? 'r:id';
  list?.children.push(
    elementLike(root, 'sheet', ` name="${name}" sheetId="${sheetId}" ${key}="${relation}"`),
  );
  return { name, index: sheets.length };
}

/** Its headings on each page: a name that belongs to the sheet. */
function nameTitles(root: XmlElement, { name, index }: Place): void {
  const known = childOf(root, 'definedNames');
  const isThere = childrenOf(known ?? root, 'definedName').some(
    (one) => attributeOf(one, 'name') === TITLES && attributeOf(one, 'localSheetId') === String(index),
  );
  if (isThere) return;
  const title = elementLike(root, 'definedName', ` name="${TITLES}" localSheetId="${index}"`);
  title.children.push(escapeText(evidenceTitles(name)));
  if (known !== undefined) known.children.push(title);
  else {
    const names = elementLike(root, 'definedNames', '');
    names.children.push(title);
    const before = ['sheets', 'functionGroups', 'externalReferences'];
    const at = root.children.findLastIndex(
      (child) => typeof child !== 'string' && before.includes(localName(child.name)),
    );
    root.children.splice(at + 1, 0, names);
  }
}

/** An element in the namespace of the root, with the prefix its producer uses. */
function elementLike(root: XmlElement, name: string, attributes: string): XmlElement {
  return { name: `${root.name.slice(0, root.name.indexOf(':') + 1)}${name}`, attributes, children: [] };
}

function namespaceOf(root: XmlElement): string {
  const prefix = root.name.slice(0, Math.max(0, root.name.indexOf(':')));
  const known = attributeOf(root, prefix === '' ? 'xmlns' : `xmlns:${prefix}`);
  return known ?? 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
}

function freeName(named: (number: number) => string, isFree: (name: string) => boolean): string {
  let number = 1;
  while (!isFree(named(number))) number += 1;
  return named(number);
}

/** Changes a part through its tree. */
function changeXml<T>(parts: Parts, part: string, change: (root: XmlElement) => T): T {
  const document = parseXml(decodeXml(parts.get(part) ?? new Uint8Array()));
  const result = change(document.root);
  parts.set(part, encodeXml(writeXml(document)));
  return result;
}
