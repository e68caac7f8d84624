import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/domain/written-dates.ts';
import { dateOfCut, readCutHeading } from '../../src/forms/cut-heading.ts';
import type { Cell } from '../../src/forms/grid.ts';
import { headingKey } from '../../src/forms/headings.ts';
import { readDateCell } from '../../src/forms/read-date.ts';
import { readPercentageCell } from '../../src/forms/read-percentage.ts';
import { blockWords } from '../../src/forms/reading/block-words.ts';

const text = (value: string): Cell => ({ text: value });

describe('a percentage cell', () => {
  it('with the sign is that percentage', () => {
    for (const [written, tenths] of [
      ['50%', 500],
      ['33,3 %', 333],
      ['33.3%', 333],
      ['100 por ciento', 1000],
      ["'75%", 750],
    ] as const) {
      expect(readPercentageCell(text(written))).toEqual({ kind: 'percent', tenths, exact: true });
    }
  });

  it('with a percent format is the number times a hundred', () => {
    expect(readPercentageCell({ text: '29 %', number: 0.285, percent: true })).toEqual({
      kind: 'percent',
      tenths: 285,
      exact: true,
    });
    expect(readPercentageCell({ text: '7%', number: 0.07, percent: true })).toMatchObject({
      tenths: 70,
      exact: true,
    });
    expect(readPercentageCell({ text: '', number: 1 / 3, percent: true })).toMatchObject({
      tenths: 333,
      exact: false,
    });
  });

  it('without either is bare', () => {
    expect(readPercentageCell(text('0,5'))).toEqual({ kind: 'bare', value: 0.5, tenths: 5, exact: true });
    expect(readPercentageCell({ text: '75', number: 75 })).toMatchObject({
      kind: 'bare',
      value: 75,
      tenths: 750,
    });
  });

  it('never comes back inside 0..100 when it was outside', () => {
    expect(readPercentageCell(text('100,04'))).toMatchObject({ tenths: 1001 });
    expect(readPercentageCell(text('-0,01%'))).toMatchObject({ tenths: -1 });
  });

  it('is unreadable when it says something else', () => {
    for (const written of ['Cumplido', '20-25', '1/2', '50%%', '5 de 7', '1.000.000', '٥٠']) {
      expect(readPercentageCell(text(written)).kind).toBe('unreadable');
    }
    expect(readPercentageCell({ text: '1/01/2022', date: '2022-01-01' }).kind).toBe('unreadable');
  });

  it('gives back every tenth of a percent that is written in it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.constantFrom(',', '.'),
        fc.constantFrom('%', ' %'),
        (tenths, mark, sign) => {
          const written = `${Math.floor(tenths / 10)}${mark}${tenths % 10}${sign}`;
          expect(readPercentageCell(text(written))).toEqual({ kind: 'percent', tenths, exact: true });
          const cell = { text: '', number: tenths / 1000, percent: true };
          expect(readPercentageCell(cell)).toEqual({ kind: 'percent', tenths, exact: true });
        },
      ),
    );
  });
});

describe('a date', () => {
  it('is read as forms write it', () => {
    for (const written of [
      '31/12/2022',
      '31-12-2022',
      '31.12.2022',
      '2022-12-31',
      '2022-12-31T00:00:00',
      '2022-12-31 00:00:00',
      '31 DE DICIEMBRE DE 2022',
      '31 de diciem bre del 2022',
      '31-dic-2022',
      'Diciembre 31 de 2022',
      'diciembre 31, 2022',
    ]) {
      expect([written, readDate(written)]).toEqual([written, '2022-12-31']);
    }
    expect(readDate('1º de enero de 2022')).toBe('2022-01-01');
    expect(readDate('primero de enero de 2022')).toBe('2022-01-01');
  });

  it('is not guessed', () => {
    for (const written of [
      '',
      'Enero 2021',
      '22 al 28 de abril de 2017',
      '12/31/2022',
      '29/02/2023',
      '31/12/22',
      '2022',
      '1/2',
      '31 de juniembre de 2022',
    ]) {
      expect([written, readDate(written)]).toEqual([written, undefined]);
    }
  });

  it('comes from a workbook as it is, or as a serial without format', () => {
    expect(readDateCell({ text: '1 ene', date: '2022-01-01' })).toEqual({
      date: '2022-01-01',
      serial: false,
    });
    expect(readDateCell({ text: '44926', number: 44_926 })).toEqual({ date: '2022-12-31', serial: true });
    expect(readDateCell({ text: '2022', number: 2022 })).toBeUndefined();
  });
});

describe('the heading of a cut', () => {
  it('is placed in the year', () => {
    const headings: [string, string][] = [
      ['PRIMER MONITOREO', '2022-03-31'],
      ['CORTE MARZO 31', '2022-03-31'],
      ['CORTE: 31 de marzo de 2022', '2022-03-31'],
      ['PRI MER MONITO REO', '2022-03-31'],
      ['Cuarto monitoreo / corte diciembre 31', '2022-12-31'],
      ['AVANCE A ABR 30', '2022-04-30'],
      ['Seguimiento O.C.I I Cuatrimestre', '2022-04-30'],
      ['TRIMESTRE III', '2022-09-30'],
      ['AVANCE 3er TRIMESTRE', '2022-09-30'],
      ['BIM 6', '2022-12-31'],
      ['SEMESTRE I', '2022-06-30'],
      ['Seguimiento corte 30/06/2022', '2022-06-30'],
      ['ENERO-MARZO', '2022-03-31'],
      ['Febrero', '2022-02-28'],
    ];
    for (const [heading, date] of headings) {
      const cut = readCutHeading(heading);
      expect([heading, cut && dateOfCut(cut, 2022)]).toEqual([heading, date]);
    }
  });

  it('is not seen in other headings', () => {
    for (const heading of [
      'ACTIVIDAD',
      'META',
      'MEDIOS',
      'FECHA DE INICIO',
      '% AVANCE',
      'OBSERVACIONES',
      'AVANCE TOTAL',
      'CORTE MARSO 31',
      'Marco legal',
    ]) {
      expect([heading, readCutHeading(heading)]).toEqual([heading, undefined]);
    }
  });

  it('tells what stands below it, or says nothing', () => {
    const roleOf = (text: string) => blockWords(readCutHeading(text)?.rest ?? headingKey(text))?.role;
    expect(roleOf('AVANCE A ABR 30')).toBe('progress');
    expect(roleOf('% DE AVANCE')).toBe('progress');
    expect(roleOf('OBSERVACIONES I TRIMESTRE')).toBe('observation');
    expect(roleOf('META PRIMER TRIMESTRE')).toBe('planned');
    expect(roleOf('Evidencias')).toBe('other');
    expect(roleOf('PRIMER MONITOREO')).toBeUndefined();
  });
});
