import { holdsProgram } from '../office/active-content.ts';
import { readPackage } from '../office/package.ts';
import { type CellFormats, readFormats } from './formats.ts';
import { relationsOf, workbookPart } from './package.ts';
import { readSharedStrings, type SharedStrings } from './shared-strings.ts';
import { attributeOf, childOf, childrenOf, decodeXml, parseXml, type XmlElement } from './xml.ts';
import type { Parts } from './zip-gate.ts';

export type SheetEntry = {
  readonly name: string;
  readonly part: string;
  readonly visible: boolean;
  /** Its place among all sheets, as defined names count them. */
  readonly index: number;
};

/** What the cells of every sheet hang on. */
export type Workbook = {
  readonly part: string;
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly strings: SharedStrings;
  readonly formats: CellFormats;
  readonly hasMacros: boolean;
  readonly hasLinks: boolean;
};

/** Reads what stands around the sheets; undefined when the package holds no workbook. Throws `XmlFault`. */
export function readWorkbook(parts: Parts): Workbook | undefined {
  const part = workbookPart(parts);
  if (part === undefined) return undefined;
  const relations = relationsOf(parts, part);
  const root = xmlOf(parts, part);
  if (root === undefined || !root.name.endsWith('workbook')) return undefined;
  const partOf = (type: string) => relations.find((one) => one.type === type && !one.external)?.target;
  const properties = childOf(root, 'workbookPr');
  const sheets = childrenOf(childOf(root, 'sheets') ?? root, 'sheet').flatMap(
    (sheet, index): SheetEntry[] => {
      const id = attributeOf(sheet, '[\\w.-]+:id');
      const relation = relations.find((one) => one.id === id && one.type === 'worksheet' && !one.external);
      if (relation === undefined || !parts.has(relation.target)) return [];
      const visible = (attributeOf(sheet, 'state') ?? 'visible') === 'visible';
      return [{ name: attributeOf(sheet, 'name') ?? '', part: relation.target, visible, index }];
    },
  );
  return {
    part,
    sheets,
    date1904: isTrue(properties === undefined ? undefined : attributeOf(properties, 'date1904')),
    strings: readSharedStrings(parts.get(partOf('sharedStrings') ?? '')),
    formats: readFormats(xmlOf(parts, partOf('styles') ?? '')),
    hasMacros: holdsProgram(readPackage([...parts.keys()], (name) => parts.get(name))),
    hasLinks: [...parts.keys()].some((name) => /externalLinks|connections\.xml$/i.test(name)),
  };
}

function xmlOf(parts: Parts, part: string): XmlElement | undefined {
  const content = parts.get(part);
  return content === undefined ? undefined : parseXml(decodeXml(content)).root;
}

/** Booleans are written as `1` or as `true`. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
