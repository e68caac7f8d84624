import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeNote } from '../../../src/forms/findings.ts';
import type { Form } from '../../../src/forms/form.ts';
import { readFormFile } from '../../../src/forms/read-file.ts';
import { makeWorkbook } from '../../data/workbook-spec.ts';
import { formOf, problemsOf, realForm, Variant, warningsOf } from '../real-form.ts';
import { ACTIVITY_ROWS, WorkbookVariant } from './workbook-variant.ts';

const book = () => new WorkbookVariant();
const HOJA = 'Hoja «Plan de Acción»,';

describe('the workbook of the real plan', () => {
  it('is the committed file', () => {
    const committed = readFileSync(new URL('../../data/PL-PC-01-2022.xlsx', import.meta.url));
    expect(Buffer.from(makeWorkbook(book().spec)).equals(committed)).toBe(true);
  });

  it('gives the very form its text gives, with nothing to say', () => {
    const reading = book().read();
    expect(formOf(reading)).toEqual(realForm());
    expect(warningsOf(reading)).toEqual([]);
  });
});

describe('a workbook made another way is the same form', () => {
  const same: Record<string, () => WorkbookVariant> = {
    'columns in another order': () => book().reorder('BANOCDGHEFIJKLM'),
    'blank columns between': () => book().reorder('ABC.DEFGHIJ.KLMN.O'),
    'blank rows at the top': () => book().insertRow(1).insertRow(1),
    'numbers as text, percentages as text': () =>
      book()
        .column('A', ['1', '2', '3', '4', '5', '6', '7'])
        .column('N', ['0%', '100 %', '100,0%', '0%', '0 %', '0.0%', '0%']),
    'dates as text': () =>
      book().column('G', Array(7).fill('01/01/2022')).column('H', Array(7).fill('31 de diciembre de 2022')),
    'dates with a format of their own': () =>
      book().column('G', Array(7).fill({ date: '2022-01-01', style: 'date-long' })),
    'the date system of 1904': () =>
      book().change((spec) => {
        spec.date1904 = true;
      }),
    'rich text in a heading and in a cell': () =>
      book()
        .set('B10', { runs: ['ACTI', 'VIDAD'], style: 'header' })
        .set('E12', { runs: ['Caracterización ', 'realizada'], style: 'cell' }),
    'text in the cells and not in the shared strings': () =>
      book().set('E12', { text: 'Caracterización realizada', inline: true, style: 'cell' }),
    'formulas, of which the last result counts': () =>
      book()
        .set('N12', { formula: '0/7', number: 0, style: 'percent' })
        .set('E12', { formula: 'Listas!A1', text: 'Caracterización realizada', style: 'cell' })
        .set('H12', { formula: 'DATE(2022,12,31)', date: '2022-12-31' }),
    'headings repeated in the middle of the data': () => {
      const variant = book();
      return variant.insertRow(14, variant.row(10)).insertRow(15, variant.row(11));
    },
    'a row of totals': () =>
      book().insertRow(20, ['TOTAL', ...Array(12).fill(null), { formula: 'AVERAGE(N12:N19)', number: 0.28 }]),
    'wrapped headings': () => book().set('J10', 'CANAL DE\nCOMUNICACIÓN').set('H11', 'Fecha de\nterminación'),
    'leftovers under a merge, which nobody sees': () => book().set('D6', 'ISLA VIEJA').set('N5', 'FECHA'),
    'the form on the second sheet': () =>
      book().change((spec) => {
        spec.sheets.push(...spec.sheets.splice(0, 1));
      }),
    'the year as text and the version as a number': () =>
      book().set('J7', '2022').set('O4', { raw: '<c r="O4" t="str"><v>1.0</v></c>' }),
    'an activity printed over two rows with merges': () => {
      const variant = book().insertRow(13, Array(15).fill({ style: 'cell' }));
      variant.sheet.merges = [...'ABCDEFGHIJKLMNO'].map((letter) => `${letter}12:${letter}13`);
      return variant;
    },
    'cells and rows without names': () => {
      const variant = book().set('E13', { raw: '<c t="inlineStr"><is><t>Plan publicado</t></is></c>' });
      return variant;
    },
    'a workbook with macros, not run': () =>
      book().change((spec) => {
        spec.workbookType = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
        spec.parts = { ...spec.parts, 'xl/vbaProject.bin': { content: 'MACRO' } };
      }),
    'links to other files, not followed': () =>
      book().change((spec) => {
        spec.parts = {
          ...spec.parts,
          'xl/externalLinks/externalLink1.xml': { content: '<externalLink/>' },
          'xl/externalLinks/_rels/externalLink1.xml.rels': {
            content:
              '<Relationships><Relationship Id="rId1" Type="x/externalLinkPath" Target="http://127.0.0.1:9/x.xlsx" TargetMode="External"/></Relationships>',
          },
        };
      }),
    'a hidden row, read as the others': () =>
      book().change((spec) => {
        for (const sheet of spec.sheets.slice(0, 1)) sheet.hiddenRows = [13];
      }),
  };
  const told: Record<string, string[]> = {
    'a workbook with macros, not run': [`${HOJA} fila 1, columna A: el libro tiene macros; no se ejecutan.`],
    'links to other files, not followed': [
      `${HOJA} fila 1, columna A: el libro tiene vínculos a otros archivos; no se siguen.`,
    ],
    'a hidden row, read as the others': [
      `${HOJA} fila 13, columna A: la fila está oculta; se lee como las demás.`,
    ],
  };
  for (const [name, variant] of Object.entries(same)) {
    it(name, () => {
      const reading = variant().read();
      expect(problemsOf(reading)).toEqual([]);
      expect(formOf(reading)).toEqual(realForm());
      expect(warningsOf(reading)).toEqual(told[name] ?? []);
    });
  }

  it('renamed text is read for what it is: tabs, semicolons or commas', () => {
    const { rows } = new Variant();
    for (const separator of ['\t', ';', ',']) {
      const text = rows
        .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator))
        .join('\r\n');
      expect(formOf(readFormFile(new TextEncoder().encode(text)))).toEqual(realForm());
    }
  });
});

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

describe('what is wrong in a workbook is told with its sheet, row and column', () => {
  const PERCENT = 'se esperaba un porcentaje de 0 a 100, por ejemplo 75 %.';
  const DATE = 'se esperaba una fecha como 31/12/2022.';
  const refused: Record<string, [() => WorkbookVariant, string[]]> = {
    'a column that is gone': [
      () => book().reorder('ABDEFGHIJKLMNO'),
      [
        `${HOJA} fila 10, columna C: falta la columna «META»; se esperaba un encabezado «META» con sus datos debajo.`,
      ],
    ],
    'numbers that stand twice': [
      () => book().set('A13', { number: 1, style: 'centred' }),
      [
        `${HOJA} fila 13, columna A: el número «1» ya está en la fila 12; se esperaba un número distinto para cada actividad.`,
      ],
    ],
    'a number merged over two activities': [
      () => {
        const variant = book().set('A13', null);
        variant.sheet.merges = [...variant.sheet.merges, 'A12:A13'];
        return variant;
      },
      [`${HOJA} fila 13, columna A: la celda está vacía; se esperaba el número de la actividad.`],
    ],
    'an activity that ends before it begins': [
      () => book().set('G12', { date: '2022-12-31' }).set('H12', { date: '2022-01-01' }),
      [
        `${HOJA} fila 12, columna H: inicia el 31 de diciembre de 2022 y termina el 1 de enero de 2022; se esperaba que la fecha de inicio no pase de la de terminación.`,
      ],
    ],
    'percentages outside': [
      () => book().numbers('N', [1.2, 0.5, 0, 0, 0, 0, -0.1], 'percent'),
      [
        `${HOJA} fila 12, columna N: dice «120%»; ${PERCENT}`,
        `${HOJA} fila 19, columna N: dice «-10%»; ${PERCENT}`,
      ],
    ],
    'bare numbers that may be fractions': [
      () => book().numbers('N', [0.5, 1, 0, 0, 0, 0, 0]),
      [
        `${HOJA} fila 12, columna N: los números de este bloque no llevan % y ninguno pasa de 1: 0,5 (N12), 1 (N13), 0 (N14), 0 (N16), 0 (N17), 0 (N18), 0 (N19); se esperaba saber si 0,5 es 0,5 % o 50 %.`,
      ],
    ],
    'words for a percentage': [
      () => book().set('N12', 'Cumplido').set('N13', { date: '2022-03-31' }),
      [
        `${HOJA} fila 12, columna N: dice «Cumplido»; ${PERCENT}`,
        `${HOJA} fila 13, columna N: dice «31/03/2022»; ${PERCENT}`,
      ],
    ],
    'an empty responsible': [
      () => book().set('D14', null),
      [`${HOJA} fila 14, columna D: la celda está vacía; se esperaba el cargo responsable.`],
    ],
    'cell errors': [
      () =>
        book()
          .set('N12', { error: '#REF!', formula: 'Z1' })
          .set('E13', { error: '#N/A' })
          .set('G14', { error: '#VALUE!' }),
      [
        `${HOJA} fila 12, columna N: la celda tiene el error «#REF!»; ${PERCENT}`,
        `${HOJA} fila 13, columna E: la celda tiene el error «#N/A»; se esperaba un valor.`,
        `${HOJA} fila 14, columna G: la celda tiene el error «#VALUE!»; ${DATE}`,
      ],
    ],
    'a formula nobody calculated': [
      () => book().set('N12', { formula: 'AVERAGE(1,2)', style: 'percent' }),
      [`${HOJA} fila 12, columna N: la celda tiene el error «fórmula sin calcular»; ${PERCENT}`],
    ],
    'dates that are none': [
      () => book().set('G12', 'Enero 2022').set('H13', { number: 1, style: 'date' }).set('H14', null),
      [
        `${HOJA} fila 12, columna G: dice «Enero 2022»; ${DATE}`,
        `${HOJA} fila 13, columna H: dice «1»; ${DATE}`,
        `${HOJA} fila 14, columna H: la celda está vacía; ${DATE}`,
      ],
    ],
    'no code and no year': [
      () => book().set('O3', null).set('J7', null),
      [
        `${HOJA} fila 3, columna O: la celda está vacía; se esperaba el código del formato, junto a «CÓDIGO».`,
        `${HOJA} fila 7, columna I: la celda está vacía; se esperaba la vigencia, junto a «VIGENCIA».`,
      ],
    ],
    'a cut of another year': [
      () => book().set('N11', { text: 'CORTE MARZO 31 DE 2019', style: 'header' }),
      [
        `${HOJA} fila 11, columna N: dice «CORTE MARZO 31 DE 2019»; se esperaba un corte de la vigencia 2022.`,
      ],
    ],
    'no headings in any sheet': [
      () => book().removeRows(10, 2),
      [
        `${HOJA} fila 3, columna A: no se encontró la fila de encabezados; se esperaba una fila con No, ACTIVIDAD, META, RESPONSABLE, FECHA DE INICIO y FECHA DE TERMINACION.`,
      ],
    ],
    'no activities': [
      () => book().removeRows(12, 8),
      [
        `${HOJA} fila 12, columna A: no hay actividades debajo de los encabezados; se esperaba una fila por actividad, con su número.`,
      ],
    ],
    'a second table': [
      () => {
        const variant = book();
        variant.sheet.rows[30] = variant.row(10);
        return variant;
      },
      [
        `${HOJA} fila 31, columna A: aquí empieza otra tabla, después de las firmas; se esperaba una sola tabla de actividades.`,
      ],
    ],
    'a text that is too long': [
      () => book().set('B12', 'x'.repeat(4_001)),
      [
        `${HOJA} fila 12, columna B: el texto tiene 4001 caracteres; se esperaba un texto de 4000 caracteres como máximo.`,
      ],
    ],
    'faults on two sheets: those of the one with fewer': [
      () => {
        const worse = book().set('D12', null).set('D13', null);
        worse.sheet.name = 'Copia';
        return book()
          .set('D14', null)
          .change((spec) => spec.sheets.push({ ...worse.sheet, relations: '', after: '' }));
      },
      [`${HOJA} fila 14, columna D: la celda está vacía; se esperaba el cargo responsable.`],
    ],
  };
  for (const [name, [variant, problems]] of Object.entries(refused)) {
    it(name, () => {
      expect(problemsOf(variant().read())).toEqual(problems);
    });
  }

  it('the answer on fractions settles bare numbers', () => {
    const bare = book().numbers('N', [0.5, 1, 0, 0, 0, 0, 0]);
    const first = (form: Form) => form.activities[0]?.monitoring[0]?.progressTenths;
    expect(first(formOf(bare.read({ fractions: true })))).toBe(500);
    expect(first(formOf(bare.read({ fractions: false })))).toBe(5);
  });

  it('every activity of the fixture stands where the tests say', () => {
    expect(ACTIVITY_ROWS.map((row) => JSON.stringify(book().row(row)[0]))).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((number) => JSON.stringify({ number, style: 'centred' })),
    );
    expect(describeNote({ sheet: 'x', row: 1, column: 'A', kind: 'macros', text: 'y' })).toBe(
      'Hoja «x», fila 1, columna A: y.',
    );
  });
});
