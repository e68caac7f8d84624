import { beforeEach, describe, expect, it } from 'vitest';
import { activitiesOf, allPlans } from '../../src/db/plans.ts';
import { realFormPath } from '../world/form.ts';
import { operator } from './setup.ts';

const PLAN = [
  ['PLAN OPERATIVO ANUAL'],
  ['ENTIDAD:', 'Alcaldía de Prueba', 'VIGENCIA:', '2023'],
  ['', '', '', '', '', 'I TRIMESTRE', '', '', 'II TRIMESTRE', '', ''],
  [
    'ACTIVIDAD',
    'META',
    'RESPONSABLE',
    'FECHA INICIO',
    'FECHA FIN',
    'PROG.',
    'EJEC.',
    'OBS',
    'PROG.',
    'EJEC.',
    'OBS',
  ],
  [
    'Realizar talleres',
    'Ocho',
    'Oficina de Planeación',
    '01/01/2023',
    '31/12/2023',
    '2',
    '2',
    'Dos',
    '2',
    '1',
    'Uno',
  ],
  [
    'Publicar boletines',
    'Ocho',
    'Oficina de Prensa',
    '01/01/2023',
    '31/12/2023',
    '2',
    '2',
    'Dos',
    '2',
    '2',
    'Dos',
  ],
];
const text = (rows: readonly (readonly string[])[]) => rows.map((cells) => cells.join('\t')).join('\n');

let desk: ReturnType<typeof operator>;
beforeEach(() => {
  desk = operator('2023-08-20');
});

const plan = (rows = PLAN) => desk.file('plan.txt', text(rows));
const answers = (of: object) => desk.file('respuestas.json', JSON.stringify(of));

describe('plan read', () => {
  it('shows the official form as ready, asks nothing and stores nothing', async () => {
    const ran = await desk.types('plan', 'read', realFormPath, '--json');
    expect(ran.code).toBe(0);
    expect(ran.json()).toMatchObject({
      status: 'ready',
      plan: { code: 'PL-PC-01', fiscalYear: 2022, sheets: [] },
      cuts: [{ number: 1, date: '2022-03-31', label: 'PRIMER MONITOREO' }],
      questions: [],
      problems: [],
    });
    expect(desk.inDatabase(allPlans)).toEqual([]);
  });

  it('asks with ids and options, the likely one named, and ends with 0', async () => {
    const ran = await desk.types('plan', 'read', plan(), '--json');
    expect(ran.code).toBe(0);
    const read = ran.json() as {
      status: string;
      plan: object;
      questions: { id: string; suggested: string }[];
    };
    expect(read.status).toBe('questions');
    expect(read.plan).toMatchObject({ code: null, title: 'PLAN OPERATIVO ANUAL' });
    expect(read.questions.map(({ id, suggested }) => [id, suggested])).toEqual([
      ['code', 'POA'],
      ['block:EJEC.', 'executed'],
    ]);
    expect((await desk.types('plan', 'read', plan())).out).toContain('? [block:EJEC.] ¿Qué dice «EJEC.»');
  });

  it('ends with 1 when the file is refused, its problems in the JSON', async () => {
    const ran = await desk.types('plan', 'read', plan([['sin', 'plan']]), '--json');
    expect(ran.code).toBe(1);
    expect(ran.json()).toMatchObject({ status: 'refused', problems: [{ row: 1, column: 'A' }] });
  });

  it('ends with 2 and names an id or an option that the file does not have', async () => {
    const id = await desk.types('plan', 'read', plan(), '--answers', answers({ 'column:ZZ': 'keep' }));
    expect([id.code, id.err]).toEqual([2, 'Error: el archivo no tiene nada que se llame «column:ZZ»\n']);
    const option = await desk.types(
      'plan',
      'read',
      plan(),
      '--answers',
      answers({ 'block:EJEC.': 'avance' }),
    );
    expect([option.code, option.err]).toEqual([2, 'Error: «avance» no es respuesta para «block:EJEC.»\n']);
  });

  it('uses an answer to what is not asked, and says so', async () => {
    const ran = await desk.types(
      'plan',
      'read',
      plan(),
      '--json',
      '--answers',
      answers({ 'column:B': 'keep' }),
    );
    const read = ran.json() as {
      columns: { column: string; role: string }[];
      warnings: { message: string }[];
    };
    expect(read.columns.find(({ column }) => column === 'B')?.role).toBe('keep');
    expect(read.warnings.some(({ message }) => message.includes('«column:B»'))).toBe(true);
  });
});

describe('plan import with answers', () => {
  const given = { code: 'POA-1', 'block:EJEC.': 'executed' };

  it('stores nothing while something is asked', async () => {
    const ran = await desk.types('plan', 'import', plan());
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('executed: La cantidad ejecutada de cada corte (lo más probable)');
    expect(desk.inDatabase(allPlans)).toEqual([]);
  });

  it('stores the plan with what was planned and done, and asks nothing about the layout again', async () => {
    expect((await desk.types('plan', 'import', plan(), '--answers', answers(given))).code).toBe(0);
    expect(desk.inDatabase((db) => activitiesOf(db, 1))[0]).toMatchObject({
      planned: [
        { date: '2023-03-31', amount: 2 },
        { date: '2023-06-30', amount: 2 },
      ],
      executed: [
        { date: '2023-03-31', amount: 2 },
        { date: '2023-06-30', amount: 1 },
      ],
    });
    const again = (await desk.types('plan', 'read', plan(), '--json')).json() as {
      questions: { id: string; suggested: string }[];
      warnings: { message: string }[];
    };
    expect(again.questions.map(({ id, suggested }) => [id, suggested])).toEqual([['code', 'POA-1']]);
    const [before] = again.warnings.filter(({ message }) => message.startsWith('se leyó como la vez pasada'));
    expect(before?.message).toContain('«EJEC.» es la cantidad ejecutada de cada corte');
    const read = await desk.types('plan', 'read', plan());
    expect(read.err).toContain('Para leerlo de otra manera que la vez pasada: --answers con block:EJEC.');
  });

  it('tells the warnings of a large plan once for each kind and column', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => [
      `Realizar el taller ${index + 1}`,
      'Ocho',
      'Oficina de Planeación, Cultura y Deporte',
      ...['01/01/2023', '31/12/2023', '2', '2', 'Dos', '2', '1', 'Uno'],
    ]);
    const { err } = await desk.types('plan', 'read', plan([...PLAN.slice(0, 4), ...rows]));
    expect(err).toContain('se deja como uno solo (y 89 celdas más de la columna C).');
    expect(err.split('\n').length).toBeLessThan(25);
  });

  it('knows activities without numbers by their text', async () => {
    await desk.types('plan', 'import', plan(), '--answers', answers(given));
    const added = ['Formar líderes', 'Ocho', 'Oficina de Prensa', '01/01/2023', '31/12/2023'];
    const rows = [...PLAN.slice(0, 4), added, ...PLAN.slice(4)];
    const ran = await desk.types(
      'plan',
      'import',
      plan(rows),
      '--json',
      '--answers',
      answers({ code: 'POA-1' }),
    );
    expect(ran.json()).toMatchObject({ added: ['3'], retired: [] });
    expect(desk.inDatabase((db) => activitiesOf(db, 1)).map(({ number, name }) => [number, name])).toEqual([
      ['3', 'Formar líderes'],
      ['1', 'Realizar talleres'],
      ['2', 'Publicar boletines'],
    ]);
  });
});
