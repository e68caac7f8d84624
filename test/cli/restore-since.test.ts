import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { undoEnrolment, wrongEnrolment } from '../../src/actions/undo-enrolment.ts';
import { linkAccount, unlinkAccount } from '../../src/db/accounts.ts';
import { assign, spansOfPerson } from '../../src/db/assignments.ts';
import { record, verifyAudit } from '../../src/db/audit.ts';
import { formerEnrolments } from '../../src/db/enrolments.ts';
import { addEvidence, evidenceById } from '../../src/db/evidence.ts';
import { addInvitation, invitationOfToken, isValid, spendInvitation } from '../../src/db/invitations.ts';
import { addOfficeChange, waitingOfficeChanges } from '../../src/db/office-changes.ts';
import { type Db, openStore } from '../../src/db/open.ts';
import { type EnrolledPerson, isEnrolled, personById } from '../../src/db/people.ts';
import { activitiesOf, allPlans, plannedCuts } from '../../src/db/plans.ts';
import { addReport, revisionsOf } from '../../src/db/reports.ts';
import { audit, person } from '../../src/db/schema/index.ts';
import { removeOwnEvidence } from '../../src/db/voided-traces.ts';
import { realFormPath } from '../world/form.ts';
import { operator } from './setup.ts';

const [ana, berta, diana] = [1, 2, 3] as const;
/** Nobody else's bytes are like these. */
const accounts = { [ana]: 7_310_488_215_101, [berta]: 7_310_488_215_102, [diana]: 7_310_488_215_103 };
let desk: ReturnType<typeof operator>;
let copy: string;

beforeEach(async () => {
  desk = operator('2022-03-17');
  copy = join(dirname(desk.databasePath), 'copy.db');
  await desk.types('plan', 'import', realFormPath, '--without-monitoring');
  desk.inDatabase((db) => {
    for (const name of ['Ana Gómez', 'Berta Ruiz', 'Diana Mosquera'])
      db.insert(person).values({ name, createdAt: now() }).run();
    assign(db, ana, { positionId: 1 }, now());
    assign(db, diana, { office: 'coordinator' }, now());
  });
  for (const id of [ana, berta, diana]) enrol(id, accounts[id]);
});

const now = () => desk.clock.now();
const restored = () => desk.types('restore', copy);
const inDatabase: typeof desk.inDatabase = (work) => desk.inDatabase(work);
const accountOf = (id: number) => inDatabase((db) => personById(db, id)?.telegramUserId ?? null);

function enrol(id: number, account: number): void {
  inDatabase((db) => linkAccount(db, id, { userId: account, name: `Tele ${account}` }, '1', now()));
}

/** As `/salir`. */
function leave(id: number): void {
  inDatabase((db) => {
    record(db, { at: now(), act: 'left', by: { personId: id }, personId: id });
    unlinkAccount(db, id, now());
  });
}

function enrolled(id: number): EnrolledPerson {
  return inDatabase((db) => enrolledIn(db, id));
}

function enrolledIn(db: Db, id: number): EnrolledPerson {
  const found = personById(db, id);
  if (!found || !isEnrolled(found)) throw new Error(`person ${id} has no account`);
  return found;
}

/** As *No es esa persona*, by Diana. */
function undo(id: number): void {
  const [wrong, by] = [enrolled(id), enrolled(diana)];
  const present = { person: wrong, since: wrong.enrolledAt, until: null };
  inDatabase((db) => undoEnrolment(db, present, { by, reason: null }, now()));
}

function invite(id: number): string {
  const of = { personId: id, createdBy: diana, createdAt: now(), expiresAt: now() + 3 * 86_400_000 };
  return inDatabase((db) => addInvitation(db, of).token);
}

const isOpen = (token: string) =>
  inDatabase((db) => {
    const found = invitationOfToken(db, token);
    return found !== undefined && isValid(found, now());
  });

function spend(token: string): void {
  inDatabase((db) => spendInvitation(db, invitationOfToken(db, token)?.id ?? 0, now()));
}

const place = () =>
  inDatabase((db) => {
    const [activity] = activitiesOf(db, allPlans(db)[0]?.id ?? 0);
    return { activityId: activity?.id ?? 0, cutId: plannedCuts(db)[0]?.cut.id ?? 0 };
  });

function file(name: string, personId: number): number {
  mkdirSync(desk.filesPath, { recursive: true });
  writeFileSync(join(desk.filesPath, name), name);
  const row = {
    ...place(),
    personId,
    kind: 'file',
    state: 'stored',
    storedName: name,
    mime: 'application/pdf',
    bytes: name.length,
    sha256: createHash('sha256').update(name).digest('hex'),
    moment: now(),
    recordedAt: now(),
  } as const;
  return inDatabase((db) => addEvidence(db, row).id);
}

const evidenceState = (id: number) => inDatabase((db) => evidenceById(db, id)?.state);
const wait = (minutes: number) => desk.clock.sleep(minutes * 60_000);

async function backUp(): Promise<void> {
  expect((await desk.types('backup', copy)).code).toBe(0);
  await wait(60);
}

/** Whether the bytes of the file hold the account's name in Telegram, and its number as SQLite stores it. */
function tracesOf(account: number): readonly boolean[] {
  const number = Buffer.alloc(6);
  number.writeUIntBE(account, 0, 6);
  const bytes = readFileSync(desk.databasePath);
  return [bytes.includes(`Tele ${account}`), bytes.includes(number)];
}

describe('a restore', () => {
  it('does not bring back who left since the copy, nor their account in the bytes of the file', async () => {
    await backUp();
    leave(ana);
    await wait(60);
    const { code, out, err } = await restored();
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Después de la copia se retiró, y sigue sin cuenta: Ana Gómez (n.º 1).');
    expect(accountOf(ana)).toBeNull();
    expect(accountOf(berta)).toBe(accounts[berta]);
    const [last] = inDatabase((db) => db.select().from(audit).all()).slice(-1);
    expect(last).toMatchObject({ act: 'left', actor: 'operator', personId: ana });
    expect(inDatabase((db) => verifyAudit(db).brokenAt)).toBeNull();
    expect([tracesOf(accounts[ana]), tracesOf(accounts[berta])]).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it('leaves who left without an account also when they came back since, and says whom to invite again', async () => {
    await backUp();
    leave(ana);
    await wait(60);
    enrol(ana, accounts[ana]);
    const { out } = await restored();
    expect(accountOf(ana)).toBeNull();
    expect(out).toContain(
      'Ingresaron después de la copia y necesitan otra invitación («person invite N»): Ana Gómez (n.º 1).',
    );
  });

  it('keeps who left before the copy and had come back by then', async () => {
    leave(ana);
    await wait(60);
    enrol(ana, accounts[ana]);
    await backUp();
    await restored();
    expect(accountOf(ana)).toBe(accounts[ana]);
  });

  it('voids again what an impostor left, and does not bring the impostor back', async () => {
    leave(ana);
    enrol(ana, 666);
    await wait(1);
    const at = place();
    inDatabase((db) =>
      addReport(db, {
        ...at,
        personId: ana,
        progress: 1000,
        observation: 'falso',
        moment: now(),
        recordedAt: now(),
        late: false,
        origin: 'chat',
      }),
    );
    const evidence = file('1-a.pdf', ana);
    await backUp();
    undo(ana);
    const { out } = await restored();
    expect(out).toMatch(
      /se deshizo el ingreso de Ana Gómez \(n\.º 1\): lo que esa cuenta dejó queda anulado/,
    );
    expect(accountOf(ana)).toBeNull();
    expect(inDatabase((db) => revisionsOf(db, at.activityId, at.cutId))).toEqual([]);
    expect(evidenceState(evidence)).toBe('voided');
    expect((await desk.types('audit', 'verify')).code).toBe(0);
  });

  it('voids again what a former account left that was undone since, also when the real person has come', async () => {
    leave(ana);
    enrol(ana, 666);
    const { enrolledAt: since } = enrolled(ana);
    const evidence = file('1-a.pdf', ana);
    await backUp();
    enrol(ana, 555);
    await wait(1);
    const by = enrolled(diana);
    inDatabase((db) => {
      const wrong = wrongEnrolment(db, enrolledIn(db, ana), since);
      if (wrong) undoEnrolment(db, wrong, { by, reason: 'era otra persona' }, now());
    });
    const { out } = await restored();
    expect(out).toContain('se deshizo el ingreso de Ana Gómez');
    expect([accountOf(ana), evidenceState(evidence)]).toEqual([555, 'voided']);
    expect(inDatabase((db) => formerEnrolments(db, ana).map((each) => each.since))).not.toContain(since);
  });

  it('gives nobody the account that a person had before, and leaves the new one', async () => {
    await backUp();
    enrol(ana, 555);
    const { out } = await restored();
    expect(out).toContain('Después de la copia cambió de cuenta, y sigue con la nueva: Ana Gómez (n.º 1).');
    expect(accountOf(ana)).toBe(555);
  });

  it('leaves no account to who moved and then left, nor to who moved to an account that was undone', async () => {
    await backUp();
    enrol(ana, 555);
    enrol(berta, 556);
    await wait(1);
    leave(ana);
    undo(berta);
    const { out } = await restored();
    expect([accountOf(ana), accountOf(berta)]).toEqual([null, null]);
    expect(out).not.toContain('queda anulado');
  });

  it('gives an account to who has it now, also when it was somebody else’s in the copy', async () => {
    await backUp();
    leave(ana);
    enrol(berta, accounts[ana]);
    await restored();
    expect([accountOf(ana), accountOf(berta)]).toEqual([null, accounts[ana]]);
  });

  it('leaves invitations that were used or withdrawn since without use, and the others open', async () => {
    const [used, other] = [invite(ana), invite(berta)];
    await backUp();
    spend(used);
    const { out } = await restored();
    expect([isOpen(used), isOpen(other)]).toEqual([false, true]);
    expect(out).toContain('1 invitación que ya no servía se anuló otra vez.');
  });

  it('ends again what a person held, also of the last who coordinates, and says that nobody does', async () => {
    await backUp();
    await desk.types('assignment', 'set', '--role', 'coordinator', '--person', String(berta));
    await desk.types('assignment', 'end', '--position', '1', '--person', String(ana));
    const { out, err } = await restored();
    expect(out).toMatch(
      /terminó lo que tenían a cargo, y sigue así: Ana Gómez, .+; Diana Mosquera, Coordinación \(Planeación\)\./,
    );
    expect(err).toContain('Nadie coordina ahora');
    const held = (id: number) => inDatabase((db) => spansOfPerson(db, id, now()));
    expect([held(ana), held(diana)]).toEqual([[], []]);
  });

  it('removes again what its sender had removed, with its file', async () => {
    const [removed, kept] = [file('1-a.pdf', ana), file('2-b.pdf', ana)];
    await backUp();
    inDatabase((db) => {
      const each = evidenceById(db, removed);
      if (each) removeOwnEvidence(db, each, now());
    });
    const { out } = await restored();
    expect([evidenceState(removed), evidenceState(kept)]).toEqual(['voided', 'stored']);
    expect(out).toContain('1 soporte que se había quitado se quitó otra vez.');
    expect((await desk.types('audit', 'verify')).code).toBe(0);
  });

  it('lets no change of an office wait that was decided since', async () => {
    const invitationId = inDatabase((db) => {
      const of = { personId: ana, createdBy: diana, createdAt: now(), expiresAt: now() + 1 };
      return addInvitation(db, of).invitation.id;
    });
    const ask = (personId: number) =>
      inDatabase((db) =>
        addOfficeChange(db, {
          kind: 'holder',
          askedBy: diana,
          askedAt: now(),
          expiresAt: now() + 7 * 86_400_000,
          personId,
          enrolledAt: personById(db, personId)?.enrolledAt ?? null,
          invitationId,
          office: 'control',
          instead: [],
        }),
      ).id;
    ask(ana);
    const still = ask(berta);
    await backUp();
    inDatabase((db) => {
      db.run("update office_change set outcome = 'refused', decidedAt = 1 where personId = 1");
    });
    const { out } = await restored();
    expect(inDatabase(waitingOfficeChanges).map(({ id }) => id)).toEqual([still]);
    expect(out).toContain('1 cambio que esperaba un sí quedó sin efecto.');
  });
});

describe('a restore that cannot know what happened since the copy', () => {
  const warned =
    /^ATENCIÓN: no se sabe todo lo que pasó después de la copia, que llega hasta el \d+ de \w+, \d+:\d\d [ap]\. m\.: /;

  async function withOpenInvitation(): Promise<string> {
    const token = invite(ana);
    await backUp();
    leave(berta);
    return token;
  }

  it('withdraws all open invitations and says so where there is no database any more', async () => {
    const token = await withOpenInvitation();
    for (const end of ['', '-wal', '-shm']) rmSync(desk.databasePath + end, { force: true });
    const { code, err } = await restored();
    expect(code).toBe(0);
    expect(err).toMatch(warned);
    expect(err).toContain('no había base de datos en su sitio');
    expect(err).toContain('Por eso 1 invitación abierta se anuló.');
    expect(isOpen(token)).toBe(false);
    expect(accountOf(berta)).toBe(accounts[berta]);
  });

  it.each([
    ['day_off', null],
    ['audit', accounts[berta]],
    ['person', accounts[berta]],
    ['assignment', accounts[berta]],
  ])('… where it is damaged in %s, of which it takes what it still tells', async (table, left) => {
    const token = await withOpenInvitation();
    damage(table);
    const { code, err } = await restored();
    expect(code).toBe(0);
    expect(err).toContain('la que había está dañada o no se puede leer');
    expect([isOpen(token), accountOf(berta)]).toEqual([false, left]);
  });

  it('… where it is no database', async () => {
    const token = await withOpenInvitation();
    for (const end of ['-wal', '-shm']) rmSync(desk.databasePath + end, { force: true });
    writeFileSync(desk.databasePath, 'no database at all '.repeat(500));
    const { code, err } = await restored();
    expect([code, isOpen(token)]).toEqual([0, false]);
    expect(err).toContain('dañada o no se puede leer');
  });

  it('… where it is another one, whose people are others', async () => {
    const token = await withOpenInvitation();
    for (const end of ['', '-wal', '-shm']) rmSync(desk.databasePath + end, { force: true });
    inDatabase((db) => {
      for (const name of ['Otra', 'Otro']) db.insert(person).values({ name, createdAt: 5 }).run();
    });
    enrol(ana, 901);
    leave(ana);
    const { err } = await restored();
    expect(err).toContain('la que había no continúa esta copia');
    expect([isOpen(token), accountOf(ana)]).toEqual([false, accounts[ana]]);
  });

  it('takes what an earlier restore put aside: an older copy was the wrong one', async () => {
    const older = join(dirname(copy), 'older.db');
    await desk.types('backup', older);
    await wait(60);
    const token = await withOpenInvitation();
    await desk.types('restore', older);
    await wait(60);
    const { err } = await restored();
    expect(err).toMatch(warned);
    expect([isOpen(token), accountOf(berta)]).toEqual([false, null]);
  });

  it('says so again over one that was restored like that, and no more with a copy made afterwards', async () => {
    await withOpenInvitation();
    for (const end of ['', '-wal', '-shm']) rmSync(desk.databasePath + end, { force: true });
    await restored();
    const later = join(dirname(copy), 'later.db');
    await desk.types('backup', later);
    await wait(60);
    expect((await restored()).err).toContain('se restauró sin saberlo todo');
    await desk.types('restore', later);
    await wait(60);
    await desk.types('backup', join(dirname(copy), 'last.db'));
    expect((await desk.types('restore', join(dirname(copy), 'last.db'))).err).toBe('');
  });

  it('takes what a restore had put aside when it stopped half-way', async () => {
    const token = await withOpenInvitation();
    copyFileSync(copy, `${desk.databasePath}.restaurando`);
    renameSync(desk.databasePath, `${desk.databasePath}.antes-de-restaurar-2022-03-17-1100`);
    const { code, err } = await restored();
    expect([code, err]).toEqual([0, '']);
    expect([isOpen(token), accountOf(berta)]).toEqual([true, null]);
  });

  it('… but not what an earlier restore had put aside, when there was no database by then', async () => {
    const token = await withOpenInvitation();
    const [kept, ready] = ['antes-de-restaurar-2022-03-17-1100', 'restaurando'].map(
      (end) => `${desk.databasePath}.${end}`,
    ) as [string, string];
    renameSync(desk.databasePath, kept);
    const changedAt = (path: string) => statSync(path).ctimeMs;
    await expect
      .poll(() => {
        copyFileSync(copy, ready);
        return changedAt(ready);
      })
      .toBeGreaterThan(changedAt(kept));
    expect((await restored()).err).toContain('no había base de datos en su sitio');
    expect([isOpen(token), accountOf(berta)]).toEqual([false, null]);
  });

  it('reads a database from before offices were guarded', async () => {
    const token = await withOpenInvitation();
    const former = openStore(desk.databasePath, { migrate: false });
    former.sqlite.exec('drop table appointment; drop table office_change');
    former.sqlite.exec(
      'alter table evidence drop column recordedAt; alter table report drop column importedBy',
    );
    former.sqlite.exec('update __drizzle_migrations set created_at = created_at - 1');
    former.close();
    expect((await restored()).err).toBe('');
    expect([isOpen(token), accountOf(berta)]).toEqual([true, null]);
  });

  it('reads a database of a later version, and says so when it cannot', async () => {
    const token = await withOpenInvitation();
    const later = openStore(desk.databasePath, { migrate: false });
    later.sqlite.exec('update __drizzle_migrations set created_at = created_at + 1');
    later.close();
    expect((await restored()).err).toBe('');
    expect([isOpen(token), accountOf(berta)]).toEqual([true, null]);
    const renamed = openStore(desk.databasePath, { migrate: false });
    renamed.sqlite.exec('alter table invitation rename column tokenHash to secret');
    renamed.close();
    expect((await restored()).err).toContain('dañada o no se puede leer');
    expect(isOpen(token)).toBe(false);
  });

  function damage(table: string): void {
    const { sqlite, close } = openStore(desk.databasePath, { migrate: false });
    const page = Number(
      sqlite.prepare('select rootpage from sqlite_master where name = ?').pluck().get(table),
    );
    const size = Number(sqlite.pragma('page_size', { simple: true }));
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    close();
    const bytes = readFileSync(desk.databasePath);
    writeFileSync(desk.databasePath, bytes.fill(0xab, (page - 1) * size, page * size));
  }
});
