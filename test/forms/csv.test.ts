import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/forms/csv.ts';
import { readCsv } from '../../src/forms/csv-cells.ts';
import { realForm } from '../world/form.ts';
import { changed, exported, PRELIMINARY, reported } from './xlsx/export-forms.ts';

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const withObservation = (observation: string) =>
  exported(
    changed(realForm(), (one) => ({ ...one, monitoring: [{ cut: 1, progressTenths: 333, observation }] })),
    1,
  );

describe('the reports as open data', () => {
  it('begin with the mark of UTF-8 and a row of headings, and have one row a report', () => {
    const form = exported(reported(realForm(), 3), 2);
    const rows = readCsv(toCsv(form));
    expect(textOf(toCsv(form)).startsWith('\uFEFFplan,titulo,vigencia,')).toBe(true);
    expect(rows).toHaveLength(1 + 7 * 2);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([22]));
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
    expect(readCsv(toCsv(form))).toHaveLength(1);
  });

  it('write percentages as numbers with a point', () => {
    expect(readCsv(toCsv(withObservation('x')))[1]?.[14]).toBe('33.3');
  });

  it('carry what the caller knows besides', () => {
    const verification = [
      { activity: '2', cut: 1, verdict: 'Con observación', progressTenths: 333, remark: '=Falta' },
    ];
    const rows = readCsv(
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
      'esperado_segun',
      'medida',
      'cantidad_anual',
      'programado',
      'cantidad_programada',
      'cantidad_reportada',
    ]);
    const state = PRELIMINARY.lines.join(' ');
    expect(rows[1]?.slice(16)).toEqual([
      'a tiempo',
      '2022-03-16T09:40:00-05:00',
      '',
      '',
      '',
      state,
      'fechas',
      '',
      '',
      '',
      '',
      '',
    ]);
    expect(rows[2]?.slice(16)).toEqual([
      '',
      '',
      'Con observación',
      '33.3',
      '=Falta',
      state,
      'fechas',
      '',
      '',
      '',
      '',
      '',
    ]);
  });

  it('say what is expected: a percentage, or an amount of the measure', () => {
    const talleres = { basis: 'programmed', measure: 'talleres', yearAmount: 4 } as const;
    const form = changed(reported(realForm(), 1), (one, index) => {
      if (index === 0) return { ...one, programming: { ...talleres, figures: [{ cut: 1, amount: 1 }] } };
      const percents = { basis: 'form', measure: null, yearAmount: null } as const;
      return index === 1 ? { ...one, programming: { ...percents, figures: [{ cut: 1, tenths: 333 }] } } : one;
    });
    const rows = readCsv(toCsv(exported(form, 1)));
    expect(rows[1]?.slice(16)).toEqual(['programado', 'talleres', '4', '', '1', '']);
    expect(rows[2]?.slice(16)).toEqual(['formato', '', '', '33.3', '', '']);
  });
});
