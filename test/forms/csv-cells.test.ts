import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvBytes, readCsv } from '../../src/forms/csv-cells.ts';

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** The cells a spreadsheet sees that separates by `separator`: quotes count at the beginning of a cell only. */
function cellsSeen(text: string, separator: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      while (at < text.length && !(text[at] === '"' && text[at + 1] !== '"')) {
        if (text[at] === '"') at += 1;
        cell += text[at] ?? '';
        at += 1;
      }
      at += 1;
    }
    while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') {
      cell += text[at];
      at += 1;
    }
    cells.push(cell);
    at += 1;
  }
  return cells;
}

const separators = [',', ';', '\t'];
const isFormula = (cell: string) => /^\s*[=+\-@＝＋－＠]/.test(cell);
const formulasSeen = (bytes: Uint8Array) =>
  separators.flatMap((separator) => cellsSeen(textOf(bytes), separator).filter(isFormula));

const nasty = fc
  .array(
    fc.constantFrom(
      ...['=1+1', '-5', '+', '@', ';', ',', '\t', '\r\n', '\n', '\r', '"', "'", ' ', '\u200b', 'a', '\u2028'],
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));
const rowsOf = (cell: fc.Arbitrary<string>) =>
  fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 });

describe('a text in a CSV of ours', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+57 300 123', "'+57 300 123"],
    [' =1+1', "' =1+1"],
    ['－2+3', "'－2+3"],
    ['-5', "'-5"],
    ['x;=1+1', "x;'=1+1"],
    ['x; "=1+1;y', 'x;\' "=1+1;y'],
    ['x,=1+1', "x,'=1+1"],
    ['x\t@a', "x\t'@a"],
    ['Hicimos:\n- un taller\r\n- una visita', "Hicimos:\n'- un taller\r\n'- una visita"],
    ["'=1", "''=1"],
    ["'cita'", "'cita'"],
    ['a=1; b - c', 'a=1; b - c'],
  ])('%j is written as %j', (text, written) => {
    expect(cellsSeen(textOf(csvBytes([[text]])), ',')[0]).toBe(written);
    expect(readCsv(csvBytes([[text]]))).toEqual([[text]]);
  });

  it('is computed by no spreadsheet, whichever mark it separates cells by', () => {
    fc.assert(
      fc.property(rowsOf(nasty), (rows) => {
        expect(formulasSeen(csvBytes(rows))).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is read back exactly, also with apostrophes, quotes and line breaks of any kind', () => {
    const cell = fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 40 }));
    fc.assert(
      fc.property(rowsOf(cell), (rows) => {
        expect(readCsv(csvBytes(rows))).toEqual(rows);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is guarded and read back in a time that grows with its length', () => {
    const text = '"\'=;\n'.repeat(400_000);
    expect(readCsv(csvBytes([[text]]))).toEqual([[text]]);
  });
});
