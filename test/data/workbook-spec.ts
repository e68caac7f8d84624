import { zipBy } from '../forms/xlsx/raw-zip.ts';

/** A workbook as plain data, so that a test can alter one thing and write it. Written apart from the product's own writer. */
export type CellSpec =
  | string
  | null
  | {
      readonly text?: string;
      readonly number?: number;
      /** `YYYY-MM-DD`, stored as a serial of the workbook's date system. */
      readonly date?: string;
      readonly formula?: string;
      readonly error?: string;
      /** Runs of rich text. */
      readonly runs?: readonly string[];
      readonly style?: StyleName;
      /** Write the text in the cell and not in the shared strings. */
      readonly inline?: boolean;
      /** The whole `<c>` as it stands. */
      readonly raw?: string;
    };

export type SheetSpec = {
  name: string;
  state?: 'visible' | 'hidden';
  rows: CellSpec[][];
  merges: string[];
  widths?: number[];
  heights?: Record<number, number>;
  hiddenRows?: number[];
  /** XML after `sheetData` and its merges. */
  after?: string;
  before?: string;
  relations?: string;
};

export type WorkbookSpec = {
  sheets: SheetSpec[];
  date1904?: boolean;
  definedNames?: string;
  /** More parts, with the content type of each. */
  parts?: Record<string, { content: string | Uint8Array; type?: string }>;
  workbookType?: string;
};

const STYLES = [
  'plain',
  'title',
  'label',
  'header',
  'cell',
  'percent',
  'date',
  'centred',
  'date-long',
] as const;
export type StyleName = (typeof STYLES)[number];

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const STYLES_XML = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-240A]d&quot; de &quot;mmmm&quot; de &quot;yyyy"/></numFmts><fonts count="3"><font><sz val="9"/><name val="Arial"/></font><font><b/><sz val="12"/><name val="Arial"/></font><font><b/><sz val="9"/><name val="Arial"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFD9E2F3"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="9"><xf/>${[
  'fontId="1"',
  'fontId="2"',
  'fontId="2" fillId="2" applyFill="1"',
  '',
  'numFmtId="9" applyNumberFormat="1"',
  'numFmtId="14" applyNumberFormat="1"',
  '',
  'numFmtId="164" applyNumberFormat="1"',
]
  .map(
    (attributes, index) =>
      `<xf ${attributes} borderId="1" applyBorder="1" applyAlignment="1"><alignment${['percent', 'date', 'centred'].includes(STYLES[index + 1] ?? '') ? ' horizontal="center"' : ''} vertical="center" wrapText="1"/></xf>`,
  )
  .join(
    '',
  )}</cellXfs><dxfs count="1"><dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs></styleSheet>`;

/** The bytes of the workbook; the same data give the same bytes. */
export function makeWorkbook(spec: WorkbookSpec): Uint8Array {
  return zipFiles(partsOfWorkbook(spec));
}

export function partsOfWorkbook(spec: WorkbookSpec): Record<string, string | Uint8Array> {
  const strings: string[] = [];
  const sheets = spec.sheets.map((sheet) => sheetXml(sheet, spec.date1904 === true, strings));
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes(spec),
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': workbookXml(spec),
    'xl/_rels/workbook.xml.rels': workbookRelations(spec),
    'xl/styles.xml': STYLES_XML,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${strings.join('')}</sst>`,
  };
  sheets.forEach((xml, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = xml;
    const relations = spec.sheets[index]?.relations;
    if (relations !== undefined)
      files[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] =
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations}</Relationships>`;
  });
  for (const [name, part] of Object.entries(spec.parts ?? {})) files[name] = part.content;
  return files;
}

export function zipFiles(files: Record<string, string | Uint8Array>): Uint8Array {
  const bytes = Object.entries(files).map(
    ([name, content]) => [name, typeof content === 'string' ? Buffer.from(content) : content] as const,
  );
  return zipBy(new Map(bytes), {});
}

function contentTypes(spec: WorkbookSpec): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = [
    ['xl/workbook.xml', spec.workbookType ?? `${type}.sheet.main+xml`],
    ...spec.sheets.map((_, index) => [`xl/worksheets/sheet${index + 1}.xml`, `${type}.worksheet+xml`]),
    ['xl/styles.xml', `${type}.styles+xml`],
    ['xl/sharedStrings.xml', `${type}.sharedStrings+xml`],
    ...Object.entries(spec.parts ?? {}).flatMap(([name, part]) => (part.type ? [[name, part.type]] : [])),
  ];
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides
    .map(([name, content]) => `<Override PartName="/${name}" ContentType="${content}"/>`)
    .join('')}</Types>`;
}

function workbookXml(spec: WorkbookSpec): string {
  const sheets = spec.sheets.map(
    (sheet, index) =>
      `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}"${sheet.state === 'hidden' ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const names = spec.definedNames === undefined ? '' : `<definedNames>${spec.definedNames}</definedNames>`;
  const properties = spec.date1904 === true ? '<workbookPr date1904="1"/>' : '<workbookPr/>';
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets>${names}<calcPr calcId="191029"/></workbook>`;
}

function workbookRelations(spec: WorkbookSpec): string {
  const sheets = spec.sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const others = ['styles', 'sharedStrings'].map(
    (name, index) =>
      `<Relationship Id="rId${spec.sheets.length + 1 + index}" Type="${RELATIONS}/${name}" Target="${name}.xml"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${[...sheets, ...others].join('')}</Relationships>`;
}

function sheetXml(sheet: SheetSpec, date1904: boolean, strings: string[]): string {
  const rows = sheet.rows.map((cells, row) => {
    const height = sheet.heights?.[row + 1];
    const attributes = [
      height === undefined ? '' : ` ht="${height}" customHeight="1"`,
      sheet.hiddenRows?.includes(row + 1) ? ' hidden="1"' : '',
    ].join('');
    const written = cells.map((cell, column) =>
      cellXml(cell, `${letters(column)}${row + 1}`, date1904, strings),
    );
    return `<row r="${row + 1}"${attributes}>${written.join('')}</row>`;
  });
  const widths = (sheet.widths ?? []).map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const merges = sheet.merges.map((merge) => `<mergeCell ref="${merge}"/>`);
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${sheet.before ?? ''}${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>${rows.join('')}</sheetData>${merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : ''}${sheet.after ?? ''}</worksheet>`;
}

function cellXml(cell: CellSpec, name: string, date1904: boolean, strings: string[]): string {
  if (cell === null) return '';
  const spec = typeof cell === 'string' ? { text: cell } : cell;
  if (spec.raw !== undefined) return spec.raw;
  const style = STYLES.indexOf(spec.style ?? (spec.date === undefined ? 'plain' : 'date'));
  const start = `<c r="${name}"${style > 0 ? ` s="${style}"` : ''}`;
  const formula = spec.formula === undefined ? '' : `<f>${escapeXml(spec.formula)}</f>`;
  if (spec.error !== undefined) return `${start} t="e">${formula}<v>${spec.error}</v></c>`;
  if (spec.date !== undefined) return `${start}>${formula}<v>${serial(spec.date, date1904)}</v></c>`;
  if (spec.number !== undefined) return `${start}>${formula}<v>${spec.number}</v></c>`;
  if (spec.formula !== undefined)
    return spec.text === undefined
      ? `${start}>${formula}</c>`
      : `${start} t="str">${formula}<v>${escapeXml(spec.text)}</v></c>`;
  if (spec.runs !== undefined) {
    const runs = spec.runs.map(
      (run) => `<r><rPr><b/></rPr><t xml:space="preserve">${escapeXml(run)}</t></r>`,
    );
    strings.push(`<si>${runs.join('')}<rPh sb="0" eb="1"><t>no</t></rPh></si>`);
    return `${start} t="s"><v>${strings.length - 1}</v></c>`;
  }
  if (spec.text === undefined || spec.text === '') return `${start}/>`;
  const text = `<t xml:space="preserve">${escapeXml(spec.text)}</t>`;
  if (spec.inline === true) return `${start} t="inlineStr"><is>${text}</is></c>`;
  strings.push(`<si>${text}</si>`);
  return `${start} t="s"><v>${strings.length - 1}</v></c>`;
}

function serial(date: string, date1904: boolean): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000 + (date1904 ? 24_107 : 25_569);
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
