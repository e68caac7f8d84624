import { cleanOutsideText } from '../domain/outside-text.ts';
import { aboutFile, adviceFor } from '../texts/importing/form-problems.ts';
import { otherKind, otherText } from './file-kind.ts';
import { type Problem, placeOf } from './findings.ts';
import { type Cell, type Grid, MAX_COLUMNS, MAX_ROWS } from './grid.ts';
import { type RawCell, separateCells } from './separate-cells.ts';
import { brokenLetters } from './text/broken-cells.ts';
import { damageIn } from './text/damage.ts';
import { decodeText } from './text/decode.ts';
import { separatorOf, withoutDeclaration } from './text/separator.ts';

/** No file above this is looked into. */
export const MAX_BYTES = 20 * 1024 * 1024;

export type TextReading = { ok: true; grid: Grid } | { ok: false; problems: Problem[] };

/**
 * A table as text, whichever program wrote it: UTF-8, UTF-16, windows-1252, Macintosh or CP850; cells parted by tabs,
 * semicolons, commas or bars; any line ends; quoted cells with line breaks. Never throws. Refuses, saying why and what
 * to do, what is empty, larger than 20 MB, 11,000 rows or 100 columns, no such text, or has broken letters.
 */
export function readTextGrid(bytes: Uint8Array): TextReading {
  if (bytes.length > MAX_BYTES) return refusal(aboutFile.tooBig);
  if (bytes.length === 0) return refusal(aboutFile.empty);
  const other = otherKind(bytes);
  if (other !== undefined) return refusal(other);
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refusal(decoded.why === 'binary' ? aboutFile.binary : aboutFile.unclearLetters);
  if (decoded.text.trim() === '') return refusal(aboutFile.empty);
  const page = otherText(decoded.text);
  if (page !== undefined) return refusal(page);
  const { text, declared } = withoutDeclaration(decoded.text);
  const separator = declared ?? separatorOf(text);
  return separator === undefined ? refusal(aboutFile.noColumns) : gridOf(text, separator);
}

/** Collects cells into rows; blank cells and rows beyond the bounds are dropped, filled ones refuse the file. */
function gridOf(text: string, separator: string): TextReading {
  const rows: Cell[][] = [];
  const broken: Problem[] = [];
  for (const { row, column, text: raw } of separateCells(text, separator)) {
    const cell = keepCell(raw);
    const filled = cell.text.trim() !== '';
    if (row >= MAX_ROWS || column >= MAX_COLUMNS) {
      if (!filled) continue;
      const words = row >= MAX_ROWS ? aboutFile.tooManyRows(MAX_ROWS) : aboutFile.tooManyColumns(MAX_COLUMNS);
      return refusal(words, aboutFile.expectedBounds(MAX_ROWS, MAX_COLUMNS), row, column);
    }
    const word = damageIn(raw);
    if (word !== undefined) broken.push(brokenLetters('', row, column, word));
    while (rows.length <= row) rows.push([]);
    if (column < MAX_COLUMNS) rows[row]?.push(cell);
  }
  return broken.length > 0 ? { ok: false, problems: broken } : { ok: true, grid: { sheet: '', rows } };
}

const BLANK: Cell = { text: '' };

function keepCell(raw: RawCell['text']): Cell {
  return raw === '' ? BLANK : { text: cleanOutsideText(raw) };
}

function refusal(words: string, advice = adviceFor(words), row = 0, column = 0): TextReading {
  return {
    ok: false,
    problems: [{ ...placeOf('', row, column), kind: 'file', found: words, expected: advice }],
  };
}
