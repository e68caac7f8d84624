import { strToU8, type Zippable, zipSync } from 'fflate';
import { zipBy } from '../xlsx/raw-zip.ts';

/** Packages of Office as plain data, so that a test can plant one thing. Written apart from the product's own writer. */
export type Planted = {
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** More lines of `[Content_Types].xml`. */
  readonly types?: string;
  /** Relations of the main part. */
  readonly relations?: string;
  readonly mainType?: string;
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

export const relation = (type: string, target: string, more = '') =>
  `<Relationship Id="r${target.length}" Type="${type.includes(':') ? type : `${OFFICE}/${type}`}" Target="${target}"${more}/>`;
export const external = (type: string, target: string) => relation(type, target, ' TargetMode="External"');
export const override = (part: string, type: string) =>
  `<Override PartName="/${part}" ContentType="${type}"/>`;
export const relations = (inside: string) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;

function partsOf(main: string, usual: string, planted: Planted): Record<string, Uint8Array> {
  const [folder = '', name = ''] = main.split('/');
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${override(main, planted.mainType ?? usual)}${planted.types ?? ''}</Types>`,
    '_rels/.rels': relations(relation('officeDocument', main)),
    [main]: `${HEAD}<x/>`,
    [`${folder}/_rels/${name}.rels`]: relations(planted.relations ?? ''),
    ...planted.parts,
  };
  return Object.fromEntries(
    Object.entries(parts).map(([key, value]) => [key, typeof value === 'string' ? strToU8(value) : value]),
  );
}

export const zipOf = (parts: Zippable) => Buffer.from(zipSync(parts));
const packed = (parts: Readonly<Record<string, Uint8Array>>) =>
  Buffer.from(zipBy(new Map(Object.entries(parts)), {}));
export const docx = (planted: Planted = {}) => packed(partsOf('word/document.xml', WORD, planted));
export const xlsx = (planted: Planted = {}) => packed(partsOf('xl/workbook.xml', SHEET, planted));
