import { beforeAll, describe, expect, it } from 'vitest';
import { pdfDocument } from '../../../src/forms/pdf/document.ts';
import { startMerging } from '../../../src/forms/pdf/merge.ts';
import { partsOf } from '../../../src/forms/pdf/parts.ts';
import { renderPdf } from '../../../src/forms/pdf/render-pdf.ts';
import { printFonts } from '../../../src/texts/print/print-fonts.ts';
import { hasPoppler, modelOf, pagesOf, run } from './setup.ts';

/** Looks like a reference, a heading's name and the end of an object; and a link with parentheses. */
const ODD = 'véase 12 0 R (U1x0y0) endobj (a(b)c) https://example.org/a_(b)_12 0 R';
const ACTIVITIES = 320;

const long = modelOf({
  activities: ACTIVITIES,
  blocks: 4,
  observation: (activity, cut) => (activity % 100 === 7 ? ODD : `dicho ${activity + 1}/${cut}`),
});

describe('A form of more rows than are set at once', () => {
  it('is set in parts that together are the form, row by row', () => {
    const document = pdfDocument(long, printFonts().coverage);
    const parts = partsOf(document);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ begins }) => begins)).toEqual(parts.map((_, place) => place === 0));
    expect(parts.map(({ ends }) => ends)).toEqual(parts.map((_, place) => place === parts.length - 1));
    const sheets = parts.flatMap((part) => part.sheets);
    expect(sheets.filter(({ continued }) => !continued).map(({ title }) => title)).toEqual(
      document.sheets.map(({ title }) => title),
    );
    expect(sheets.flatMap(({ rows }) => rows)).toEqual(document.sheets.flatMap(({ rows }) => rows));
  });

  it('is one part when it is short', () => {
    expect(partsOf(pdfDocument(modelOf({ activities: 300, blocks: 4 }), printFonts().coverage))).toHaveLength(
      1,
    );
  });

  let pdf: Buffer;
  beforeAll(async () => {
    pdf = Buffer.from(await renderPdf(long));
  });

  it.skipIf(!hasPoppler)('numbers its pages through and loses no word', () => {
    const pages = pagesOf(pdf);
    const numbered = pages.map((page) => /Página (\d+ de \d+)/.exec(page)?.[1]);
    expect(numbered).toEqual(pages.map((_, place) => `${place + 1} de ${pages.length}`));
    const text = run(pages.join(''));
    for (let number = 1; number <= ACTIVITIES; number++)
      if ((number - 1) % 100 !== 7) expect(text).toContain(run(`dicho ${number}/4`));
    expect(text.split(run('véase 12 0 R (U1x0y0) endobj (a(b)c)')).length - 1).toBe(16);
    expect(text.split('Firmas')).toHaveLength(2);
    expect(text).toContain('https://example.org/a_(b)_120R');
  });

  it('has one document, one title and one tree of tags, in which no name stands twice', () => {
    const text = pdf.toString('latin1');
    const count = (what: RegExp) => [...text.matchAll(what)].length;
    expect(count(/\/S \/Document\n/g)).toBe(1);
    expect(count(/\/S \/H1\n/g)).toBe(1);
    expect(count(/\/Type \/StructTreeRoot\n/g)).toBe(1);
    expect(count(/\/Type \/Catalog\n/g)).toBe(1);
    const keys = [...text.matchAll(/\/StructParents? (\d+)/g)].map(([, key]) => Number(key));
    expect(keys.toSorted((a, b) => a - b)).toEqual(keys.map((_, place) => place));
    const ids = [...text.matchAll(/^ {2}\/ID \((.*)\)$/gm)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [...text.matchAll(/\/Headers \[(.+)\]/g)].flatMap(
      ([, all = '']) => all.match(/[^() ]+/g) ?? [],
    );
    expect(named.filter((name) => !ids.includes(name))).toEqual([]);
  });

  it('refers only to objects that it has, where they are', () => {
    const text = pdf.toString('latin1');
    const start = Number(/startxref\n(\d+)\n%%EOF$/.exec(text)?.[1]);
    const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) =>
      Number(offset),
    );
    for (const [place, offset] of offsets.entries())
      expect(text.slice(offset, offset + 14)).toMatch(new RegExp(`^${place + 1} 0 obj\n`));
    const heads = text.slice(0, start).replace(/\nstream\n[\s\S]*?\nendstream\n/g, '\n');
    const numbers = [...heads.matchAll(/^ {2}\/(?:K|P|Pg|Parent|Contents) \[?(\d+) 0 R/gm)].map(([, n]) =>
      Number(n),
    );
    expect(Math.max(...numbers)).toBeLessThanOrEqual(offsets.length);
    expect(Math.min(...numbers)).toBeGreaterThan(0);
  });
});

it('A file that the compiler did not write is not merged', () => {
  expect(() => startMerging().add(Buffer.from('%PDF-1.4\nstartxref\n5\n%%EOF'))).toThrow();
  expect(() => startMerging().merged()).toThrow('no PDF to merge');
});
