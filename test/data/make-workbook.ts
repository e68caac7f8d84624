import { readFileSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import {
  type CellSpec,
  partsOfWorkbook,
  type SheetSpec,
  type StyleName,
  type WorkbookSpec,
} from './workbook-spec.ts';

/**
 * The workbook of the real plan as an entity has it: made from the received text, with title box, logo, merges,
 * borders, print set-up, a validation, a colour rule, a hidden list and a second sheet that calculates.
 * `node test/data/make-workbook.ts` writes it to `PL-PC-01-2022.xlsx`.
 */
export function officialWorkbook(): WorkbookSpec {
  return {
    sheets: [planSheet(), summarySheet(), listSheet()],
    definedNames: `<definedName name="_xlnm.Print_Area" localSheetId="0">'Plan de Acción'!$A$1:$O$30</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'Plan de Acción'!$3:$11</definedName>`,
    parts: {
      'xl/drawings/drawing1.xml': {
        content: DRAWING,
        type: 'application/vnd.openxmlformats-officedocument.drawing+xml',
      },
      'xl/drawings/_rels/drawing1.xml.rels': {
        content: `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/image1.png"/></Relationships>`,
      },
      'xl/media/image1.png': { content: logo() },
    },
  };
}

const TEXT = new URL('../../src/simulator/data/PL-PC-01-2022.txt', import.meta.url);
const WIDTHS = [9, 27, 21, 17, 17, 16, 11, 15, 16, 15, 15, 11, 12, 10, 31];
/** In points, of the rows that somebody set. */
const HEIGHTS = {
  ...{ 3: 36, 4: 28, 5: 18, 6: 18, 7: 18, 8: 28, 9: 42, 10: 26, 11: 40 },
  ...{ 12: 124, 13: 76, 14: 76, 15: 15, 16: 88, 17: 88, 18: 76, 19: 76 },
};
const BLANK_TABLE_ROW = 15;

/** Rows as a spreadsheet counts them: titles 3..9, headings 10 and 11, activities 12..19 (15 is blank), signatures. */
export function planSheet(): SheetSpec {
  const lines = readFileSync(TEXT, 'utf8').replace(/\n$/, '').split('\n');
  const rows = lines.map((line, index) => styled(line.split('\t'), index + 1));
  const header = ['A', 'B', 'C', 'D', 'E', 'F', 'I', 'J', 'K', 'L', 'M'].map((c) => `${c}10:${c}11`);
  return {
    name: 'Plan de Acción',
    rows,
    merges: [
      ...['A3:B5', 'C3:M3', 'C4:M5', 'A6:B6', 'C6:O6', 'A7:B7', 'C7:G7', 'H7:I7', 'J7:O7'],
      ...['A8:B8', 'C8:O8', 'A9:B9', 'C9:O9', 'G10:H10', 'N10:O10', 'N11:O11', ...header],
    ],
    widths: WIDTHS,
    heights: HEIGHTS,
    before: `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:O30"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="11" topLeftCell="A12" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`,
    after: `<conditionalFormatting sqref="N12:N19"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0.2</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="I12:I19"><formula1>Listas!$A$1:$A$4</formula1></dataValidation></dataValidations><printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="5" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;CPágina &amp;P de &amp;N</oddFooter></headerFooter><drawing r:id="rId1"/>`,
    relations: `<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/>`,
  };
}

function styled(cells: readonly string[], row: number): CellSpec[] {
  const wide = [...cells, ...Array<string>(Math.max(0, 15 - cells.length)).fill('')];
  return wide.map((text, column): CellSpec => {
    if (row < 3 || row > 19) return text === '' ? null : { text };
    if (row < 10) return titleCell(text, row, column);
    if (row < 12) return { text, style: 'header' };
    return row === BLANK_TABLE_ROW ? { style: 'cell' } : activityCell(text, column);
  });
}

function titleCell(text: string, row: number, column: number): CellSpec {
  const style: StyleName = column === 2 && row < 5 ? 'title' : 'label';
  if (row === 5 && column === 14) return { date: isoDay(text), style: 'date' };
  if (row === 7 && column === 9) return { number: Number(text), style };
  return { text, style };
}

function activityCell(text: string, column: number): CellSpec {
  if (column === 0) return { number: Number(text), style: 'centred' };
  if (column === 6 || column === 7) return { date: isoDay(text), style: 'date' };
  if (column === 13) return { number: Number(text.replace('%', '')) / 100, style: 'percent' };
  return { text, style: 'cell' };
}

function isoDay(text: string): string {
  return text.split('/').reverse().join('-');
}

function summarySheet(): SheetSpec {
  return {
    name: 'Resumen',
    rows: [
      ['Avance promedio', { formula: "AVERAGE('Plan de Acción'!N12:N19)", number: 2 / 7, style: 'percent' }],
      ['Hoy', { formula: '1+1', number: 2 }],
    ],
    merges: [],
    widths: [20, 12],
  };
}

function listSheet(): SheetSpec {
  const levels = [
    'Formulación participativa',
    'Evaluación y control ciudadano',
    'Control social',
    'Consulta',
  ];
  return { name: 'Listas', state: 'hidden', rows: levels.map((level) => [level]), merges: [] };
}

const DRAWING = `<?xml version="1.0" encoding="UTF-8"?><xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>90000</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>60000</xdr:rowOff></xdr:from><xdr:ext cx="720000" cy="720000"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Escudo" descr="Escudo de la entidad"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`;

/** A shield of three bands, 48 × 48. */
function logo(): Uint8Array {
  const size = 48;
  const bands = [
    [252, 209, 22],
    [0, 56, 147],
    [206, 17, 38],
  ];
  const lines = Array.from({ length: size }, (_, row) => {
    const band = bands[Math.floor((row * 3) / size)] ?? [0, 0, 0];
    return [0, ...Array.from({ length: size }, () => band).flat()];
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Uint8Array.from(lines.flat()));
  return Buffer.concat([
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The bytes that are committed, packed by a library that packs alike on every machine; Node's own does not promise it. */
export function bytesToCommit(): Uint8Array {
  const parts = Object.entries(partsOfWorkbook(officialWorkbook())).map(([name, content]) => [
    name,
    typeof content === 'string' ? Buffer.from(content) : content,
  ]);
  return zipSync(Object.fromEntries(parts), { mtime: new Date(1980, 0, 1), level: 6 });
}

if (import.meta.main) writeFileSync(new URL('PL-PC-01-2022.xlsx', import.meta.url), bytesToCommit());
