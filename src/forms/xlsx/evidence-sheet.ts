import { cellName, rangeName } from './cell-names.ts';
import { cellXml } from './cell-xml.ts';
import { EVIDENCE_HEADINGS, type EvidenceList } from './evidence-rows.ts';
import { EVIDENCE_LETTERS, type EvidenceStyles } from './evidence-styles.ts';
import { withPreliminary } from './page-header.ts';
import { heightOfText, TALLEST_ROW } from './text-height.ts';
import { escapeText } from './xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The name of the sheet at the left. */
const FOOTER = '&L&A&CPágina &P de &N';

/** Widths of the columns, in points: a SHA-256 stands in one line. Legal paper shrinks it by a tenth. */
const WIDTHS: readonly number[] = [58, 40, 52, 74, 74, 380, 270, 102];
const LINK = EVIDENCE_HEADINGS.indexOf('Enlace');

export type EvidenceLook = {
  readonly styles: EvidenceStyles;
  /** Points of one unit of a column's width. */
  readonly unit: number;
  /** The namespace of spreadsheets in this workbook, transitional or strict. */
  readonly namespace: string;
  readonly preliminary: boolean;
};

/**
 * The annex as a sheet: one row a piece under its headings, which stay in sight and on each page; landscape on legal
 * paper, fitted to its width. Texts are texts (a link too), whatever they begin with.
 */
export function evidenceSheetXml({ rows, note }: EvidenceList, look: EvidenceLook): string {
  const { styles, unit } = look;
  const last = EVIDENCE_HEADINGS.length - 1;
  const points = widths(rows);
  const units = points.map((each) => Math.ceil((each / unit) * 100) / 100);
  const cols = units.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const body = rows.map((row, index) =>
    rowXml(index + 1, points, row, (column) => columnStyle(styles, column)),
  );
  const below = rows.length + 1;
  const wide = points.reduce((sum, each) => sum + each, 0);
  const noteRow = rowXml(below, [wide], [note], () => styles.note);
  const header = withPreliminary('', look.preliminary);
  const numbers =
    rows.length === 0
      ? ''
      : `<ignoredErrors><ignoredError sqref="A2:A${below}" numberStoredAsText="1"/></ignoredErrors>`;
  return [
    `${HEAD}<worksheet xmlns="${look.namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${cellName(below, last)}"/>`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols><sheetData>`,
    rowXml(0, points, EVIDENCE_HEADINGS, () => styles.header, true),
    ...body,
    `${noteRow}</sheetData><mergeCells count="1"><mergeCell ref="${rangeName({ top: below, bottom: below, left: 0, right: last })}"/></mergeCells>`,
    '<printOptions horizontalCentered="1"/><pageMargins left="0.25" right="0.25" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="5" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter>${header === '' ? '' : `<oddHeader>${escapeText(header)}</oddHeader>`}<oddFooter>${escapeText(FOOTER)}</oddFooter></headerFooter>`,
    `${numbers}</worksheet>`,
  ].join('');
}

/** Rows repeated on each page, as the workbook names them. */
export function evidenceTitles(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'!$1:$1`;
}

/** A link that not even the tallest row would hold makes its column wider. */
function widths(rows: EvidenceList['rows']): number[] {
  const points = [...WIDTHS];
  for (const row of rows) {
    const link = String(row[LINK] ?? '');
    while (heightOfText(link, points[LINK] ?? 1, cellLook(false)) > TALLEST_ROW)
      points[LINK] = (points[LINK] ?? 1) + 40;
  }
  return points;
}

const cellLook = (bold: boolean) => ({ size: EVIDENCE_LETTERS, bold, wraps: true });

function columnStyle(styles: EvidenceStyles, column: number): number {
  switch (EVIDENCE_HEADINGS[column]) {
    case 'Tamaño (bytes)':
      return styles.count;
    case 'N.º de actividad':
    case 'Corte':
    case 'Recibido (hora de Colombia)':
      return styles.centred;
    default:
      return styles.text;
  }
}

function rowXml(
  row: number,
  points: readonly number[],
  cells: readonly (string | number)[],
  styleOf: (column: number) => number,
  bold = false,
): string {
  const heights = cells.map((cell, column) =>
    heightOfText(String(cell), points[column] ?? 1, cellLook(bold)),
  );
  const written = cells.map((cell, column) =>
    cellXml(row, column, typeof cell === 'number' ? { number: cell } : { text: cell }, styleOf(column)),
  );
  const height = Math.min(TALLEST_ROW, Math.max(...heights));
  return `<row r="${row + 1}" ht="${height}" customHeight="1">${written.join('')}</row>`;
}
