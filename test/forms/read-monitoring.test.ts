import { describe, expect, it } from 'vitest';
import { cutsOfPlan } from '../../src/forms/cuts.ts';
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

const progressOf = (variant: Variant, options = {}) =>
  formOf(variant.read(options)).activities.map(({ monitoring }) => monitoring[0]?.progressTenths);

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

describe('the official form with shares of each quarter', () => {
  it('asks whether they add up when every row is the whole', () => {
    const letters = ['N', 'P', 'R', 'T'];
    const variant = form()
      .set('P10', 'SEGUNDO MONITOREO')
      .set('P11', 'CORTE JUNIO 30')
      .set('R10', 'TERCER MONITOREO')
      .set('R11', 'CORTE SEPTIEMBRE 30')
      .set('T10', 'CUARTO MONITOREO')
      .set('T11', 'CORTE DICIEMBRE 31');
    for (const letter of letters) column(variant, letter, Array<string>(7).fill('25%'));
    expect(askedOf(variant.read())).toEqual(['!accumulation → perPeriod']);
    const reports = (accumulation: string) =>
      formOf(variant.read({ answers: { accumulation } })).activities[0]?.monitoring.map(
        ({ progressTenths }) => progressTenths,
      );
    expect(reports('perPeriod')).toEqual([250, 500, 750, 1000]);
    expect(reports('cumulative')).toEqual([250, 250, 250, 250]);
  });
});

describe('a form taken without its monitoring', () => {
  it('keeps the cuts it prints, and what its cells say does not matter', () => {
    const reading = form().set('N12', 'Cumplido').set('N13', '120%').read({ withoutMonitoring: true });
    expect(formOf(reading).cuts).toHaveLength(1);
    expect(formOf(reading).activities.every(({ monitoring }) => monitoring.length === 0)).toBe(true);
  });
});
