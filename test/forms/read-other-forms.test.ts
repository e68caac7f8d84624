import { describe, expect, it } from 'vitest';
import { formOf, Variant, warningsOf } from './real-form.ts';

const form = () => new Variant();

const ROWS = [12, 13, 14, 16, 17, 18, 19];

/** Sets a column of the activities, top to bottom. */
function column(variant: Variant, letter: string, texts: readonly string[]): Variant {
  ROWS.forEach((row, index) => {
    variant.set(`${letter}${row}`, texts[index] ?? '');
  });
  return variant;
}

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

describe('the forms of other entities that have the same shape', () => {
  const table = (...rows: string[][]) => {
    const variant = form();
    variant.rows = [['', 'PLAN DE ACCIÓN', 'CÓDIGO:', 'F-1', 'VIGENCIA', '2021'], [], ...rows];
    return variant;
  };
  const YEAR = ['01/01/2021', '31/12/2021'];

  it('with one text for three percentages: the text is kept beside, not given to one of them', () => {
    const reading = table(
      [
        'No.',
        'COMPONENTE',
        'ACTIVIDAD',
        'RESPONSABLE',
        'FECHA INICIO',
        'FECHA MAXIMA',
        'PRODUCTOS',
        'AVANCE A ABR 30',
        'AVANCE A AGO 31',
        'AVANCE A DIC 31',
        'OBSERVACIONES',
      ],
      ['1', 'Riesgos', 'Publicar', 'Secretaria', ...YEAR, 'Mapa', '10%', '20%', '100%', 'Publicado'],
    ).read();
    expect(formOf(reading).activities[0]).toMatchObject({
      target: 'Mapa',
      extra: [
        { heading: 'COMPONENTE', text: 'Riesgos' },
        { heading: 'OBSERVACIONES', text: 'Publicado' },
      ],
      monitoring: [
        { cut: 1, progressTenths: 100, observation: '' },
        { cut: 2, progressTenths: 200, observation: '' },
        { cut: 3, progressTenths: 1000, observation: '' },
      ],
    });
  });

  it('with the cuts in a row above the headings', () => {
    const reading = table(
      [
        '',
        '',
        '',
        '',
        '',
        '',
        'Seguimiento O.C.I I Cuatrimestre',
        '',
        'Seguimiento O.C.I II Cuatrimestre',
        '',
      ],
      [
        'N°',
        'Actividades Programadas',
        'Meta Producto',
        'Responsable',
        'Fecha inicio',
        'Fecha Programada',
        '% de Avance',
        'Observaciones',
        '% de Avance',
        'Observaciones',
      ],
      ['1.1', 'Publicar', 'Mapa', 'Secretaria', ...YEAR, '50%', 'Va', '60%', 'Sigue'],
    ).read();
    expect(formOf(reading).activities[0]).toMatchObject({
      number: '1.1',
      monitoring: [
        { cut: 1, progressTenths: 500, observation: 'Va' },
        { cut: 2, progressTenths: 600, observation: 'Sigue' },
      ],
    });
    expect(formOf(reading).cuts.map(({ date }) => date)).toEqual(['2021-04-30', '2021-08-31']);
  });

  it('with groups of percentages, texts and evidence, each by quarter', () => {
    const reading = table(
      [
        'Actividad',
        '',
        'Meta',
        'Responsable',
        'Ponderación',
        'Duración',
        '',
        'Avance',
        '',
        'Descripción de actividades',
        '',
        'Evidencias',
        '',
      ],
      [
        'No.',
        'Actividad',
        '',
        '',
        '',
        'Fecha inicial',
        'Fecha Final',
        'Trimestre I',
        'Trimestre II',
        'Trimestre I',
        'Trimestre II',
        'Trimestre I',
        'Trimestre II',
      ],
      ['1', 'Publicar', 'Mapa', 'Jefe', '20%', ...YEAR, '50%', '60%', 'Va', 'Sigue', 'a.pdf', 'b.pdf'],
    ).read();
    expect(formOf(reading).activities[0]).toMatchObject({
      weight: 20,
      extra: [
        { heading: 'Evidencias Trimestre I', text: 'a.pdf' },
        { heading: 'Trimestre II (Evidencias)', text: 'b.pdf' },
      ],
      monitoring: [
        { cut: 1, progressTenths: 500, observation: 'Va' },
        { cut: 2, progressTenths: 600, observation: 'Sigue' },
      ],
    });
  });

  it('with an apostrophe before numbers, dates and percentages', () => {
    const reading = table(
      ['No', 'Actividad', 'Meta', 'Responsable', 'Fecha inicio', 'Fecha fin', 'Primer monitoreo', ''],
      ["'1", 'Publicar', 'Mapa', 'Jefe', "'01/01/2021", '31/12/2021', "'5%", 'Va'],
    ).read();
    expect(formOf(reading).activities[0]).toMatchObject({
      number: '1',
      start: '2021-01-01',
      monitoring: [{ progressTenths: 50 }],
    });
  });
});

describe('a year that is none of its activities', () => {
  it('is told, since the plan would be another', () => {
    const reading = form().set('J7', '2023').read();
    expect(formOf(reading).fiscalYear).toBe(2023);
    expect(warningsOf(reading)).toEqual([
      'Fila 12, columna G: la vigencia es 2023 y ninguna actividad tiene fechas de ese año; revise cuál de las dos está mal.',
    ]);
    const one = form().set('J7', '2023').set('H14', '31/01/2023').read();
    expect(warningsOf(one)).toEqual([]);
  });
});
