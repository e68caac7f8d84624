import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../src/forms/findings.ts';
import { readFormFile } from '../../../src/forms/read-file.ts';
import { fillWorkbook } from '../../../src/forms/xlsx/fill.ts';
import { zipParts } from '../../../src/forms/xlsx/write-zip.ts';
import { openZip, type Parts } from '../../../src/forms/xlsx/zip-gate.ts';
import { realForm } from '../../world/form.ts';
import { exported, reported } from './export-forms.ts';
import { WorkbookVariant } from './workbook-variant.ts';

const original = new WorkbookVariant().set('P10', 'NOTA').set('P12', { formula: 'N12*2', number: 0 }).bytes();
const form = exported(reported(realForm(), 2), 2);

function partsOf(bytes: Uint8Array): Parts {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.parts;
}

/** Read, or refused with a sentence; filled, or refused with a reason. Nothing else. */
function standsIt(bytes: Uint8Array): void {
  const reading = readFormFile(bytes);
  if (!reading.ok) {
    expect(reading.problems.length + reading.questions.length).toBeGreaterThan(0);
    for (const problem of reading.problems) expect(describeProblem(problem)).toMatch(/; se esperaba .+\.$/);
  }
  const filled = fillWorkbook(bytes, form);
  if (filled.ok) expect(openZip(filled.bytes).ok).toBe(true);
}

describe('whatever a workbook holds, it is read or refused, filled or refused', () => {
  it('with any bytes changed', () => {
    const change = fc.tuple(fc.nat(original.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Uint8Array.from(original);
        for (const [at, byte] of changes) bytes[at] = byte;
        standsIt(bytes);
      }),
      { numRuns: 150 },
    );
  });

  it('with any stretch of any part cut out, doubled or replaced', () => {
    const names = [...partsOf(original).keys()].filter((name) => /\.(xml|rels)$/.test(name));
    const piece = fc.constantFrom(
      '',
      '<',
      '>',
      '"',
      '</row>',
      '<row>',
      '<c r="ZZZ9999999"/>',
      '<c t="s"><v>99999</v></c>',
      '<c s="999999"><v>1e999</v></c>',
      '<f t="shared" ref="A1:B2" si="0">A1</f>',
      '<mergeCell ref="A1:XFD1048576"/>',
      '&#x110000;',
      '\u0000',
      '-1',
      '99999999999',
    );
    const change = fc.record({
      name: fc.constantFrom(...names, 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.oneof(fc.nat(12), fc.nat(2_000)),
      piece,
      twice: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const parts = partsOf(original);
        for (const { name, at, length, piece: put, twice } of changes) {
          const text = new TextDecoder().decode(parts.get(name));
          const from = Math.floor(at * text.length);
          const cut = text.slice(from, from + length);
          const edited = text.slice(0, from) + (twice ? cut + cut : put) + text.slice(from + length);
          parts.set(name, new TextEncoder().encode(edited));
        }
        standsIt(zipParts(parts));
      }),
      { numRuns: 400 },
    );
  });
});
