import { describe, expect, it } from 'vitest';
import { cutsOfPlan } from '../../src/forms/cuts.ts';
import { formOf, problemsOf, realForm, Variant, warningsOf } from './real-form.ts';

const form = () => new Variant();
const ROWS = [12, 13, 14, 16, 17, 18, 19];

/** Sets a column of the activities, top to bottom. */
function column(variant: Variant, letter: string, texts: readonly string[]): Variant {
  ROWS.forEach((row, index) => {
    variant.set(`${letter}${row}`, texts[index] ?? '');
  });
  return variant;
}

const progressOf = (variant: Variant, options = {}) =>
  formOf(variant.read(options)).activities.map(({ monitoring }) => monitoring[0]?.progressTenths);

describe('a form printed another way is the same form', () => {
  const same: Record<string, () => Variant> = {
    'columns in another order, the block among them': () => form().reorder('BANOCDGHEFIJKLM'),
    'headings split by the scanner': () =>
      form()
        .set('B10', 'ACTIVI DAD')
        .set('D10', 'RESPON SABLE')
        .set('G11', 'FECHA DE INI CIO')
        .set('K10', 'GRU PO DE VALOR INVOLUCRADO'),
    'headings in small letters, without accents, with line breaks': () =>
      form()
        .set('J10', 'Canal de\ncomunicacion')
        .set('A10', 'N.º')
        .set('D10', 'Responsables:')
        .set('H11', 'fecha de\nterminación'),
    'the words of other entities': () =>
      form()
        .set('B10', 'Actividades programadas')
        .set('C10', 'Meta o producto')
        .set('D10', 'Dependencia responsable')
        .set('G11', 'Fecha inicial')
        .set('H11', 'Fecha de finalización')
        .set('A10', 'ÍTEM'),
    'headings repeated in the middle of the data': () =>
      form().insertRow(14, form().rows[9]).insertRow(15, form().rows[10]),
    'the title printed again on a second page': () =>
      form().insertRow(14, form().rows[2]).insertRow(15, form().rows[3]).insertRow(16, form().rows[9]),
    'a row of totals and one of averages': () =>
      form()
        .insertRow(20, ['TOTAL', '', '', '', '', '', '', '', '', '', '', '', '', '28,6%'])
        .insertRow(21, ['', 'Promedio', '', '28,6%']),
    'blank rows at the top, between the headings and among the activities': () =>
      form().insertRow(11).insertRow(1).insertRow(15),
    'extra blank columns, inside the block too': () => {
      const variant = form();
      variant.rows = variant.rows.map((cells, index) =>
        index >= 9 && index < 19
          ? [...cells.slice(0, 3), '', ...cells.slice(3, 14), '', ...cells.slice(14)]
          : cells,
      );
      return variant;
    },
    'rows without their last tabs': () => {
      const variant = form();
      variant.rows = variant.rows.map((cells) =>
        cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1),
      );
      return variant;
    },
    'a third heading row that names the two cells of the block': () =>
      form().insertRow(12, [...Array<string>(13).fill(''), '% DE AVANCE', 'OBSERVACIONES']),
    'dates written in other ways': () =>
      form()
        .set('G12', '2022-01-01')
        .set('H12', '31-12-2022')
        .set('G13', '1 de enero de 2022')
        .set('H13', '31/dic/2022')
        .set('G14', '1/1/2022')
        .set('J7', ' 2022 '),
    'the code box in one cell': () =>
      form()
        .set('N3', 'CÓDIGO: PL-PC-01 VERSIÓN: 1.0 FECHA: 13/07/2020')
        .set('O3', '')
        .set('N4', '')
        .set('O4', '')
        .set('N5', '')
        .set('O5', ''),
    'labels and values in the same cell': () =>
      form()
        .set('A6', 'ALCALDIA LOCAL ISLA DEL CASCAJAL')
        .set('C6', '')
        .set('H7', 'VIGENCIA 2022')
        .set('J7', '')
        .set('A7', 'FECHA DE ELABORACIÓN: 31/01/2022')
        .set('C7', ''),
    'percentages written in other ways': () =>
      form().set('N12', '0 %').set('N13', '100').set('N14', '100,0 %').set('N16', '0.0%'),
    'the observation before the percentage': () =>
      form()
        .reorder('ABCDEFGHIJKLMON')
        .set('N10', 'PRIMER MONITOREO')
        .set('N11', 'CORTE MARZO 31')
        .set('O10', '')
        .set('O11', ''),
    'signatures side by side': () => {
      const variant = form();
      variant.rows = variant.rows.slice(0, 20);
      variant.rows.push(
        ['', 'ELABORÓ:', '', '', '', 'REVISÓ Y APROBÓ:'],
        ['', 'Nombre:', 'Aracelly Arboleda Urbano', '', '', 'Nombre: Julio Cesar Biojó Estacio'],
        ['', 'Cargo:', 'Profesional Universitario', '', '', 'Cargo:', 'Alcalde Local'],
      );
      return variant;
    },
  };
  for (const [name, variant] of Object.entries(same)) {
    it(name, () => {
      const reading = variant().read();
      expect(problemsOf(reading)).toEqual([]);
      expect({ ...formOf(reading), cuts: [] }).toEqual({ ...realForm(), cuts: [] });
      expect(formOf(reading).cuts.map(({ date }) => date)).toEqual(['2022-03-31']);
    });
  }
});

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

describe('monitoring', () => {
  it('takes N/A and an observation alone as no report, with a warning, and a percentage alone with an empty one', () => {
    const reading = form()
      .set('N12', 'N/A')
      .set('N13', '')
      .set('O14', '')
      .set('N16', 'No aplica')
      .set('O16', '')
      .read();
    expect(
      formOf(reading)
        .activities.slice(0, 4)
        .map(({ monitoring }) => monitoring),
    ).toEqual([
      [{ cut: 1, progressTenths: null, observation: 'No se ha realizado la caracterizacion' }],
      [{ cut: 1, progressTenths: null, observation: form().get('O13') }],
      [{ cut: 1, progressTenths: 1000, observation: '' }],
      [],
    ]);
    expect(warningsOf(reading)).toEqual([
      'Fila 12, columna N: dice «N/A»; queda sin reporte.',
      'Fila 13, columna O: hay observación sin porcentaje; queda sin reporte.',
      'Fila 14, columna O: hay porcentaje sin observación; se toma con la observación vacía.',
      'Fila 16, columna N: dice «No aplica»; queda sin reporte.',
    ]);
  });

  it('takes fractions as the person says', () => {
    const variant = () => column(form(), 'N', ['0,5', '1', '0', '0.333', '0', '25%', '0']);
    expect(progressOf(variant(), { fractions: true })).toEqual([500, 1000, 0, 333, 0, 250, 0]);
    expect(progressOf(variant(), { fractions: false })).toEqual([5, 10, 0, 3, 0, 250, 0]);
  });

  it('takes bare numbers as written when one of them passes 1, also when fractions were announced', () => {
    const variant = () => column(form(), 'N', ['0,5', '75', '0', '0', '0', '0', '0']);
    expect(progressOf(variant())).toEqual([5, 750, 0, 0, 0, 0, 0]);
    expect(progressOf(variant(), { fractions: true })).toEqual([5, 750, 0, 0, 0, 0, 0]);
  });

  it('does not find zeros ambiguous', () => {
    expect(progressOf(column(form(), 'N', ['0', '0', '0', '0', '0', '0', '0']))).toEqual([
      0, 0, 0, 0, 0, 0, 0,
    ]);
  });

  it('keeps one decimal and says what was rounded', () => {
    const reading = form().set('N12', '33,35%').read();
    expect(formOf(reading).activities[0]?.monitoring[0]?.progressTenths).toBe(334);
    expect(warningsOf(reading)).toEqual(['Fila 12, columna N: dice «33,35%»; se guarda 33,4 %.']);
  });

  it('reads the four blocks of the year and numbers them by their dates', () => {
    const reading = form()
      .set('P10', 'SEGUNDO MONITOREO')
      .set('P11', 'CORTE JUNIO 30')
      .set('P12', '50%')
      .set('Q12', 'A medias')
      .set('R10', 'TERCER MONITOREO')
      .set('R11', 'CORTE SEPTIEMBRE 30')
      .set('T10', 'CUARTO MONITOREO')
      .set('T11', 'CORTE DICIEMBRE 31')
      .set('T12', '100%')
      .set('U12', 'Terminada')
      .read();
    expect(formOf(reading).cuts.map(({ number, date }) => [number, date])).toEqual([
      [1, '2022-03-31'],
      [2, '2022-06-30'],
      [3, '2022-09-30'],
      [4, '2022-12-31'],
    ]);
    expect(formOf(reading).activities[0]?.monitoring).toEqual([
      { cut: 1, progressTenths: 0, observation: 'No se ha realizado la caracterizacion' },
      { cut: 2, progressTenths: 500, observation: 'A medias' },
      { cut: 4, progressTenths: 1000, observation: 'Terminada' },
    ]);
    expect(warningsOf(reading)).toEqual([]);
  });

  it('takes a block by itself for the cut of its date, and says when its name tells another', () => {
    const reading = form().set('N11', 'CORTE JUNIO 30').read();
    expect(formOf(reading).cuts.map(({ number }) => number)).toEqual([2]);
    expect(warningsOf(reading)).toEqual([
      'Fila 10, columna N: dice «PRIMER MONITOREO», pero el 30 de junio de 2022 es el corte 2.',
    ]);
  });

  it('takes exactly the cuts printed when they are not quarterly, and says so', () => {
    const reading = form()
      .set('N10', 'AVANCE A ABR 30')
      .set('N11', '')
      .set('O10', 'OBSERVACIONES')
      .set('P10', 'AVANCE A AGO 31')
      .set('Q10', 'OBSERVACIONES')
      .set('P12', '40%')
      .set('Q12', 'En curso')
      .set('R10', 'AVANCE A DIC 31')
      .set('S10', 'OBSERVACIONES')
      .read();
    expect(cutsOfPlan(formOf(reading))).toEqual([
      { number: 1, date: '2022-04-30' },
      { number: 2, date: '2022-08-31' },
      { number: 3, date: '2022-12-31' },
    ]);
    expect(formOf(reading).activities[0]?.monitoring[1]).toEqual({
      cut: 2,
      progressTenths: 400,
      observation: 'En curso',
    });
    expect(warningsOf(reading)).toEqual([
      'Fila 10, columna N: los cortes del plan serán los impresos: 30 de abril de 2022, 31 de agosto de 2022, 31 de diciembre de 2022.',
    ]);
  });

  it('reads twelve monthly cuts and refuses a thirteenth', () => {
    const months =
      'ENERO FEBRERO MARZO ABRIL MAYO JUNIO JULIO AGOSTO SEPTIEMBRE OCTUBRE NOVIEMBRE DICIEMBRE'.split(' ');
    const letters = 'NPRTVXZ'.split('').concat(['AB', 'AD', 'AF', 'AH', 'AJ', 'AL']);
    const variant = form().set('N11', '');
    months.forEach((month, index) => {
      variant.set(`${letters[index]}10`, `CORTE ${month}`).set(`${letters[index]}12`, `${index + 1}%`);
    });
    expect(formOf(variant.read()).cuts.map(({ date }) => date.slice(5))).toEqual([
      '01-31',
      '02-28',
      '03-31',
      '04-30',
      '05-31',
      '06-30',
      '07-31',
      '08-31',
      '09-30',
      '10-31',
      '11-30',
      '12-31',
    ]);
    expect(
      formOf(variant.read()).activities[0]?.monitoring.map(({ progressTenths }) => progressTenths),
    ).toEqual(months.map((_, index) => (index + 1) * 10));
    variant.set('AL10', 'CORTE ENERO 15').set('AL12', '3%');
    expect(problemsOf(variant.read())).toEqual([
      'Fila 10, columna AL: hay 13 bloques de monitoreo; se esperaba entre 1 y 12.',
    ]);
  });

  it('reads blocks whose groups are the percentages and the texts, each with its quarters below', () => {
    const variant = form().set('N10', 'EJECUCIÓN').set('P10', 'DESCRIPCIÓN DE ACTIVIDADES');
    ['N', 'O', 'P', 'Q'].forEach((letter, index) => {
      variant.set(`${letter}11`, index % 2 === 0 ? 'TRIMESTRE I' : 'TRIMESTRE II');
    });
    column(column(variant, 'O', ['10%']), 'N', ['5%'])
      .set('P12', 'Primero')
      .set('Q12', 'Segundo');
    expect(formOf(variant.read()).activities[0]?.monitoring).toEqual([
      { cut: 1, progressTenths: 50, observation: 'Primero' },
      { cut: 2, progressTenths: 100, observation: 'Segundo' },
    ]);
  });
});

describe('positions', () => {
  const positions = (cell: string, knownPositions: string[] = []) => {
    const reading = form().set('D12', cell).read({ knownPositions });
    return { positions: formOf(reading).activities[0]?.positions, warnings: warningsOf(reading) };
  };

  it('part at commas, semicolons and line breaks', () => {
    expect(positions('Alcalde, Secretario;Tesorera\nPersonero').positions).toEqual([
      'Alcalde',
      'Secretario',
      'Tesorera',
      'Personero',
    ]);
  });

  it('part at y and / where every part is a position of this form', () => {
    const both = ['Líder de Rendición de Cuentas', 'Lider de participacion ciudadana'];
    expect(positions(both.join(' y ')).positions).toEqual(both);
    expect(positions(both.join('/ ')).positions).toEqual(both);
  });

  it('part where every part is a position of an earlier form', () => {
    expect(positions('Alcalde y Secretario', ['ALCALDE', 'Secretario'])).toEqual({
      positions: ['Alcalde', 'Secretario'],
      warnings: [],
    });
  });

  it('stay whole, with a warning, where a part is no position by itself', () => {
    expect(positions('Secretaria de Gobierno y Convivencia')).toEqual({
      positions: ['Secretaria de Gobierno y Convivencia'],
      warnings: [
        'Fila 12, columna D: no se sabe si «Secretaria de Gobierno y Convivencia» es un cargo o varios; se deja como uno solo.',
      ],
    });
  });

  it('stay whole without a word when the whole name was a position before', () => {
    expect(
      positions('Gobierno y Convivencia', ['gobierno y convivencia', 'Gobierno', 'Convivencia']),
    ).toEqual({
      positions: ['Gobierno y Convivencia'],
      warnings: [],
    });
  });

  it('are told once each', () => {
    expect(positions('Alcalde, ALCALDE , alcalde').positions).toEqual(['Alcalde']);
  });
});

describe('columns that are not of the form', () => {
  it('are kept, with and without a heading, and reported', () => {
    const reading = form().set('P10', 'EVIDENCIAS').set('P12', 'acta.pdf').set('Q13', 'suelto').read();
    expect(reading).toMatchObject({
      unknownColumns: [
        { column: 'P', heading: 'EVIDENCIAS' },
        { column: 'Q', heading: 'Columna Q' },
      ],
    });
    expect(
      formOf(reading)
        .activities.slice(0, 2)
        .map(({ extra }) => extra),
    ).toEqual([[{ heading: 'EVIDENCIAS', text: 'acta.pdf' }], [{ heading: 'Columna Q', text: 'suelto' }]]);
    expect(warningsOf(reading)).toEqual([
      'Fila 10, columna P: la columna «EVIDENCIAS» no es del formato; se guarda como está.',
      'Fila 10, columna Q: hay datos en una columna sin encabezado; se guardan como están.',
    ]);
  });

  it('give the weight when one is Ponderación', () => {
    const reading = column(form().set('P10', 'Ponderación (%)'), 'P', [
      '20%',
      '12,5',
      '10',
      '10',
      '10',
      '',
    ]).read();
    expect(formOf(reading).activities.map(({ weight }) => weight)).toEqual([
      20,
      12.5,
      10,
      10,
      10,
      null,
      null,
    ]);
  });

  it('do no harm by their names', () => {
    const reading = form()
      .set('P10', '__proto__')
      .set('P12', 'x')
      .set('Q10', 'constructor')
      .set('Q12', 'y')
      .read();
    expect(formOf(reading).activities[0]?.extra).toEqual([
      { heading: '__proto__', text: 'x' },
      { heading: 'constructor', text: 'y' },
    ]);
  });

  it('a usual column that is missing is empty, and told', () => {
    const reading = form().reorder('ABCDEFGHIJKMNO').read();
    expect(formOf(reading).activities.every(({ means }) => means === '')).toBe(true);
    expect(warningsOf(reading)).toEqual(['Fila 10, columna L: no se encontró «MEDIOS»; queda vacío.']);
  });
});

describe('other plans', () => {
  it('reads the plan of a second year, its cut in that year', () => {
    const reading = form().set('J7', '2023').set('C7', '30 DE ENERO DE 2023').read();
    expect(formOf(reading)).toMatchObject({
      fiscalYear: 2023,
      drawnUpOn: '2023-01-30',
      cuts: [{ date: '2023-03-31' }],
    });
  });

  it('reads 300 activities numbered in parts', () => {
    const variant = form();
    const cells = variant.rows[15] ?? [];
    for (let index = 0; index < 293; index += 1)
      variant.insertRow(17, [`8.${293 - index}`, ...cells.slice(1)]);
    expect(formOf(variant.read()).activities).toHaveLength(300);
  });

  it('leaves out a row with a single cell and says so', () => {
    const reading = form().insertRow(12, ['', 'COMPONENTE 1']).insertRow(21, ['8']).read();
    expect(formOf(reading).activities).toHaveLength(7);
    expect(warningsOf(reading)).toEqual([
      'Fila 12, columna B: esta fila solo dice «COMPONENTE 1»; no se tomó como actividad.',
      'Fila 21, columna A: esta fila solo dice «8»; no se tomó como actividad.',
    ]);
  });

  it('takes a bare Excel serial for its date, with a warning', () => {
    const reading = form().set('G12', '44563').read();
    expect(formOf(reading).activities[0]?.start).toBe('2022-01-02');
    expect(warningsOf(reading)).toEqual([
      'Fila 12, columna G: el número 44563 se tomó como la fecha de Excel 2 de enero de 2022.',
    ]);
  });

  it('a form without version, dates or signatures is taken, and they are told missing', () => {
    const variant = form()
      .set('N4', '')
      .set('O4', '')
      .set('N5', '')
      .set('O5', '')
      .set('A7', '')
      .set('C7', '');
    variant.rows = variant.rows.slice(0, 20);
    expect(formOf(variant.read())).toMatchObject({
      version: '',
      versionDate: null,
      drawnUpOn: null,
      drawnUpBy: [],
      approvedBy: [],
    });
    expect(warningsOf(variant.read())).toEqual([
      'Fila 1, columna A: no se encontró «VERSIÓN»; queda vacío.',
      'Fila 1, columna A: no se encontró «FECHA»; queda vacío.',
      'Fila 1, columna A: no se encontró «FECHA DE ELABORACION»; queda vacío.',
      'Fila 21, columna A: no se encontró «ELABORÓ»; queda vacío.',
      'Fila 21, columna A: no se encontró «REVISÓ Y APROBÓ»; queda vacío.',
    ]);
  });
});
