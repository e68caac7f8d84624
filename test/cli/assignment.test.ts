import { beforeEach, describe, expect, it } from 'vitest';
import { linkAccount } from '../../src/db/accounts.ts';
import { outbox } from '../../src/db/schema/index.ts';
import { realFormPath } from '../world/form.ts';
import { operator } from './setup.ts';

let desk: ReturnType<typeof operator>;
beforeEach(async () => {
  desk = operator('2022-03-14');
  await desk.types('plan', 'import', realFormPath, '--without-monitoring');
  await desk.types('person', 'add', '--name', 'Ana Arboleda', '--position', '1');
  await desk.types('person', 'add', '--name', 'Berta Ruiz', '--position', '2');
  await desk.types('person', 'add', '--name', 'Julio Biojó', '--role', 'mayor');
  await desk.types('person', 'add', '--name', 'Diana Mina', '--role', 'coordinator');
});
const set = (...args: string[]) => desk.types('assignment', 'set', ...args);
const end = (...args: string[]) => desk.types('assignment', 'end', ...args);
const holders = async () => {
  const all = (await desk.types('position', 'list', '--json')).json() as {
    number: number;
    holders: { name: string }[];
  }[];
  return all.map((each) => each.holders.map((holder) => holder.name));
};
type Listed = { name: string; roles: string[]; assignments: Record<string, unknown>[] };
const people = async () => (await desk.types('person', 'list', '--json')).json() as Listed[];
const named = async (name: string) => (await people()).find((each) => each.name.startsWith(name));

describe('assignment set', () => {
  it('gives a position to another person, ending the old assignment', async () => {
    const ran = await set('--position', '1', '--person', '2');
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.out).toBe(
      'Berta Ruiz queda a cargo de «Profesional Gestion Participacion Ciudadana» desde ahora, en lugar de Ana Arboleda.\n',
    );
    expect(await holders()).toEqual([['Berta Ruiz'], ['Berta Ruiz'], []]);
    expect(await named('Ana')).toMatchObject({ roles: [], assignments: [] });
  });

  it('adds a second holder with --add', async () => {
    expect((await set('--position', '1', '--person', '2', '--add')).code).toBe(0);
    expect((await holders())[0]).toEqual(['Ana Arboleda', 'Berta Ruiz']);
  });

  it('ends the named ones of several holders, else all', async () => {
    await set('--position', '1', '--person', '2', '--add');
    await set('--position', '1', '--person', '4', '--instead', '1');
    expect((await holders())[0]).toEqual(['Berta Ruiz', 'Diana Mina']);
    await set('--position', '1', '--person', '1');
    expect((await holders())[0]).toEqual(['Ana Arboleda']);
  });

  it('is an encargo with --until: it begins and returns by itself', async () => {
    const ran = await set(
      ...['--position', '1', '--person', '2', '--from', '2022-03-20', '--until', '5 de abril', '--json'],
    );
    expect(ran.json()).toMatchObject({
      person: 2,
      position: 1,
      role: null,
      from: '2022-03-20T00:00:00-05:00',
      until: '2022-04-05',
      acting: true,
      inPlaceOf: 1,
      contractEnd: null,
      instead: [1],
    });
    for (const [day, holder] of [
      ['2022-03-19', 'Ana Arboleda'],
      ['2022-03-20', 'Berta Ruiz'],
      ['2022-04-05', 'Berta Ruiz'],
      ['2022-04-06', 'Ana Arboleda'],
    ] as const) {
      desk.goTo(day, 0);
      expect((await holders())[0], day).toEqual([holder]);
      desk.goTo(day, 23);
      expect((await holders())[0], day).toEqual([holder]);
    }
  });

  it('has one mayor at a time: another takes over, or acts and gives it back', async () => {
    expect((await set('--role', 'mayor', '--person', '2', '--add')).err).toBe(
      'Error: «Alcaldía» ya es de Julio Biojó; solo puede haber una persona a la vez\n',
    );
    await set('--role', 'mayor', '--person', '2', '--until', '2022-03-18');
    expect(await named('Berta')).toMatchObject({ roles: ['responsible', 'mayor'] });
    expect(await named('Julio')).toMatchObject({ roles: [] });
    desk.goTo('2022-03-19');
    expect(await named('Julio')).toMatchObject({ roles: ['mayor'] });
    await set('--role', 'mayor', '--person', '4');
    expect(await named('Julio')).toMatchObject({ roles: [] });
    expect(await named('Diana')).toMatchObject({ roles: ['coordinator', 'mayor'] });
  });

  it('adds no mayor for days that already have one', async () => {
    await end('--role', 'mayor', '--person', '3');
    await set('--role', 'mayor', '--person', '2', '--from', '2022-04-01', '--until', '2022-04-05');
    const refused = await set('--role', 'mayor', '--person', '4');
    expect(refused.err).toContain('ya es de Berta Ruiz del 1 al 5 de abril de 2022');
    expect((await desk.types('person', 'add', '--name', 'Otro', '--role', 'mayor')).err).toContain('Berta');
    expect((await set('--role', 'mayor', '--person', '4', '--until', '31 de marzo')).code).toBe(0);
  });

  it('keeps the end of a contract, and sets only that date for a present holder', async () => {
    await set('--position', '1', '--person', '2', '--contract-end', '30/06/2022');
    expect(await named('Berta')).toMatchObject({
      assignments: [{ position: 2 }, { position: 1, contractEnd: '2022-06-30' }],
    });
    const later = await set('--position', '1', '--person', '2', '--contract-end', '2022-12-31');
    expect(later.out).toContain('el contrato termina el 31 de diciembre de 2022');
    const table = (await desk.types('person', 'list')).out;
    expect(table).toContain('Profesional Gestion Participacion Ciudadana (contrato hasta 2022-12-31)');
    await set('--position', '1', '--person', '2', '--contract-end', 'ninguna');
    expect((await named('Berta'))?.assignments[1]).toMatchObject({ contractEnd: null });
  });

  it('shows in the list who acts until when, and what is planned', async () => {
    await set('--position', '1', '--person', '2', '--from', '2022-03-20', '--until', '2022-04-05');
    const { out } = await desk.types('person', 'list');
    expect(out).toContain('(desde 2022-03-20, encargo hasta 2022-04-05)');
    expect(out).toContain(
      '(hasta 2022-03-19); Profesional Gestion Participacion Ciudadana (desde 2022-04-06)',
    );
  });

  it('asks to invite the new holder when they are not enrolled', async () => {
    expect((await set('--position', '1', '--person', '2')).err).toContain('person invite 2');
  });

  it.each([
    ['neither position nor office', ['--person', '2'], 'uno de los dos'],
    ['both', ['--position', '1', '--role', 'mayor', '--person', '2'], 'uno de los dos'],
    ['an unknown position', ['--position', 'Gerente', '--person', '2'], 'no hay un cargo «Gerente»'],
    ['an unknown person', ['--position', '1', '--person', '9'], 'no hay una persona con el número «9»'],
    ['a role that is no office', ['--role', 'responsible', '--person', '2'], 'mayor, coordinator, control'],
    ['who holds it', ['--position', '1', '--person', '1'], 'Ana Arboleda ya tiene a su cargo'],
    ['a first day of the past', ['--position', '1', '--person', '2', '--from', '2022-03-13'], 'ya pasó'],
    ['a last day of the past', ['--position', '1', '--person', '2', '--until', '2022-03-13'], 'ya pasó'],
    [
      'days the wrong way round',
      ['--position', '1', '--person', '2', '--from', '5 de abril', '--until', '4 de abril'],
      'es anterior al primero',
    ],
    [
      'what is no date',
      ['--position', '1', '--person', '2', '--until', 'pronto'],
      '--until contiene «pronto»',
    ],
    ['a year far away', ['--position', '1', '--person', '2', '--until', '2032-01-01'], 'tres años'],
    [
      'somebody who does not hold it',
      ['--position', '1', '--person', '2', '--instead', '4'],
      'no tiene a su cargo',
    ],
  ])('refuses %s and changes nothing', async (_what, args, told) => {
    const before = await people();
    const ran = await set(...args);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain(told);
    expect(await people()).toEqual(before);
  });

  it('cancels what was queued for the former holder, and notifies both within the hours', async () => {
    desk.goTo('2022-03-16', 20);
    desk.inDatabase((db) => {
      linkAccount(db, 1, { userId: 71, name: 'Ana' }, 'test', desk.clock.now() - 86_400_000);
      linkAccount(db, 2, { userId: 72, name: 'Berta' }, 'test', desk.clock.now() - 86_400_000);
    });
    await desk.types('remind');
    await set('--position', '1', '--person', '2');
    const rows = desk.inDatabase((db) => db.select().from(outbox).all());
    const shown = rows.map(({ personId, key, state, reason }) => [
      personId,
      key?.split(':')[0],
      state,
      reason,
    ]);
    expect(shown).toEqual([
      [1, 'reminder', 'cancelled', 'reassigned'],
      [2, 'reminder', 'notNeeded', 'superseded'],
      [2, 'assigned', 'waiting', null],
      [1, 'given', 'waiting', null],
    ]);
    expect(JSON.stringify(rows[2]?.payload)).toContain('Con lo que ya tenía, le faltan 7 actividades');
  });
});

describe('assignment end', () => {
  it('ends now, or after a day, without a successor', async () => {
    expect((await end('--position', '2', '--person', '2', '--on', '2022-03-20')).out).toBe(
      'Berta Ruiz deja «Lider de rendicion de cuentas» después del 20 de marzo de 2022.\n',
    );
    expect((await holders())[1]).toEqual(['Berta Ruiz']);
    await end('--position', '1', '--person', '1');
    expect(await holders()).toEqual([[], ['Berta Ruiz'], []]);
    desk.goTo('2022-03-21', 0);
    expect(await holders()).toEqual([[], [], []]);
  });

  it('returns an encargo at once, and calls off one that has not begun', async () => {
    await set('--position', '1', '--person', '2', '--until', '2022-04-05');
    expect((await end('--position', '1', '--person', '2')).out).toContain('vuelve a Ana Arboleda');
    expect((await holders())[0]).toEqual(['Ana Arboleda']);
    await set('--position', '1', '--person', '2', '--from', '2022-03-20', '--until', '2022-04-05');
    expect((await end('--position', '1', '--person', '2')).out).toBe(
      'Berta Ruiz ya no recibirá «Profesional Gestion Participacion Ciudadana» el 20 de marzo de 2022.\n',
    );
    expect(await named('Ana')).toMatchObject({ assignments: [{ until: null }] });
    desk.goTo('2022-03-25');
    expect((await holders())[0]).toEqual(['Ana Arboleda']);
  });

  it('returns an encargo that runs until its giver is replaced for good', async () => {
    await set('--position', '1', '--person', '4', '--from', '2022-04-06');
    await set('--position', '1', '--person', '2', '--until', '2022-04-05');
    expect(await named('Ana')).toMatchObject({ assignments: [] });
    desk.goTo('2022-03-25');
    expect((await end('--position', '1', '--person', '2')).out).toContain('vuelve a Ana Arboleda');
    expect(await named('Ana')).toMatchObject({ assignments: [{ position: 1, until: '2022-04-05' }] });
    const written = (await desk.types('audit', '--json')).json() as { act: string; personId: number }[];
    const ends = written.filter((line) => line.act === 'assignmentEnded');
    expect(ends.map((line) => line.personId)).toEqual([1, 1, 2]);
    for (const [day, holder] of [
      ['2022-04-05', 'Ana Arboleda'],
      ['2022-04-06', 'Diana Mina'],
    ] as const) {
      desk.goTo(day, 0);
      expect((await holders())[0], day).toEqual([holder]);
    }
  });

  it.each([
    ['what that person does not hold', ['--position', '2', '--person', '1'], 'no tiene a su cargo'],
    ['a day of the past', ['--position', '1', '--person', '1', '--on', '2022-03-01'], 'ya pasó'],
    [
      'the last one who coordinates',
      ['--role', 'coordinator', '--person', '4'],
      'única persona que coordina',
    ],
  ])('refuses %s', async (_what, args, told) => {
    const before = await people();
    const ran = await end(...args);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain(told);
    expect(await people()).toEqual(before);
  });
});
