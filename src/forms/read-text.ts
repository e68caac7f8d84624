import { cleanOutsideText } from '../domain/outside-text.ts';
import { aboutFile, adviceFor } from '../texts/importing/form-problems.ts';
import { headingsIn } from './find-header.ts';
import { type Problem, placeOf } from './findings.ts';
import { type Cell, type Grid, MAX_COLUMNS, MAX_ROWS } from './grid.ts';
import { type RawCell, separateCells } from './separate-cells.ts';

/** No file above this is looked into. */
export const MAX_BYTES = 20 * 1024 * 1024;

export type TextReading = { ok: true; grid: Grid } | { ok: false; problems: Problem[] };

/**
 * The form as tab-separated text (Excel's *Texto Unicode* or *delimitado por tabulaciones*): UTF-8, UTF-16 with
 * its mark, else windows-1252; semicolons or commas in place of the tabs when it is a form that way; any line ends; quoted cells with line breaks. Never throws. Refuses, saying why,
 * what is empty, larger than 20 MB, 11,000 rows or 100 columns, or not such a text.
 */
export function readTextGrid(bytes: Uint8Array): TextReading {
  if (bytes.length > MAX_BYTES) return refusal(aboutFile.tooBig, aboutFile.expectedSmaller);
  const other = otherKind(bytes);
  if (other !== undefined) return refusal(other, adviceFor(other));
  const text = decode(bytes);
  if (text.includes('\u0000')) return refusal(aboutFile.binary, aboutFile.expectedForm);
  if (text.trim() === '') return refusal(aboutFile.empty, adviceFor(aboutFile.empty));
  if (/^\s{0,200}<(!doctype|html|\?xml)/i.test(text))
    return refusal(aboutFile.page, adviceFor(aboutFile.page));
  if (text.includes('\t')) return gridOf(text, '\t');
  const marked = [';', ','].find((separator) => isForm(text, separator));
  return marked === undefined ? refusal(aboutFile.noTabs, aboutFile.expectedForm) : gridOf(text, marked);
}

/** Whether the text is a form when its cells are parted by this mark (a CSV renamed): a row names four columns. */
function isForm(text: string, separator: string): boolean {
  const read = gridOf(text, separator);
  return read.ok && read.grid.rows.some((_, row) => headingsIn(read.grid, row) >= 4);
}

/** Collects cells into rows; blank cells and rows beyond the bounds are dropped, filled ones refuse the file. */
function gridOf(text: string, separator: string): TextReading {
  const rows: Cell[][] = [];
  const bounds = aboutFile.expectedBounds(MAX_ROWS, MAX_COLUMNS);
  for (const { row, column, text: raw } of separateCells(text, separator)) {
    const cell = keepCell(raw);
    const filled = cell.text.trim() !== '';
    if (row >= MAX_ROWS || column >= MAX_COLUMNS) {
      if (!filled) continue;
      const found = row >= MAX_ROWS ? aboutFile.tooManyRows(MAX_ROWS) : aboutFile.tooManyColumns(MAX_COLUMNS);
      return refusal(found, bounds, row, column);
    }
    while (rows.length <= row) rows.push([]);
    if (column < MAX_COLUMNS) rows[row]?.push(cell);
  }
  return { ok: true, grid: { sheet: '', rows } };
}

const BLANK: Cell = { text: '' };

function keepCell(raw: RawCell['text']): Cell {
  return raw === '' ? BLANK : { text: cleanOutsideText(raw) };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What the first bytes say the file is, when it is not text. */
function otherKind(bytes: Uint8Array): string | undefined {
  const starts = (...magic: number[]) => magic.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b)) return aboutFile.workbook;
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return oldKind(bytes);
  if (starts(0x25, 0x50, 0x44, 0x46)) return aboutFile.pdf;
  return undefined;
}

/** A locked workbook and an old one share their first bytes; the names of their streams tell them apart. */
function oldKind(bytes: Uint8Array): string {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string) => view.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return aboutFile.locked;
  return holds('Workbook') || holds('Book') ? aboutFile.oldWorkbook : aboutFile.oldOrLocked;
}

function refusal(found: string, expected: string, row = 0, column = 0): TextReading {
  return { ok: false, problems: [{ ...placeOf('', row, column), kind: 'file', found, expected }] };
}
