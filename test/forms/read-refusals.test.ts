import { describe, expect, it } from 'vitest';
import { askedOf, formOf, problemsOf, Variant, warningsOf } from './real-form.ts';

const form = () => new Variant();

const ROWS = [12, 13, 14, 16, 17, 18, 19];

/** Sets a column of the activities, top to bottom. */
function column(variant: Variant, letter: string, texts: readonly string[]): Variant {
  ROWS.forEach((row, index) => {
    variant.set(`${letter}${row}`, texts[index] ?? '');
  });
  return variant;
}

describe('what cannot be taken is told with its place, all at once', () => {
  const PERCENT = 'se esperaba un porcentaje de 0 a 100, por ejemplo 75 %.';
  const DATE = 'se esperaba una fecha como 31/12/2022.';
  const refused: Record<string, [() => Variant, string[]]> = {
    'no headings at all': [
      () => form().removeRow(10),
      [
        'Fila 10, columna A: lo más parecido a los encabezados trae FECHA DE INICIO, FECHA DE TERMINACION; faltan No, ACTIVIDAD, META, RESPONSABLE; se esperaba el plan con una fila de encabezados: No, ACTIVIDAD, META, RESPONSABLE, FECHA DE INICIO y FECHA DE TERMINACION.',
      ],
    ],
    'no activities': [
      () => {
        const variant = form();
        variant.rows.splice(11, 8);
        return variant;
      },
      [
        'Fila 12, columna A: no hay actividades debajo de los encabezados; se esperaba una fila por actividad, con su número.',
      ],
    ],
    'numbers that stand twice, however written': [
      () => form().set('A13', '1').set('A14', '01'),
      [
        'Fila 13, columna A: el número «1» ya está en la fila 12; se esperaba un número distinto para cada actividad.',
        'Fila 14, columna A: el número «01» ya está en la fila 12; se esperaba un número distinto para cada actividad.',
      ],
    ],
    'a number that is none': [
      () => form().set('A13', 'dos'),
      ['Fila 13, columna A: dice «dos»; se esperaba un número como 1 o 1.1.'],
    ],
    'cells left empty': [
      () => form().set('D12', '').set('B13', ' ').set('A14', ''),
      [
        'Fila 12, columna D: la celda está vacía; se esperaba el cargo responsable.',
        'Fila 13, columna B: la celda está vacía; se esperaba el nombre de la actividad.',
        'Fila 14, columna A: la celda está vacía; se esperaba el número de la actividad.',
      ],
    ],
    'an activity that ends before it begins': [
      () => form().set('G12', '31/12/2022').set('H12', '01/01/2022'),
      [
        'Fila 12, columna H: inicia el 31 de diciembre de 2022 y termina el 1 de enero de 2022; se esperaba que la fecha de inicio no pase de la de terminación.',
      ],
    ],
    'dates that are none': [
      () =>
        form()
          .set('H12', '31/02/2022')
          .set('G13', 'Enero 2021')
          .set('G14', '12/31/2022')
          .set('H16', '')
          .set('O5', '13/13/2020')
          .set('C7', 'ayer')
          .set('H19', '31/12/22'),
      [
        `Fila 12, columna H: dice «31/02/2022»; ${DATE}`,
        `Fila 14, columna G: dice «12/31/2022»; ${DATE}`,
        `Fila 16, columna H: la celda está vacía; ${DATE}`,
      ],
    ],
    'percentages that are none': [
      () => column(form(), 'N', ['120%', 'Cumplido', '-5%', '50%%', '100,1', '3 de 4', '#N/A']),
      [
        `Fila 13, columna N: dice «Cumplido»; ${PERCENT}`,
        `Fila 14, columna N: dice «-5%»; ${PERCENT}`,
        `Fila 16, columna N: dice «50%%»; ${PERCENT}`,
        `Fila 18, columna N: dice «3 de 4»; ${PERCENT}`,
        `Fila 19, columna N: la celda tiene el error «#N/A»; ${PERCENT}`,
      ],
    ],
    'two blocks of the same cut': [
      () =>
        form().set('P10', 'SEGUNDO MONITOREO').set('P11', 'CORTE MARZO 31').set('P12', '50%').set('Q12', 'x'),
      ['Fila 10, columna P: el corte 31 de marzo de 2022 ya está en la columna N; se esperaba una sola vez.'],
    ],
    'errors of formulas': [
      () => form().set('C12', '#REF!').set('G12', '#¡VALOR!'),
      [
        'Fila 12, columna C: la celda tiene el error «#REF!»; se esperaba un valor.',
        `Fila 12, columna G: la celda tiene el error «#¡VALOR!»; ${DATE}`,
      ],
    ],
    'a text too long': [
      () => form().set('B12', 'a'.repeat(32_768)),
      [
        'Fila 12, columna B: el texto tiene 32768 caracteres; se esperaba un texto de 32767 caracteres como máximo.',
      ],
    ],
    'a weight below zero': [
      () => form().set('P10', 'PONDERACIÓN').set('P12', '20%').set('P13', '-3'),
      ['Fila 13, columna P: dice «-3»; se esperaba un número de 0 en adelante, por ejemplo 20 %.'],
    ],
    'another table after the signatures': [
      () => form().insertRow(30, form().rows[9]),
      [
        'Fila 30, columna A: aquí empieza otra tabla, después de las firmas; se esperaba una sola tabla de actividades.',
      ],
    ],
    'faults of every part together, in the order of the sheet': [
      () =>
        form().set('O3', '').set('N11', 'CORTE MARSO 31').set('D14', '').set('A19', '1').set('H19', 'nunca'),
      [
        'Fila 14, columna D: la celda está vacía; se esperaba el cargo responsable.',
        'Fila 19, columna A: el número «1» ya está en la fila 12; se esperaba un número distinto para cada actividad.',
        `Fila 19, columna H: dice «nunca»; ${DATE}`,
      ],
    ],
  };
  for (const [name, [variant, problems]] of Object.entries(refused)) {
    it(name, () => {
      expect(problemsOf(variant().read())).toEqual(problems);
    });
  }
});

describe('what a person can settle is asked, with the likely answer', () => {
  const asked: Record<string, [() => Variant, string[]]> = {
    'a heading that is gone, its data still there': [
      () => form().set('D10', ''),
      ['!column:D → responsible'],
    ],
    'a heading misspelt': [() => form().set('D10', 'RESPNSABLE'), ['!column:D → responsible']],
    'bare numbers that may be fractions': [
      () => column(form(), 'N', ['0,5', '1', '0', '0', '0', '1', '0']),
      ['!percent → fractions'],
    ],
    'no code': [() => form().set('O3', ''), ['!code → PPC']],
    'no label of the code either': [() => form().set('N3', '').set('O3', ''), ['!code → PPC']],
    'no fiscal year': [() => form().set('J7', ''), ['!fiscalYear → 2022']],
    'a fiscal year that is none': [() => form().set('J7', '20222'), ['!fiscalYear → 2022']],
    'a cut that cannot be read': [
      () => form().set('N11', 'CORTE MARSO 31'),
      ['!cut:PRIMER MONITOREO → 2022-03-31'],
    ],
    'a cut on a day that does not exist': [
      () => form().set('N11', 'CORTE FEBRERO 30'),
      ['!cut:PRIMER MONITOREO → 2022-03-31'],
    ],
    'a block that only counts, without a date': [
      () => form().set('N10', 'SEGUIMIENTO 2').set('N11', ''),
      ['!cut:SEGUIMIENTO 2 → 2022-12-31'],
    ],
    'a percentage of no cut': [
      () => form().set('N10', '% DE AVANCE').set('O10', 'OBSERVACIONES').set('N11', ''),
      ['!column:N → progress:1', '!column:O → observation:1'],
    ],
    'a cut of another year': [
      () => form().set('N11', 'CORTE 31/03/2021'),
      ['!cut:PRIMER MONITOREO → 2022-03-31'],
    ],
    'no block at all, its data still there': [
      () => form().set('N10', '').set('N11', ''),
      ['!column:N → progress:1', '!column:O → observation:1'],
    ],
  };
  for (const [name, [variant, questions]] of Object.entries(asked)) {
    it(name, () => {
      const reading = variant().read();
      expect(reading.ok).toBe(false);
      expect(problemsOf(reading)).toEqual([]);
      expect(askedOf(reading)).toEqual(questions);
    });
    it(`${name}: the likely answer gives the plan`, () => {
      const answers = Object.fromEntries(
        variant()
          .read()
          .questions.map(({ id, suggested }) => [id, suggested ?? '']),
      );
      expect(formOf(variant().read({ answers })).activities).toHaveLength(7);
    });
  }

  it('asks nothing about a column that is missing, or that stands twice without data', () => {
    expect(warningsOf(form().reorder('ABDEFGHIJKLMNO').read())).toEqual([
      'Fila 10, columna C: no se encontró «META»; queda vacío.',
    ]);
    expect(formOf(form().set('P10', 'ACTIVIDAD').read())).toMatchObject(formOf(form().read()));
  });
});
