import { beforeEach, describe, expect, it } from 'vitest';
import { linkAccount } from '../../src/db/accounts.ts';
import { rowByKey } from '../../src/db/announce.ts';
import { plannedCut } from '../../src/db/plans.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { Variant } from '../forms/real-form.ts';
import { realFormPath } from '../world/form.ts';
import { operator } from './setup.ts';

let desk: ReturnType<typeof operator>;
beforeEach(async () => {
  desk = operator('2022-03-14');
  await desk.types('plan', 'import', realFormPath, '--without-monitoring');
});

const data = async (...args: string[]) => (await desk.types(...args, '--json')).json();
const importYear = (year: number) => {
  const text = new Variant().text();
  return desk.types('plan', 'import', desk.file('other.txt', text.replaceAll('2022', String(year))));
};

describe('cut list', () => {
  it('gives the dates and the state of every cut, in English for programs and in Spanish for people', async () => {
    desk.goTo('2022-04-04');
    expect(await data('cut', 'list')).toMatchObject([
      {
        plan: 'PL-PC-01/2022',
        cut: 1,
        date: '2022-03-31',
        opens: '2022-03-16',
        closing: '2022-03-31',
        lastDay: '2022-04-07',
        state: 'grace',
      },
      { cut: 2, state: 'scheduled' },
      { cut: 3 },
      { cut: 4, date: '2022-12-31', closing: '2023-01-02', lastDay: '2023-01-10' },
    ]);
    expect((await desk.types('cut', 'list')).out).toMatch(/2022-04-07 {2}en gracia\n/);
  });
});

describe('the plan and the cut of a command', () => {
  it.each([['1'], ['PL-PC-01'], ['pl-pc-01/2022']])('finds the plan by %s', async (named) => {
    expect(await data('summary', '--plan', named, '--cut', '1')).toMatchObject({
      plan: 'PL-PC-01/2022',
      cut: 1,
    });
  });

  it('takes the current cut without a name: the latest to have opened', async () => {
    desk.goTo('2022-07-20');
    expect(await data('summary')).toMatchObject({ cut: 2 });
    expect(await data('summary', '--cut', 'Marzo')).toMatchObject({ cut: 1 });
  });

  it('says when the first cut opens while none is open yet', async () => {
    expect((await desk.types('summary')).err).toBe(
      'Error: todavía no ha abierto ningún corte; el primero abre el 16 de marzo de 2022. Nombre uno con --cut\n',
    );
  });

  it('needs the year where a code has two, and lists them', async () => {
    await importYear(2023);
    const doubtful = await desk.types('cut', 'close', '--cut', '1', '--plan', 'PL-PC-01', '--reason', 'x');
    expect(doubtful).toMatchObject({ code: 1 });
    expect(doubtful.err).toContain('PL-PC-01/2022, PL-PC-01/2023');
    expect(await data('summary', '--plan', 'PL-PC-01/2023', '--cut', '1')).toMatchObject({
      date: '2023-03-31',
    });
  });

  it('lists the plans or cuts when the named one does not exist', async () => {
    expect((await desk.types('report', 'list', '--plan', 'XX')).err).toContain('PL-PC-01/2022');
    expect((await desk.types('report', 'list', '--cut', '5')).err).toContain('4 (31 de diciembre de 2022)');
  });
});

describe('cut reopen and cut close', () => {
  const actsOf = () => desk.inDatabase((db) => plannedCut(db, 1)?.acts);

  it('reopens the activities named for five working days, unless a last day is named', async () => {
    desk.goTo('2022-04-11');
    const reopen = ['cut', 'reopen', '--cut', '1', '--reason', 'Lo pide el alcalde', '--activity'];
    expect((await desk.types(...reopen, '2', '3')).out).toContain(
      'las actividades 2 y 3 hasta el 20 de abril de 2022',
    );
    expect((await desk.types(...reopen, '4', '--until', '2022-04-29')).code).toBe(0);
    expect(actsOf()).toEqual([
      { kind: 'reopen', at: momentAt('2022-04-11', 10), lastDay: '2022-04-20', activityIds: [2, 3] },
      { kind: 'reopen', at: momentAt('2022-04-11', 10), lastDay: '2022-04-29', activityIds: [4] },
    ]);
    expect(await data('cut', 'list')).toMatchObject([
      { cut: 1, state: 'grace', lastDay: '2022-04-29' },
      {},
      {},
      {},
    ]);
  });

  it.each([
    ['an activity the plan does not have', ['--activity', '1', '--activity', '12'], '12'],
    ['a last day in the past', ['--activity', '1', '--until', '2022-04-10'], '2022-04-11'],
    ['a last day that is no date', ['--activity', '1', '--until', '29/04/2022'], 'fecha'],
    ['an empty reason', ['--activity', '1', '--reason', ' '], '--reason'],
    ['a cut that has not opened', ['--activity', '1', '--cut', '2'], 'no ha abierto'],
  ])('does not reopen for %s', async (_what, args, told) => {
    desk.goTo('2022-04-11');
    const ran = await desk.types('cut', 'reopen', '--cut', '1', '--reason', 'x', ...args);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(told);
    expect(actsOf()).toEqual([]);
  });

  it('closes an open cut at that moment, once', async () => {
    desk.goTo('2022-03-28');
    expect((await desk.types('cut', 'close', '--cut', 'marzo', '--reason', 'Todo está')).code).toBe(0);
    expect(actsOf()).toEqual([{ kind: 'close', at: momentAt('2022-03-28', 10) }]);
    desk.goTo('2022-03-28', 11);
    expect(await data('cut', 'list')).toMatchObject([
      { state: 'closed', closing: '2022-03-28', lastDay: '2022-03-28' },
      {},
      {},
      {},
    ]);
    expect((await desk.types('cut', 'close', '--cut', '1', '--reason', 'otra vez')).err).toContain(
      'ya está cerrado',
    );
  });
});

describe('holiday add and holiday list', () => {
  it('adds a local day off, which moves what falls on it', async () => {
    expect((await desk.types('holiday', 'add', '2022-03-31', 'Día', 'cívico')).code).toBe(0);
    expect(await data('cut', 'list')).toMatchObject([
      { closing: '2022-04-01', lastDay: '2022-04-08' },
      {},
      {},
      {},
    ]);
    expect(await data('holiday', 'list', '2022')).toContainEqual({
      date: '2022-03-31',
      name: 'Día cívico',
      kind: 'local',
    });
  });

  it('lists the holidays of the law of this year by date', async () => {
    const holidays = (await data('holiday', 'list')) as { date: string }[];
    expect(holidays).toHaveLength(18);
    expect(holidays[0]).toEqual({ date: '2022-01-01', name: 'Año Nuevo', kind: 'national' });
    expect(holidays.map((each) => each.date)).toEqual(holidays.map((each) => each.date).sort());
  });

  it.each([
    ['2022-02-30', '«2022-02-30» no es una fecha'],
    ['2022-07-20', 'Día de la Independencia'],
    ['2022-07-23', 'fin de semana'],
  ])('refuses %s', async (date, told) => {
    expect((await desk.types('holiday', 'add', date, 'Fiesta')).err).toContain(told);
  });

  it('refuses a day that is off already, naming why', async () => {
    await desk.types('holiday', 'add', '2022-03-30', 'Día cívico');
    expect((await desk.types('holiday', 'add', '2022-03-30', 'Otra cosa')).err).toContain('Día cívico');
  });
});

describe('holiday remove', () => {
  it('takes back a local day off that is still to come, and says which cuts move', async () => {
    await desk.types('holiday', 'add', '2022-03-31', 'Día', 'cívico');
    const { out } = await desk.types('holiday', 'remove', '2022-03-31');
    expect(out).toContain('vuelve a ser día hábil (era Día cívico)');
    expect(out).toContain('Corte 1 de PL-PC-01/2022: cierra 2022-03-31 (antes 2022-04-01)');
    expect(await data('cut', 'list')).toMatchObject([
      { closing: '2022-03-31', lastDay: '2022-04-07' },
      {},
      {},
      {},
    ]);
  });

  it.each([
    ['2022-03-18', 'no es un día no hábil'],
    ['2022-03-21', 'festivo por ley'],
    ['31 de marzo', 'no es una fecha'],
    ['2022-03-11', 'ya llegó'],
  ])('refuses %s', async (date, told) => {
    await desk.types('holiday', 'add', '2022-03-11', 'Elecciones');
    expect((await desk.types('holiday', 'remove', date)).err).toContain(told);
  });

  it('refuses to remove a past day when a closed cut would take reports again', async () => {
    desk.goTo('2022-04-08');
    const ran = await desk.types('holiday', 'add', '2022-04-06', 'Duelo');
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.err).toContain('volvería a recibir reportes');
    desk.goTo('2022-04-18');
    expect((await desk.types('holiday', 'add', '2022-04-06', 'Duelo')).code).toBe(0);
  });
});

describe('plan set', () => {
  const set = (...args: string[]) => desk.types('plan', 'set', ...args);

  it('moves the dates of cuts, and everything that depends on them', async () => {
    const { code, out } = await set('--cut', '1=2022-04-15', '2=2022-07-15', '--opening-days', '10');
    expect(code).toBe(0);
    expect(out).toContain(
      'PL-PC-01/2022: abre 10 días antes, 5 días hábiles de gracia, con aprobación. Los cambios del plan los acepta otra persona de Planeación o, si no hay, la alcaldía.',
    );
    expect(out).toContain('Corte 1 de PL-PC-01/2022: fecha 2022-04-15 (antes 2022-03-31)');
    // It is Good Friday, so the cut closes on the Monday.
    expect(await data('cut', 'list')).toMatchObject([
      { cut: 1, date: '2022-04-15', opens: '2022-04-05', closing: '2022-04-18', lastDay: '2022-04-25' },
      { cut: 2, date: '2022-07-15', opens: '2022-07-05' },
      { cut: 3, opens: '2022-09-20' },
      {},
    ]);
    expect(await data('plan', 'list')).toMatchObject([{ openingDays: 10, graceWorkingDays: 5 }]);
  });

  it('keeps what was set when the same form comes again, and says so', async () => {
    await set('--cut', '1=2022-04-15');
    const again = await desk.types('plan', 'import', realFormPath, '--without-monitoring');
    expect(again.out).toContain('Nada cambió');
    expect(again.out).toContain('El corte del 15 de abril de 2022 se conserva');
    expect(await data('cut', 'list')).toMatchObject([{ date: '2022-04-15' }, {}, {}, {}]);
  });

  it('tries without storing', async () => {
    expect(await data('plan', 'set', '--grace-days', '0', '--dry-run')).toMatchObject({
      graceWorkingDays: 0,
      cuts: [{ cut: 1, lastDay: '2022-03-31' }, {}, {}, {}],
      stored: false,
    });
    expect(await data('plan', 'list')).toMatchObject([{ graceWorkingDays: 5 }]);
  });

  it('keeps the days of past cuts, and the opening of an open one', async () => {
    desk.goTo('2022-06-20');
    expect((await set('--opening-days', '5', '--grace-days', '2', '--approval', 'no')).code).toBe(0);
    expect(await data('cut', 'list')).toMatchObject([
      { opens: '2022-03-16', lastDay: '2022-04-07' },
      { opens: '2022-06-15', lastDay: '2022-07-05', state: 'open' },
      { opens: '2022-09-25' },
      {},
    ]);
    expect(await data('plan', 'list')).toMatchObject([{ needsApproval: false, mayorAcceptsChanges: false }]);
    expect((await set('--mayor-accepts-changes', 'yes')).code).toBe(0);
    expect(await data('plan', 'list')).toMatchObject([{ mayorAcceptsChanges: true }]);
  });

  it.each([
    ['nothing', [], 'nada que cambiar'],
    ['days that are none', ['--opening-days', '-3'], '1 a 60'],
    ['days in words', ['--grace-days', 'cinco'], '0 a 30'],
    ['a cut without a date', ['--cut', '1'], '1=2026-04-15'],
    ['a date that does not exist', ['--cut', '2=2022-06-31'], 'no es una fecha'],
    ['a cut the plan does not have', ['--cut', '5=2022-12-31'], 'no tiene un corte 5'],
    ['another year', ['--cut', '4=2024-12-31'], 'del 2022 o de la primera mitad del 2023'],
    ['an order that turns round', ['--cut', '2=2022-10-15'], 'el corte 3 quedaría antes'],
    ['a closed cut', ['--cut', '1=2022-04-30'], 'el corte 1 ya cerró'],
    ['an open cut that would be over', ['--cut', '2=2022-06-17'], 'cut close'],
  ])('refuses %s, and changes nothing', async (_what, args, told) => {
    desk.goTo('2022-06-20');
    const before = await data('cut', 'list');
    const ran = await set(...args);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(told);
    expect(await data('cut', 'list')).toEqual(before);
  });

  it('keeps the date of a cut that has reports', async () => {
    await desk.types('plan', 'import', realFormPath);
    expect((await set('--cut', '1=2022-04-15')).err).toContain('el corte 1 ya tiene reportes');
  });
});

describe('activity set and activity list', () => {
  const first = async (number = '1') => {
    const all = await data('activity', 'list');
    return Array.isArray(all) ? all.find((each) => each.activity === number) : undefined;
  };

  it('programs an activity with or without a measure, and lets its dates decide again', async () => {
    expect(await first()).toMatchObject({
      measure: null,
      keeps: false,
      programmedBy: 'dates',
      programmed: [],
    });
    const done = await desk.types(
      'activity',
      'set',
      '--activity',
      '1',
      '--program',
      '4 talleres: 1; 1; 1; 1',
    );
    expect(done.out).toBe('n.º 1: 1, 2, 3, 4 de 4 talleres. Los cortes aprobados quedan como están.\n');
    expect(await first()).toMatchObject({
      measure: 'talleres',
      yearAmount: 4,
      programmedBy: 'set',
      programmed: [
        { cut: 1, date: '2022-03-31', progress: 25, amount: 1 },
        { cut: 2, progress: 50, amount: 2 },
        { cut: 3, progress: 75, amount: 3 },
        { cut: 4, progress: 100, amount: 4 },
      ],
    });
    await desk.types('activity', 'set', '--activity', '2', '--permanent', 'yes');
    expect(await first('2')).toMatchObject({ keeps: true, programmed: [] });
    expect((await desk.types('activity', 'list')).out).toMatch(/ {2}2 .* permanente\n/);
    expect(await data('activity', 'set', '--activity', '1', '--by-dates')).toMatchObject({ measure: null });
    expect((await desk.types('audit')).out).toContain('programó la actividad');
  });

  it('refuses what it cannot read, two things at once and an activity that is not there', async () => {
    const refused = async (...args: string[]) => (await desk.types('activity', 'set', ...args)).err;
    expect(await refused('--activity', '1', '--program', '25, 50')).toContain('escriba 4 cifras');
    expect(await refused('--activity', '1')).toContain('diga una sola cosa');
    expect(await refused('--activity', '1', '--by-dates', '--permanent', 'yes')).toContain('una sola cosa');
    expect(await refused('--activity', '9', '--by-dates')).toContain('no tiene la actividad 9');
  });
});

describe('cut exclude and cut include', () => {
  it('takes an activity out of a cut and puts it back', async () => {
    const exclude = ['cut', 'exclude', '--cut', '1', '--activity', '3', '--reason', 'va en junio'];
    expect((await desk.types(...exclude)).code).toBe(0);
    desk.goTo('2022-03-20');
    expect(await data('summary')).toMatchObject({
      activities: 6,
      leftOut: [{ activity: '3', why: 'notScheduled', reason: 'va en junio' }],
    });
    expect((await desk.types(...exclude)).err).toContain('ya no se programó');
    expect((await desk.types('cut', 'include', '--cut', '1', '--activity', '3')).code).toBe(0);
    expect(await data('summary')).toMatchObject({ activities: 7, leftOut: [] });
    expect((await desk.types('cut', 'include', '--cut', '1', '--activity', '3')).err).toContain(
      'sí se pregunta',
    );
    desk.goTo('2022-04-20');
    expect((await desk.types(...exclude)).err).toContain('ya no recibe reportes');
  });
});

describe('remind --person', () => {
  it('reminds one person only', async () => {
    for (const [n, name] of [
      [1, 'Ana'],
      [2, 'Berta'],
    ] as const) {
      await desk.types('person', 'add', '--name', name, '--position', String(n));
      desk.inDatabase((db) => linkAccount(db, n, { userId: 70 + n, name }, '1', momentAt('2022-03-14', 9)));
    }
    desk.goTo('2022-03-17');
    expect(await data('remind', '--person', '2')).toMatchObject({ queued: [{ name: 'Berta' }] });
    expect(await data('remind')).toMatchObject({
      queued: [{ name: 'Ana' }],
      alreadyToday: [{ name: 'Berta' }],
    });
    expect((await desk.types('remind', '--person', '9')).err).toContain('1 Ana');
  });
});

describe('summary and remind', () => {
  it('prints the figures of the real form', async () => {
    await desk.types('plan', 'import', realFormPath);
    desk.goTo('2022-04-01');
    expect(await data('summary')).toMatchObject({
      progress: 28.6,
      expected: 24.7,
      reported: 7,
      activities: 7,
      coverage: { onTime: 0, late: 0, imported: 7, missing: 0 },
      trafficLights: { green: 2, yellow: 0, red: 5, grey: 0 },
    });
    const { out } = await desk.types('summary');
    expect(out).toContain('28,6 %');
    expect(out).not.toMatch(/<\/?[bi]>|&amp;/);
  });

  it('queues one reminder per person and day, and says who had one already', async () => {
    await desk.types('person', 'add', '--name', 'Ana', '--position', '1');
    desk.inDatabase((db) => linkAccount(db, 1, { userId: 77, name: 'ana' }, '1', momentAt('2022-03-14', 9)));
    desk.goTo('2022-03-17');
    expect(await data('remind')).toMatchObject({ queued: [{ id: 1, name: 'Ana' }], alreadyToday: [] });
    expect(await data('remind', '--cut', '1')).toMatchObject({ queued: [], alreadyToday: [{ id: 1 }] });
    expect(desk.inDatabase((db) => rowByKey(db, 'reminder:1:2022-03-17'))).toMatchObject({
      chatId: 77,
      state: 'waiting',
    });
  });
});
