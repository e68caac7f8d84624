import { beforeEach, describe, expect, it } from 'vitest';
import { linkAccount } from '../../src/db/accounts.ts';
import { rowByKey } from '../../src/db/outbox.ts';
import { plannedCut } from '../../src/db/plans.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { Variant } from '../forms/real-form.ts';
import { operator, REAL_FORM } from './setup.ts';

let desk: ReturnType<typeof operator>;
beforeEach(async () => {
  desk = operator('2022-03-14');
  await desk.types('plan', 'import', REAL_FORM, '--without-monitoring');
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

  it('says when the first cut opens while none has', async () => {
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

  it('lists what there is when a plan or a cut does not exist', async () => {
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

describe('summary and remind', () => {
  it('prints the figures of the real form', async () => {
    await desk.types('plan', 'import', REAL_FORM);
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

  it('queues one reminder a person and day, and says who had theirs', async () => {
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
