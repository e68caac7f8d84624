import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/forms/csv.ts';
import { separateCells } from '../../src/forms/separate-cells.ts';
import { realForm } from './real-form.ts';
import { changed, exported, PRELIMINARY, reported } from './xlsx/export-forms.ts';

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** Rows of cells, read by our own reader of quoted cells. */
function rowsOf(bytes: Uint8Array): string[][] {
  const rows: string[][] = [];
  for (const { row, text } of separateCells(textOf(bytes).slice(1), ',')) {
    while (rows.length <= row) rows.push([]);
    rows[row]?.push(text);
  }
  return rows.slice(0, -1);
}

const withObservation = (observation: string) =>
  exported(
    changed(realForm(), (one) => ({ ...one, monitoring: [{ cut: 1, progressTenths: 333, observation }] })),
    1,
  );
const observationOf = (bytes: Uint8Array) => rowsOf(bytes)[1]?.[15];

describe('the reports as open data', () => {
  it('begin with the mark of UTF-8 and a row of headings, and have one row a report', () => {
    const form = exported(reported(realForm(), 3), 2);
    const rows = rowsOf(toCsv(form));
    expect(textOf(toCsv(form)).startsWith('\uFEFFplan,titulo,vigencia,')).toBe(true);
    expect(rows).toHaveLength(1 + 7 * 2);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([16]));
    expect(rows[2]?.slice(9, 15)).toEqual(['2022-01-01', '2022-12-31', '', '2', '2022-06-30', '40']);
  });

  it('leave out what is no report: an observation without percentage', () => {
    const form = exported(
      changed(realForm(), (one) => ({
        ...one,
        monitoring: [{ cut: 1, progressTenths: null, observation: 'x' }],
      })),
      1,
    );
    expect(rowsOf(toCsv(form))).toHaveLength(1);
  });

  it('write percentages as numbers with a point', () => {
    expect(rowsOf(toCsv(withObservation('x')))[1]?.[14]).toBe('33.3');
  });

  it('carry what the caller knows besides', () => {
    const verification = [
      { activity: '2', cut: 1, verdict: 'Con observación', progressTenths: 333, remark: '=Falta' },
    ];
    const rows = rowsOf(
      toCsv({ ...exported(realForm(), 1), verification }, (activity) =>
        activity === '1' ? { state: 'a tiempo', reportedAt: '2022-03-16T09:40:00-05:00' } : undefined,
      ),
    );
    expect(rows[0]?.slice(16)).toEqual([
      'estado',
      'reportado_en',
      'verificacion',
      'avance_verificado',
      'observacion_verificacion',
      'estado_documento',
    ]);
    const state = PRELIMINARY.lines.join(' ');
    expect(rows[1]?.slice(16)).toEqual(['a tiempo', '2022-03-16T09:40:00-05:00', '', '', '', state]);
    expect(rows[2]?.slice(16)).toEqual(['', '', 'Con observación', '33.3', "'=Falta", state]);
  });

  it('run nothing in a spreadsheet, and leave a number alone', () => {
    const written: Record<string, string> = {
      '=1+1': "'=1+1",
      '@SUM(A1)': "'@SUM(A1)",
      '+57 300 123': "'+57 300 123",
      '-cmd|x': "'-cmd|x",
      ' =1+1': "' =1+1",
      '－2+3': "'－2+3",
      '-5': '-5',
      '-5+3': "'-5+3",
      '+3,5 %': '+3,5 %',
      'a=1': 'a=1',
    };
    for (const [text, cell] of Object.entries(written)) {
      expect(observationOf(toCsv(withObservation(text)))).toBe(cell);
    }
  });

  it('keep any text whole: commas, quotes, line breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const cell = observationOf(toCsv(withObservation(text.replaceAll('\r', ''))));
        expect(cell?.replace(/^'/, '')).toBe(text.replaceAll('\r', '').replace(/^'/, ''));
      }),
    );
  });
});
