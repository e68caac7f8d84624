import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/forms/form.ts';
import { formOf, problemsOf, warningsOf } from '../real-form.ts';
import { WorkbookVariant } from './workbook-variant.ts';

const book = () => new WorkbookVariant();
const HOJA = 'Hoja «Plan de Acción»,';

describe('a workbook that says something else is another plan', () => {
  const changed: Record<string, [() => WorkbookVariant, (form: Form) => unknown, unknown, string[]?]> = {
    'percentages with decimals': [
      () => book().numbers('N', [0.333, 1, 0.5, 0.285, 0, 0.125, 0.0005], 'percent'),
      (form) => form.activities.flatMap((one) => one.monitoring.map((each) => each.progressTenths)),
      [333, 1000, 500, 285, 0, 125, 1],
      [`${HOJA} fila 19, columna N: dice «0,05%»; se guarda 0,1 %.`],
    ],
    'a weight used as such': [
      () => book().set('P10', 'PONDERACIÓN').numbers('P', [0.1, 0.2, 0.1, 0.1, 0.2, 0.2, 0.1], 'percent'),
      (form) => form.activities.map((one) => one.weight),
      [10, 20, 10, 10, 20, 20, 10],
    ],
    'columns nobody knows, kept': [
      () => book().set('P10', 'CÓDIGO DE META').column('P', ['M-1', null, '=1+1', null, null, null, '-5']),
      (form) => form.activities.flatMap((one) => one.extra.map((each) => `${each.heading}: ${each.text}`)),
      ['CÓDIGO DE META: M-1', 'CÓDIGO DE META: =1+1', 'CÓDIGO DE META: -5'],
      [`${HOJA} fila 10, columna P: la columna «CÓDIGO DE META» no es del formato; se guarda como está.`],
    ],
    'two blocks': [
      () =>
        book()
          .set('P10', 'SEGUNDO MONITOREO')
          .set('P11', 'CORTE JUNIO 30')
          .numbers('P', [0.5, 1, 1, 0.5, 0.5, 0.5, 0.5], 'percent')
          .column('Q', Array(7).fill('en curso')),
      (form) => form.cuts.map((cut) => `${cut.number} ${cut.date} ${cut.label}`),
      ['1 2022-03-31 PRIMER MONITOREO', '2 2022-06-30 SEGUNDO MONITOREO'],
    ],
    'a responsible merged over three activities': [
      () => {
        const variant = book().set('D12', 'Alcalde Local').set('D13', null).set('D14', null);
        variant.sheet.merges = [...variant.sheet.merges, 'D12:D14'];
        return variant;
      },
      (form) => form.activities.slice(0, 4).map((one) => one.responsible),
      [
        'Alcalde Local',
        'Alcalde Local',
        'Alcalde Local',
        'Lider de rendicion de cuentas, lider de participacion ciudadana',
      ],
      [`${HOJA} fila 12, columna D: la celda está combinada sobre 3 actividades; vale para todas.`],
    ],
    'positions at every mark': [
      () =>
        book()
          .set('D12', 'Alcalde Local\nSecretario; Tesorera')
          .set('D13', 'Alcalde Local y Secretario')
          .set('D14', 'Secretario/Tesorera'),
      (form) => form.activities.slice(0, 3).map((one) => one.positions),
      [
        ['Alcalde Local', 'Secretario', 'Tesorera'],
        ['Alcalde Local', 'Secretario'],
        ['Secretario', 'Tesorera'],
      ],
    ],
    'not applicable': [
      () => book().set('N12', 'N/A').set('O12', null),
      (form) => form.activities[0]?.monitoring,
      [],
      [`${HOJA} fila 12, columna N: dice «N/A»; queda sin reporte.`],
    ],
    'a date that lost its format': [
      () => book().set('H12', { number: 44_926, style: 'cell' }),
      (form) => form.activities[0]?.end,
      '2022-12-31',
      [`${HOJA} fila 12, columna H: el número 44926 se tomó como la fecha de Excel 31 de diciembre de 2022.`],
    ],
    'another year on a second sheet: the latest is read, the other named': [
      () => {
        const older = book().set('J7', { number: 2021, style: 'label' });
        older
          .column('G', Array(7).fill({ date: '2021-01-01' }))
          .column('H', Array(7).fill({ date: '2021-12-31' }));
        older.sheet.name = 'Plan 2021';
        return book().change((spec) => spec.sheets.unshift({ ...older.sheet, relations: '', after: '' }));
      },
      (form) => form.fiscalYear,
      2022,
      [`${HOJA} fila 1, columna A: se leyó esta hoja; también parecen formatos: «Plan 2021».`],
    ],
    'only a hidden sheet': [
      () =>
        book().change((spec) => {
          for (const sheet of spec.sheets.slice(0, 1)) sheet.state = 'hidden';
        }),
      (form) => form.code,
      'PL-PC-01',
      [`${HOJA} fila 1, columna A: la hoja está oculta; se leyó porque ninguna otra es el formato.`],
    ],
    'three hundred activities': [
      () => {
        const variant = book().removeRows(13, 7);
        const rows = Array.from({ length: 299 }, (_, index) => {
          const cells = variant.row(12);
          cells[0] = { number: index + 2, style: 'centred' };
          return cells;
        });
        variant.sheet.rows.splice(12, 0, ...rows);
        return variant;
      },
      (form) => [form.activities.length, form.activities.at(-1)?.number],
      [300, '300'],
    ],
    'what Excel writes for a character XML cannot hold': [
      () =>
        book().set('E12', {
          raw: '<c r="E12" t="inlineStr"><is><t>uno_x000D_&#10;dos &amp; tres</t></is></c>',
        }),
      (form) => form.activities[0]?.indicator,
      'uno\ndos & tres',
    ],
    'true and false': [
      () => book().set('E12', { raw: '<c r="E12" t="b"><v>1</v></c>' }),
      (form) => form.activities[0]?.indicator,
      'VERDADERO',
    ],
  };
  for (const [name, [variant, look, wanted, warnings]] of Object.entries(changed)) {
    it(name, () => {
      const reading = variant().read();
      expect(problemsOf(reading)).toEqual([]);
      expect(look(formOf(reading))).toEqual(wanted);
      expect(warningsOf(reading)).toEqual(warnings ?? []);
    });
  }
});
