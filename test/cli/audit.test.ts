import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { addCause } from '../../src/db/causes.ts';
import { person } from '../../src/db/schema/index.ts';
import { voidCauses } from '../../src/db/voided-traces.ts';
import { realFormPath } from '../world/form.ts';
import { operator } from './setup.ts';

type Entry = {
  readonly id: number;
  readonly at: string;
  readonly act: string;
  readonly actor: string;
  readonly personName: string | null;
  readonly plan: string | null;
  readonly cut: number | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly hash: string;
};

let desk: ReturnType<typeof operator>;

/** A plan is imported, two people are added on another day, a cut is reopened on a third. */
beforeEach(async () => {
  desk = operator('2022-03-01');
  await desk.types('plan', 'import', realFormPath, '--without-monitoring');
  desk.goTo('2022-03-02');
  await desk.types('person', 'add', '--name', '=Ana Arboleda', '--position', '1');
  await desk.types('person', 'add', '--name', 'Diana Mina', '--role', 'coordinator');
  desk.goTo('2022-05-02');
  await desk.types('cut', 'reopen', '--cut', '1', '--activity', '3', '--reason', 'Faltó el acta');
});

const entries = async (...flags: string[]) =>
  (await desk.types('audit', '--json', ...flags)).json() as Entry[];
const acts = async (...flags: string[]) => (await entries(...flags)).map(({ act }) => act);

/** What somebody does who can write the file and removes the triggers. */
function tamper(...statements: readonly string[]): void {
  const file = new Database(desk.databasePath);
  for (const name of ['changed', 'deleted']) file.exec(`drop trigger audit_never_${name}`);
  for (const statement of statements) file.exec(statement);
  file.close();
}

describe('audit', () => {
  it('says who did what, when, and what was before and after', async () => {
    const all = await entries();
    expect(all.map(({ id }) => id)).toEqual(all.map((_, place) => place + 1));
    expect(all.find(({ act }) => act === 'reopened')).toMatchObject({
      at: '2022-05-02T10:00:00-05:00',
      actor: 'operator',
      plan: 'PL-PC-01/2022',
      cut: 1,
      after: { activities: ['3'], reason: 'Faltó el acta' },
    });
    const { out } = await desk.types('audit');
    expect(out).toMatch(/La línea de órdenes\s+agregó a Diana Mina/);
    expect(out).toMatch(
      /reabrió el corte \(primer monitoreo\)\s+actividades n\.º 3; .*motivo «Faltó el acta»|último día/,
    );
  });

  it('filters by person, activity, cut, plan and date', async () => {
    expect(await acts('--person', '2')).toEqual(['personAdded']);
    expect(await acts('--activity', '3')).toEqual(['reopened']);
    expect(await acts('--activity', '4')).toEqual([]);
    expect(await acts('--cut', 'marzo')).toEqual(['reopened']);
    expect(await acts('--cut', '2')).toEqual([]);
    expect(await acts('--plan', 'PL-PC-01')).toEqual(['planImported', 'reopened']);
    expect(await acts('--from', '2022-03-02', '--until', '2022-03-02')).toEqual([
      'personAdded',
      'personAdded',
    ]);
    expect(await acts('--from', '2022-03-03')).toEqual(['reopened']);
  });

  it.each([
    [['--person', '9'], /no hay una persona/],
    [['--activity', '99'], /no hay una actividad 99/],
    [['--cut', '7'], /no hay un corte/],
    [['--from', 'ayer'], /«ayer» no es una fecha/],
    [['--json', '--csv'], /no los dos/],
  ])('refuses %j', async (flags, words) => {
    const { code, err } = await desk.types('audit', ...flags);
    expect([code, err]).toEqual([1, expect.stringMatching(words)]);
  });

  it('comes as CSV too, in a file, and runs nothing in a spreadsheet', async () => {
    const path = join(desk.databasePath, '..', 'auditoria.csv');
    await desk.types('audit', '--csv', '--out', path);
    const text = readFileSync(path, 'utf8');
    expect(text.split('\r\n')[0]).toMatch(/^\uFEFFregistro,fecha,acto,actor/);
    expect(text.trim().split('\r\n')).toHaveLength((await entries()).length + 1);
    expect(text).toContain("'=Ana Arboleda");
    expect((await desk.types('audit', '--csv')).out).toContain('personAdded');
  });
});

describe('audit verify', () => {
  it('says that the chain is intact, and that it contains an anchor', async () => {
    const [, second, third] = await entries();
    const { code, out } = await desk.types('audit', 'verify', '--anchor', `2:${second?.hash.toUpperCase()}`);
    expect(code).toBe(0);
    expect(out).toMatch(/íntegra: \d+ registros/);
    expect(out).toMatch(/registro 2 /);
    expect(third?.hash).toHaveLength(64);
    expect((await desk.types('audit', 'verify', '--anchor', second?.hash ?? '')).code).toBe(0);
  });

  it('ends with 1 and says which row was changed', async () => {
    tamper(`update audit set after = '{"positions":[2],"offices":[]}' where id = 2`);
    const { code, err } = await desk.types('audit', 'verify');
    expect([code, err]).toEqual([1, expect.stringContaining('se rompe en el registro 2')]);
  });

  it('finds by an anchor that the chain lost its end', async () => {
    const last = (await entries()).at(-1);
    tamper(`delete from audit where id >= ${last?.id}`);
    const { code, err } = await desk.types('audit', 'verify', '--anchor', `${last?.id}:${last?.hash}`);
    expect([code, err]).toEqual([1, expect.stringContaining('no está en la cadena')]);
  });

  it('refuses a text that is not an anchor', async () => {
    const { code, err } = await desk.types('audit', 'verify', '--anchor', '3:abc');
    expect([code, err]).toEqual([1, expect.stringContaining('64')]);
  });

  it('names an anchor whose row has another number', async () => {
    const [, second] = await entries();
    const { code, err } = await desk.types('audit', 'verify', '--anchor', `3:${second?.hash}`);
    expect([code, err]).toEqual([1, expect.stringContaining('no está en la cadena')]);
  });
});

describe('the stored data compared with the audit', () => {
  const verify = async () => {
    const { code, out } = await desk.types('audit', 'verify');
    return [
      code,
      out.split('\n').filter((line) => /^(Reporte \d|Falta la protección|Causa|«No programada»)/.test(line)),
    ];
  };
  /** Changes something and leaves the triggers in place. */
  const change = (statement: string) => {
    const file = new Database(desk.databasePath);
    file.exec(statement);
    file.close();
  };

  beforeEach(async () => {
    desk = operator('2022-03-20');
    await desk.types('plan', 'import', realFormPath);
    await desk.types(
      ...['report', 'correct', '--cut', '1', '--activity', '3', '--progress', '40'],
      ...['--observation', 'Se hizo el taller', '--reason', 'Faltó el acta'],
    );
    expect(await verify()).toEqual([0, []]);
  });

  it('shows a report whose figure was changed', async () => {
    change('update report set progress = 900 where id = 3');
    expect(await verify()).toEqual([1, ['Reporte 3: no dice lo que se registró (registro 3).']]);
  });

  it('shows a report that was deleted, and one that nobody recorded', async () => {
    change('delete from report where id = 2');
    change(
      `insert into report (activityId, cutId, progress, observation, origin, moment, recordedAt, late)
       select activityId, cutId, 1000, 'Todo', 'import', moment, recordedAt, late from report where id = 1`,
    );
    expect(await verify()).toEqual([
      1,
      [
        'Reporte 2: se registró y ya no está (registro 2).',
        expect.stringMatching(/^Reporte \d+: está guardado y nadie lo registró\.$/),
      ],
    ]);
  });

  it('shows a report that was voided, or counts again, without a record', async () => {
    change('update report set voidedAt = 1 where id = 1');
    await desk.types('report', 'void', '--cut', '1', '--activity', '2', '--reason', 'No era');
    change('update report set voidedAt = null, voidReason = null where id = 2');
    const [code, lines] = await verify();
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^Reporte 1: está anulado y nadie lo registró/),
      expect.stringMatching(/^Reporte 2: se registró anulado y cuenta de nuevo/),
    ]);
  });

  it('shows that a trigger of the audit is gone', async () => {
    tamper();
    expect(await verify()).toEqual([
      1,
      [
        'Falta la protección «audit_never_changed» de la auditoría.',
        'Falta la protección «audit_never_deleted» de la auditoría.',
      ],
    ]);
  });

  it('shows a trigger that guards nothing any more, under its old name', async () => {
    change('drop trigger audit_never_changed');
    change('create trigger audit_never_changed before update on audit begin select 1; end');
    expect(await verify()).toEqual([1, ['Falta la protección «audit_never_changed» de la auditoría.']]);
  });

  it('shows an activity that was taken out of a cut, or put in again, without a record', async () => {
    const out = (activity: string) =>
      desk.types('cut', 'exclude', '--cut', '1', '--activity', activity, '--reason', 'No toca');
    await out('4');
    await out('5');
    await desk.types('cut', 'include', '--cut', '1', '--activity', '5');
    expect(await verify()).toEqual([0, []]);
    change('update cut_exclusion set activityId = 6 where activityId = 4');
    change('insert into cut_exclusion select cutId, 5, reason, at, personId from cut_exclusion');
    expect(await verify()).toEqual([
      1,
      [
        expect.stringMatching(/^«No programada» de la actividad 4: se registró y ya no está/),
        expect.stringMatching(/^«No programada» de la actividad 5: se registró anulado y cuenta de nuevo/),
        '«No programada» de la actividad 6: está guardado y nadie lo registró.',
      ],
    ]);
  });

  it('shows a cause that was changed, deleted or slipped in', async () => {
    desk.inDatabase((db) => {
      for (const name of ['Ana', 'Berta']) db.insert(person).values({ name, createdAt: 1 }).run();
      const of = { cutId: 1, personId: 1, moment: 5 };
      addCause(db, { ...of, activityId: 1, cause: 'time' });
      addCause(db, { ...of, activityId: 1, cause: 'resources' });
      addCause(db, { ...of, activityId: 2, cause: 'others' });
      addCause(db, { ...of, activityId: 4, personId: 2, cause: 'time' });
      voidCauses(db, { personId: 2, since: 0, until: null }, { at: 9, by: 'operator' });
    });
    expect(await verify()).toEqual([0, []]);
    change("update cause set cause = 'contracting' where id = 2");
    change('delete from cause where id = 3');
    change("insert into cause (activityId, cutId, cause, personId, moment) values (4, 1, 'time', 2, 5)");
    expect(await verify()).toEqual([
      1,
      [
        expect.stringMatching(/^Causa 2: no dice lo que se registró \(registro \d+\)\.$/),
        expect.stringMatching(/^Causa 0: se registró y ya no está \(registro \d+\)\.$/),
        expect.stringMatching(/^Causa \d: está guardado y nadie lo registró\.$/),
      ],
    ]);
  });

  it('is reported by doctor too', async () => {
    change("update report set observation = 'Otra cosa' where id = 3");
    const { code, out } = await desk.types('doctor');
    expect(code).toBe(1);
    expect(out).toContain('Reporte 3: no dice lo que se registró');
  });
});
