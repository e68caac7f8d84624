import { beforeEach, describe, expect, it } from 'vitest';
import { addPerson, assign } from '../../src/db/assignments.ts';
import { cutsOf } from '../../src/db/plan-changes.ts';
import { activitiesOf, allPlans } from '../../src/db/plans.ts';
import { addReport } from '../../src/db/reports.ts';
import { Variant } from '../forms/real-form.ts';
import { realFormPath } from '../world/form.ts';
import { operator } from './setup.ts';

const OBSERVATIONS = [
  'No se ha realizado la caracterizacion',
  'Plan de participacion ciudadana publicado en el portal web de la Alcaldia Distrital por daños de la pagina web de la Localidad',
  'Informe de gestion publicado en el portal web de la Alcaldia Distrital por daños de la pagina web de la Localidad',
  'No se ha realizado las campañas informativas de participacion ciudadana',
  'No se ha realizado el ejercicio de participacion',
  'No se ha convocado a las veedurias ciudadanas',
  'En construcción',
];

let desk: ReturnType<typeof operator>;
beforeEach(() => {
  desk = operator('2022-04-20');
});

const importText = (form: Variant, ...flags: string[]) =>
  desk.types('plan', 'import', desk.file('form.txt', form.text()), '--json', ...flags);

describe('plan import of the real form', () => {
  it('stores the seven percentages and observations of the first monitoring, as imported', async () => {
    expect(await desk.types('plan', 'import', realFormPath)).toMatchObject({ code: 0 });
    const reports = (await desk.types('report', 'list', '--json')).json();
    expect(reports).toEqual(
      [0, 100, 100, 0, 0, 0, 0].map((progress, index) => ({
        plan: 'PL-PC-01/2022',
        activity: String(index + 1),
        cut: 1,
        date: '2022-03-31',
        progress,
        observation: OBSERVATIONS[index],
        late: false,
        reportedBy: null,
        reportedAt: '2022-04-20T10:00:00-05:00',
      })),
    );
  });

  it('prints the plan, its positions with their numbers, its cuts and the mended words', async () => {
    const { out, err } = await desk.types('plan', 'import', realFormPath);
    expect(out).toContain('PL-PC-01/2022 · Plan de Participación Ciudadana 2022');
    expect(out).toContain('7 actividades');
    expect(out).toContain('  1  Profesional Gestion Participacion Ciudadana');
    expect(out).toContain('  3  lider de participacion ciudadana');
    expect(out).toContain('4. 31 de diciembre de 2022');
    expect(out).toContain('7 reportes importados');
    expect(err).toContain('«tecnologi cos» se lee «tecnologicos»');
  });

  it('changes nothing the second time, and says so', async () => {
    await desk.types('plan', 'import', realFormPath);
    const before = desk.inDatabase((db) => activitiesOf(db, 1));
    desk.goTo('2022-05-02');
    const again = await desk.types('plan', 'import', realFormPath);
    expect(again.code).toBe(0);
    expect(again.out).toContain('Nada cambió');
    expect(desk.inDatabase((db) => activitiesOf(db, 1))).toEqual(before);
    expect((await desk.types('report', 'list', '--all', '--json')).json()).toHaveLength(7);
    expect(desk.inDatabase(allPlans)).toHaveLength(1);
  });

  it('leaves the first cut empty without monitoring, and fills it from the form afterwards', async () => {
    await desk.types('plan', 'import', realFormPath, '--without-monitoring');
    expect((await desk.types('report', 'list', '--json')).json()).toEqual([]);
    const later = (await desk.types('plan', 'import', realFormPath, '--json')).json();
    expect(later).toMatchObject({ new: false, unchanged: false, added: [], changed: [] });
    expect((await desk.types('report', 'list', '--json')).json()).toHaveLength(7);
  });

  it('stores nothing in a dry run', async () => {
    const trial = await desk.types('plan', 'import', realFormPath, '--dry-run');
    expect(trial.code).toBe(0);
    expect(trial.out).toContain('no se guardó nada');
    expect(desk.inDatabase(allPlans)).toEqual([]);
  });
});

describe('plan import of a form with monitoring of cuts that have not opened', () => {
  // On 20 April 2022 the second cut, of 30 June, has eight weeks to go until it opens.
  const blocks = () =>
    new Variant()
      .set('P10', 'SEGUNDO MONITOREO')
      .set('P11', 'CORTE JUNIO 30')
      .set('R10', 'CUARTO MONITOREO')
      .set('R11', 'CORTE DICIEMBRE 31');
  const secondToo = () => blocks().set('P12', '30%').set('Q12', 'Encuesta en marcha');
  const ahead = () => secondToo().set('R13', '90%').set('S13', 'Casi listo');
  const notice =
    'Trae monitoreo de cortes que todavía no han abierto: 30 de junio de 2022 y 31 de diciembre de 2022.';

  it('names those cuts, in a dry run or stored, for people and for programs', async () => {
    const file = desk.file('form.txt', ahead().text());
    const tried = await desk.types('plan', 'import', file, '--dry-run', '--json');
    expect(tried.json()).toMatchObject({
      unopenedCuts: [
        { cut: 2, date: '2022-06-30' },
        { cut: 4, date: '2022-12-31' },
      ],
    });
    expect((await desk.types('plan', 'import', file, '--dry-run')).out).toContain(notice);
    expect((await desk.types('plan', 'import', file)).out).toContain(notice);
    expect((await desk.types('report', 'list', '--json')).json()).toHaveLength(9);
  });

  it('does not mention them when they have opened, the monitoring is left out, or nothing is new', async () => {
    expect((await importText(new Variant(), '--dry-run')).json()).toMatchObject({ unopenedCuts: [] });
    const file = desk.file('form.txt', ahead().text());
    const without = await desk.types('plan', 'import', file, '--dry-run', '--without-monitoring');
    expect(without.out).not.toContain('todavía no han abierto');
    await desk.types('plan', 'import', file);
    expect((await desk.types('plan', 'import', file)).out).not.toContain('todavía no han abierto');
  });

  it('names a single cut in the singular, until the hour when it opens', async () => {
    const file = desk.file('form.txt', secondToo().text());
    desk.goTo('2022-06-15', 7);
    expect((await desk.types('plan', 'import', file, '--dry-run')).out).toContain(
      'Trae monitoreo de un corte que todavía no ha abierto: 30 de junio de 2022.',
    );
    desk.goTo('2022-06-15', 8);
    expect((await desk.types('plan', 'import', file, '--dry-run')).out).not.toContain('Trae monitoreo');
  });
});

describe('plan import of a form that cannot be taken', () => {
  it('reports every problem with its row and column, and stores nothing', async () => {
    const broken = new Variant().set('F12', 'x').set('G13', 'pronto').set('N14', 'Cumplido');
    const ran = await importText(broken);
    expect(ran.code).toBe(1);
    expect(ran.out).toBe('');
    expect(ran.err).toContain('Fila 13, columna G');
    expect(ran.err).toContain('Fila 14, columna N');
    expect(ran.err.trimEnd().split('\n').at(-1)).toBe(
      'Error: el formato tiene 2 problemas; no se guardó nada',
    );
    expect(desk.inDatabase(allPlans)).toEqual([]);
  });

  it('asks for --fractions where numbers are ambiguous, and reads them with it', async () => {
    const form = new Variant();
    for (const row of [12, 13, 14, 16, 17, 18, 19]) form.set(`N${row}`, row === 12 ? '0,5' : '1');
    const refused = await importText(form);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toContain('--fractions');
    expect(await importText(form, '--fractions')).toMatchObject({ code: 0 });
    expect((await desk.types('report', 'list', '--json')).json()).toMatchObject([
      { progress: 50 },
      { progress: 100 },
      {},
      {},
      {},
      {},
      {},
    ]);
  });

  it('names a missing file in one line', async () => {
    const { code, err } = await desk.types('plan', 'import', '/no/such/file.txt');
    expect([code, err]).toEqual([1, 'Error: no existe el archivo /no/such/file.txt\n']);
  });
});

describe('plan import of a corrected form', () => {
  beforeEach(async () => {
    await desk.types('plan', 'import', realFormPath);
  });

  it('changes the cells that changed and keeps the reports', async () => {
    const corrected = new Variant()
      .set('C12', 'Dos informes')
      .set('D13', 'Jefe de Planeación')
      .set('O4', '2.0');
    expect((await importText(corrected)).json()).toMatchObject({
      new: false,
      header: ['version'],
      changed: [
        { activity: '1', fields: ['target'] },
        { activity: '2', fields: ['responsible', 'positions'] },
      ],
      added: [],
      retired: [],
      reports: [],
      differing: [],
    });
    expect((await desk.types('report', 'list', '--json')).json()).toHaveLength(7);
    expect((await importText(corrected)).json()).toMatchObject({ unchanged: true });
  });

  it('retires a missing activity, and restores it when it returns', async () => {
    expect((await importText(new Variant().removeRow(19))).json()).toMatchObject({
      retired: ['7'],
      activities: 6,
    });
    expect((await desk.types('plan', 'list', '--json')).json()).toMatchObject([{ activities: 6 }]);
    expect((await importText(new Variant())).json()).toMatchObject({
      changed: [{ activity: '7', fields: ['back'] }],
    });
  });

  it('lists the differences from the reports and overwrites nothing', async () => {
    const other = await importText(new Variant().set('N12', '40%'));
    expect(other.json()).toMatchObject({
      unchanged: true,
      differing: [{ activity: '1', cut: 1, stored: { progress: 0 }, form: { progress: 40 } }],
    });
    expect((await desk.types('report', 'list', '--json')).json()).toMatchObject([
      { progress: 0 },
      {},
      {},
      {},
      {},
      {},
      {},
    ]);
  });

  it('does not overwrite a person’s report', async () => {
    desk.inDatabase((db) => {
      const [cut] = cutsOf(db, 1);
      const [first] = activitiesOf(db, 1);
      const person = addPerson(db, 'Ana', 0);
      assign(db, person.id, { positionId: 1 }, 0);
      if (!cut || !first) throw new Error('no plan');
      const revision = {
        activityId: first.id,
        cutId: cut.id,
        origin: 'chat',
        personId: person.id,
        late: true,
      } as const;
      addReport(db, {
        ...revision,
        progress: 333,
        observation: 'Tercera parte',
        moment: 1_650_000_000_000,
        recordedAt: 0,
      });
    });
    expect((await importText(new Variant())).json()).toMatchObject({
      reports: [],
      differing: [{ activity: '1' }],
    });
    expect((await desk.types('report', 'list', '--all', '--json')).json()).toMatchObject([
      { activity: '1', reportedBy: null },
      {
        activity: '1',
        progress: 33.3,
        reportedBy: 'Ana',
        late: false,
        reportedAt: '2022-04-15T00:20:00-05:00',
      },
      {},
      {},
      {},
      {},
      {},
      {},
    ]);
  });

  it('asks which activity it is when the text differs much, and changes nothing meanwhile', async () => {
    const other = new Variant().set('B14', 'Construir tres parques en el barrio').set('C12', 'Dos informes');
    const ran = await importText(other);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('[same:3] ¿Qué actividad guardada es la n.º 3 del archivo');
    expect(desk.inDatabase((db) => activitiesOf(db, 1))[0]?.target).toContain('Un (1) Informe');
    const answers = (option: string) => desk.file('respuestas.json', JSON.stringify({ 'same:3': option }));
    expect((await importText(other, '--answers', answers('8'))).code).toBe(2);
    expect((await importText(other, '--answers', answers('new'))).json()).toMatchObject({
      added: ['3'],
      retired: ['3 (anterior)'],
    });
  });

  it('parts a name at «y» when each part is a position of an earlier plan', async () => {
    const other = new Variant().set('O3', 'PL-PC-02');
    for (const row of [12, 13, 14, 16, 17, 18, 19])
      other.set(`D${row}`, 'Lider de rendicion de cuentas y lider de participacion ciudadana');
    expect((await importText(other)).json()).toMatchObject({
      plan: 'PL-PC-02/2022',
      positions: [
        { number: 2, new: false },
        { number: 3, new: false },
      ],
    });
    expect((await desk.types('position', 'list', '--json')).json()).toHaveLength(3);
  });
});
