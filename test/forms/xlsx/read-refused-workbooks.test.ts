import { describe, expect, it } from 'vitest';
import { describeNote } from '../../../src/forms/findings.ts';
import type { Form } from '../../../src/forms/form.ts';
import { formOf, problemsOf } from '../real-form.ts';
import { ACTIVITY_ROWS, WorkbookVariant } from './workbook-variant.ts';

const book = () => new WorkbookVariant();
const HOJA = 'Hoja «Plan de Acción»,';

describe('what is wrong in a workbook is told with its sheet, row and column', () => {
  const PERCENT = 'se esperaba un porcentaje de 0 a 100, por ejemplo 75 %.';
  const DATE = 'se esperaba una fecha como 31/12/2022.';
  const refused: Record<string, [() => WorkbookVariant, string[]]> = {
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
      [`${HOJA} fila 19, columna N: dice «-10%»; ${PERCENT}`],
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
        `${HOJA} fila 13, columna H: dice «1»; ${DATE}`,
        `${HOJA} fila 14, columna H: la celda está vacía; ${DATE}`,
      ],
    ],
    'no headings in any sheet': [
      () => book().removeRows(10, 2),
      [
        `${HOJA} fila 3, columna A: no se encontró la fila de encabezados; se esperaba el plan con una fila de encabezados: No, ACTIVIDAD, META, RESPONSABLE, FECHA DE INICIO y FECHA DE TERMINACION.`,
      ],
    ],
    'words whose letters another program broke, of the sheet that is read': [
      () =>
        book()
          .set('B12', 'Plan de participaciÃ³n')
          .set('O13', 'Se realiz? la reuni?n')
          .change((spec) => spec.sheets.at(-1)?.rows.push(['gesti?n'])),
      [
        `${HOJA} fila 12, columna B: las letras de «participaciÃ³n» están dañadas; se esperaba la palabra con sus tildes: abra el archivo original en Excel y elija Archivo, Guardar como, Libro de Excel (.xlsx).`,
        `${HOJA} fila 13, columna O: las letras de «reuni?n» están dañadas; se esperaba la palabra con sus tildes: abra el archivo original en Excel y elija Archivo, Guardar como, Libro de Excel (.xlsx).`,
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
      () => book().set('B12', 'x'.repeat(32_768)),
      [
        `${HOJA} fila 12, columna B: el texto tiene 32768 caracteres; se esperaba un texto de 32767 caracteres como máximo.`,
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
