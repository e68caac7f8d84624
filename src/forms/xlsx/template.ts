import { type ExportForm, MOST_ACTIVITIES } from '../export-form.ts';
import { withEvidence } from './add-evidence.ts';
import { columnName, rangeName } from './cell-names.ts';
import { cellXml } from './cell-xml.ts';
import { absoluteName } from './formula-refs.ts';
import { withPreliminary } from './page-header.ts';
import type { PlacedCell } from './template-draft.ts';
import { layOut, type TemplateSheet } from './template-layout.ts';
import { REPEATED_COLUMNS, SCALE } from './template-pages.ts';
import { stylesXml } from './template-styles.ts';
import { readWorkbook } from './workbook.ts';
import { zipParts } from './write-zip.ts';
import { escapeText } from './xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const FOOTER = '&CPágina &P de &N';

/**
 * The form as a workbook of our own, for plans that came in as text: looks like `PL-PC-01`, landscape on legal
 * paper, no letter under 7 points: when all columns do not fit that way, the blocks are printed after the plan, with
 * number and activity beside them. Headings repeated on each page, *PRELIMINAR* in the page header until approved, the
 * evidence listed in a sheet of its own. It is
 * made from code, so that its blocks and columns are those of the plan. The same form gives the same bytes.
 * Throws `RangeError` above `MOST_ACTIVITIES.xlsx` activities.
 */
export function templateWorkbook(form: ExportForm): Uint8Array {
  const { length } = form.activities;
  if (length > MOST_ACTIVITIES.xlsx)
    throw new RangeError(`${length} activities, at most ${MOST_ACTIVITIES.xlsx}`);
  const sheet = layOut(form);
  const name = sheetName(form);
  const files: [string, string][] = [
    ['[Content_Types].xml', contentTypes()],
    [
      '_rels/.rels',
      relations([
        ['officeDocument', 'xl/workbook.xml', RELATIONS],
        ['metadata/core-properties', 'docProps/core.xml', `${PACKAGE}/relationships`],
      ]),
    ],
    ['docProps/core.xml', coreProperties(form)],
    ['xl/workbook.xml', workbookXml(sheet, name)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml', RELATIONS],
        ['styles', 'styles.xml', RELATIONS],
      ]),
    ],
    ['xl/styles.xml', stylesXml()],
    ['xl/worksheets/sheet1.xml', sheetXml(sheet, form)],
  ];
  const encoder = new TextEncoder();
  const parts = new Map(files.map(([part, xml]) => [part, encoder.encode(xml)]));
  const workbook = readWorkbook(parts);
  return zipParts(workbook === undefined ? parts : withEvidence(parts, workbook, form));
}

function relations(list: readonly (readonly [string, string, string])[]): string {
  const items = list.map(
    ([type, target, base], index) =>
      `<Relationship Id="rId${index + 1}" Type="${base}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(): string {
  const overrides = [
    ['xl/workbook.xml', `${TYPES}.sheet.main+xml`],
    ['xl/worksheets/sheet1.xml', `${TYPES}.worksheet+xml`],
    ['xl/styles.xml', `${TYPES}.styles+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ].map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`);
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function coreProperties(form: ExportForm): string {
  const title = `${form.code} · ${form.title} ${form.fiscalYear}`;
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${legal(title)}</dc:title><dc:creator>${legal(form.entity)}</dc:creator><dc:language>es-CO</dc:language></cp:coreProperties>`;
}

/** What a sheet may be called: no `[]:*?/\`, at most 31 letters, no apostrophe at the ends. */
function sheetName(form: ExportForm): string {
  const name = `${form.code} ${form.fiscalYear}`.replace(/[[\]:*?/\\']/g, '-').slice(0, 31);
  return legal(name);
}

/** Escaped, on one line, without what XML cannot hold. */
function legal(text: string): string {
  return escapeText(text.toWellFormed().replace(/[\u0000-\u001f\ufffe\uffff]/g, ' '));
}

function workbookXml(sheet: TemplateSheet, name: string): string {
  const { first, last } = sheet.titleRows;
  const areas = sheet.areas.map((area) => `'${name}'!${absoluteName(area)}`);
  const rows = `'${name}'!$${first + 1}:$${last + 1}`;
  const columns = `'${name}'!$A:$${columnName(REPEATED_COLUMNS - 1)}`;
  const names = [
    ['_xlnm.Print_Area', areas.join(',')],
    ['_xlnm.Print_Titles', areas.length > 1 ? `${columns},${rows}` : rows],
  ].map(([key, value]) => `<definedName name="${key}" localSheetId="0">${value}</definedName>`);
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr/><bookViews><workbookView/></bookViews><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets><definedNames>${names.join('')}</definedNames></workbook>`;
}

function sheetXml(sheet: TemplateSheet, form: ExportForm): string {
  const top = sheet.titleRows.last + 1;
  const widths = sheet.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const merges = sheet.merges.map((range) => `<mergeCell ref="${rangeName(range)}"/>`);
  const header = withPreliminary('', form.status.preliminary);
  const isOne = sheet.areas.length === 1;
  const setUp = isOne
    ? '<pageSetup paperSize="5" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
    : `<pageSetup paperSize="5" scale="${SCALE}" orientation="landscape"/>`;
  return [
    `${HEAD}<worksheet xmlns="${MAIN}">${isOne ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ''}`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols>`,
    `<sheetData>${rowsXml(sheet)}</sheetData><mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    '<printOptions horizontalCentered="1"/><pageMargins left="0.25" right="0.25" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    setUp,
    `<headerFooter>${header === '' ? '' : `<oddHeader>${escapeText(header)}</oddHeader>`}<oddFooter>${escapeText(FOOTER)}</oddFooter></headerFooter></worksheet>`,
  ].join('');
}

function rowsXml(sheet: TemplateSheet): string {
  const rows = new Map<number, PlacedCell[]>();
  for (const cell of sheet.cells) {
    const line = rows.get(cell.row);
    if (line === undefined) rows.set(cell.row, [cell]);
    else line.push(cell);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const height = sheet.heights.get(row);
      const attributes = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
      const written = cells
        .sort((a, b) => a.column - b.column)
        .map((cell) => cellXml(cell.row, cell.column, cell.value, cell.style));
      return `<row r="${row + 1}"${attributes}>${written.join('')}</row>`;
    })
    .join('');
}
