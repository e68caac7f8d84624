import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/forms/grid.ts';
import { readFormFile } from '../../src/forms/read-file.ts';
import { type FormReading, readForm } from '../../src/forms/read-form.ts';
import { splitPositions } from '../../src/forms/split-positions.ts';
import { processorTime } from '../processor-time.ts';
import { Variant } from './real-form.ts';

/** A form is whole, or has problems with a place and both halves of the sentence. */
function isWhole(reading: FormReading): void {
  if (reading.ok) {
    expect(reading.form.code).not.toBe('');
    expect(reading.form.activities.length).toBeGreaterThan(0);
    for (const activity of reading.form.activities) {
      expect(activity.positions.length).toBeGreaterThan(0);
      expect(activity.end >= activity.start).toBe(true);
      for (const { progressTenths } of activity.monitoring) {
        if (progressTenths !== null) expect(progressTenths >= 0 && progressTenths <= 1000).toBe(true);
      }
    }
    return;
  }
  const asked = reading.questions.filter(({ required }) => required);
  expect(reading.problems.length + asked.length).toBeGreaterThan(0);
  for (const problem of reading.problems) {
    expect(problem.row).toBeGreaterThan(0);
    expect(problem.column).toMatch(/^[A-Z]{1,3}$/);
    expect(problem.found === '' || problem.expected === '').toBe(false);
  }
}

const words = fc.constantFrom(
  '',
  'No',
  'ACTIVIDAD',
  'META',
  'RESPONSABLE',
  'FECHA DE INICIO',
  'CORTE MARZO 31',
  'PRIMER MONITOREO',
  '% AVANCE',
  'OBSERVACIONES',
  'ELABORÓ',
  'CÓDIGO:',
  'CÓDIGO: A VERSIÓN:',
  'VIGENCIA',
  '2022',
  '1',
  '50%',
  '0,5',
  '31/12/2022',
  'tecnologi cos',
  'tecnologicos',
  'A y B / C',
  'N/A',
  '#REF!',
  'TOTAL',
  '\u0000\u202E',
  'Nombres:',
  'Cargo:',
);

describe('whatever the file holds', () => {
  it('any bytes are read or refused, never thrown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => isWhole(readFormFile(bytes))),
      { numRuns: 300 },
    );
  });

  it('any words of the form in any cells are read or refused', () => {
    const cell = fc.oneof({ weight: 9, arbitrary: words }, fc.string({ unit: 'binary', maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 17 }), { maxLength: 25 }), (rows) => {
        isWhole(readForm({ sheet: 'x', rows: rows.map((row) => row.map((text) => ({ text }))) }));
      }),
      { numRuns: 400 },
    );
  });

  it('the real form with some cells changed is read whole or refused', () => {
    const change = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 16 }), words);
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const variant = new Variant();
        for (const [row, column, text] of changes)
          variant.set(`${String.fromCharCode(65 + column)}${row}`, text);
        isWhole(variant.read());
      }),
      { numRuns: 400 },
    );
  });

  it('cells of a workbook with numbers, dates and errors are read or refused', () => {
    const cell: fc.Arbitrary<Cell> = fc.record(
      {
        text: words,
        number: fc.oneof(fc.double(), fc.constantFrom(0.5, 1, 75, 44_562)),
        percent: fc.boolean(),
        date: fc.constantFrom('2022-01-01', '2022-12-31'),
        error: fc.constant('#REF!'),
      },
      { requiredKeys: ['text'] },
    );
    const base = new Variant().grid();
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(28), fc.nat(15), cell), { maxLength: 8 }), (changes) => {
        const rows = base.rows.map((row) => [...row]);
        for (const [row, column, value] of changes) {
          const cells = rows[row];
          if (cells !== undefined && column < cells.length) cells[column] = value;
        }
        isWhole(readForm({ sheet: 'Plan', rows }));
      }),
      { numRuns: 400 },
    );
  });
});

describe('however large the file, reading it is a matter of a second or two', () => {
  const hostile: Record<string, () => string> = {
    'quotes that never close': () => '"a\t'.repeat(1_600_000),
    'only tabs': () => '\t'.repeat(5_000_000),
    'cells of spaces': () => `${new Variant().text()}\n${`${' '.repeat(2_400)}y\t`.repeat(2_000)}`,
    'as many cells as are allowed': () =>
      `${new Variant().text()}\n${`${'PRIMER MONITOREO\t'.repeat(55)}\n`.repeat(1_900)}`,
    'responsibles of slashes': () =>
      new Variant()
        .set('D12', '/'.repeat(4_000))
        .set('D13', 'a y '.repeat(990))
        .set('D14', 'a/'.repeat(11))
        .text(),
    'two million split words': () => new Variant().set('B12', 'tec nolo gi cos '.repeat(300_000)).text(),
    'letters and dots': () => new Variant().set('N10', 'a.'.repeat(80)).set('N11', '1 '.repeat(80)).text(),
  };
  for (const [name, text] of Object.entries(hostile)) {
    it(name, () => {
      const bytes = new TextEncoder().encode(text()).subarray(0, 5 * 1024 * 1024);
      const spent = processorTime();
      isWhole(readFormFile(bytes));
      expect(spent()).toBeLessThan(6_000);
    });
  }
});

describe('positions', () => {
  it('are never lost nor made up: the parts, joined, are the letters of the cell', () => {
    const name = fc.constantFrom(
      'Alcalde',
      'Secretario de Gobierno',
      'Gobierno y Paz',
      'TIC',
      'Obras / Vías',
    );
    const cell = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join(', '));
    const letters = (texts: readonly string[]) => [...new Set(texts.join(' ').match(/\p{L}{2,}/gu))].sort();
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 6 }), fc.array(name, { maxLength: 3 }), (cells, known) => {
        splitPositions(cells, known).forEach(({ positions }, index) => {
          expect(letters(positions)).toEqual(letters([cells[index] ?? '']));
        });
      }),
    );
  });
});
