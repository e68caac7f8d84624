import { describe, expect, it } from 'vitest';
import { problemsOf, Variant } from './real-form.ts';

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
  const CUT = 'se esperaba un corte con su fecha, como «CORTE MARZO 31».';
  const PERCENT = 'se esperaba un porcentaje de 0 a 100, por ejemplo 75 %.';
  const DATE = 'se esperaba una fecha como 31/12/2022.';
  const refused: Record<string, [() => Variant, string[]]> = {
    'a heading that is gone, its data still there': [
      () => form().set('D10', ''),
      [
        'Fila 10, columna D: falta la columna «RESPONSABLE» (sin reconocer: «Columna D»); se esperaba un encabezado «RESPONSABLE» con sus datos debajo.',
      ],
    ],
    'two headings misspelt': [
      () => form().set('D10', 'RESPNSABLE').set('G11', 'INICIA'),
      [
        'Fila 10, columna D: falta la columna «RESPONSABLE» (sin reconocer: «RESPNSABLE», «PROGRAMACION INICIA»); se esperaba un encabezado «RESPONSABLE» con sus datos debajo.',
        'Fila 10, columna G: falta la columna «FECHA DE INICIO» (sin reconocer: «RESPNSABLE», «PROGRAMACION INICIA»); se esperaba un encabezado «FECHA DE INICIO» con sus datos debajo.',
      ],
    ],
    'a column that is gone whole': [
      () => form().reorder('ABDEFGHIJKLMNO'),
      ['Fila 10, columna C: falta la columna «META»; se esperaba un encabezado «META» con sus datos debajo.'],
    ],
    'a heading that stands twice': [
      () => form().set('P10', 'ACTIVIDAD'),
      ['Fila 10, columna P: el encabezado «ACTIVIDAD» ya está en la columna B; se esperaba una sola vez.'],
    ],
    'no headings at all': [
      () => form().removeRow(10),
      [
        'Fila 3, columna A: no se encontró la fila de encabezados; se esperaba una fila con No, ACTIVIDAD, META, RESPONSABLE, FECHA DE INICIO y FECHA DE TERMINACION.',
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
        `Fila 5, columna O: dice «13/13/2020»; ${DATE}`,
        `Fila 7, columna C: dice «ayer»; ${DATE}`,
        `Fila 12, columna H: dice «31/02/2022»; ${DATE}`,
        `Fila 13, columna G: dice «Enero 2021»; ${DATE}`,
        `Fila 14, columna G: dice «12/31/2022»; ${DATE}`,
        `Fila 16, columna H: la celda está vacía; ${DATE}`,
        `Fila 19, columna H: dice «31/12/22»; ${DATE}`,
      ],
    ],
    'percentages that are none': [
      () => column(form(), 'N', ['120%', 'Cumplido', '-5%', '50%%', '100,1', '3 de 4', '#N/A']),
      [
        `Fila 12, columna N: dice «120%»; ${PERCENT}`,
        `Fila 13, columna N: dice «Cumplido»; ${PERCENT}`,
        `Fila 14, columna N: dice «-5%»; ${PERCENT}`,
        `Fila 16, columna N: dice «50%%»; ${PERCENT}`,
        `Fila 17, columna N: dice «100,1»; ${PERCENT}`,
        `Fila 18, columna N: dice «3 de 4»; ${PERCENT}`,
        `Fila 19, columna N: la celda tiene el error «#N/A»; ${PERCENT}`,
      ],
    ],
    'bare numbers that may be fractions': [
      () => column(form(), 'N', ['0,5', '1', '0', '0', '0', '1', '0']),
      [
        'Fila 12, columna N: los números de este bloque no llevan % y ninguno pasa de 1: 0,5 (N12), 1 (N13), 0 (N14), 0 (N16), 0 (N17), 1 (N18), 0 (N19); se esperaba saber si 0,5 es 0,5 % o 50 %.',
      ],
    ],
    'no code': [
      () => form().set('O3', ''),
      ['Fila 3, columna O: la celda está vacía; se esperaba el código del formato, junto a «CÓDIGO».'],
    ],
    'no label of the code either': [
      () => form().set('N3', '').set('O3', ''),
      ['Fila 1, columna A: no aparece en el formato; se esperaba el código del formato, junto a «CÓDIGO».'],
    ],
    'no fiscal year': [
      () => form().set('J7', ''),
      ['Fila 7, columna I: la celda está vacía; se esperaba la vigencia, junto a «VIGENCIA».'],
    ],
    'a fiscal year that is none': [
      () => form().set('J7', '20222'),
      ['Fila 7, columna J: dice «20222»; se esperaba un año como 2022.'],
    ],
    'a cut that cannot be read': [
      () => form().set('N11', 'CORTE MARSO 31'),
      [`Fila 11, columna N: dice «CORTE MARSO 31»; ${CUT}`],
    ],
    'a cut on a day that does not exist': [
      () => form().set('N11', 'CORTE FEBRERO 30'),
      [`Fila 11, columna N: dice «CORTE FEBRERO 30»; ${CUT}`],
    ],
    'a block that only counts, without a date': [
      () => form().set('N10', 'SEGUIMIENTO 2').set('N11', ''),
      [`Fila 10, columna N: dice «SEGUIMIENTO 2»; ${CUT}`],
    ],
    'a percentage of no cut': [
      () => form().set('N10', '% DE AVANCE').set('O10', 'OBSERVACIONES').set('N11', ''),
      [`Fila 10, columna N: dice «% DE AVANCE»; ${CUT}`],
    ],
    'a cut of another year': [
      () => form().set('N11', 'CORTE 31/03/2021'),
      ['Fila 11, columna N: dice «CORTE 31/03/2021»; se esperaba un corte de la vigencia 2022.'],
    ],
    'no block at all': [
      () => form().set('N10', '').set('N11', ''),
      [
        'Fila 10, columna N: no hay ningún bloque de monitoreo; se esperaba un encabezado como «PRIMER MONITOREO» con «CORTE MARZO 31».',
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
      () => form().set('B12', 'a'.repeat(4001)),
      [
        'Fila 12, columna B: el texto tiene 4001 caracteres; se esperaba un texto de 4000 caracteres como máximo.',
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
        'Fila 3, columna O: la celda está vacía; se esperaba el código del formato, junto a «CÓDIGO».',
        `Fila 11, columna N: dice «CORTE MARSO 31»; ${CUT}`,
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
