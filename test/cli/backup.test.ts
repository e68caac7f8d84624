import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../src/db/backup.ts';
import { addEvidence } from '../../src/db/evidence.ts';
import { takeLock } from '../../src/db/lock.ts';
import { readMeta, writeMeta } from '../../src/db/meta.ts';
import { openStore } from '../../src/db/open.ts';
import { activitiesOf, allPlans, plannedCuts } from '../../src/db/plans.ts';
import { audit, person, question } from '../../src/db/schema/index.ts';
import { realFormPath } from '../world/form.ts';
import { operator } from './setup.ts';

let desk: ReturnType<typeof operator>;
let folder: string;
let copy: string;
let files: string;

beforeEach(async () => {
  desk = operator('2022-03-17');
  folder = dirname(desk.databasePath);
  files = desk.filesPath;
  copy = join(folder, 'copy.db');
  await desk.types('plan', 'import', realFormPath);
});

const say = (value: string) => desk.inDatabase((db) => writeMeta(db, 'word', value));
const said = () => desk.inDatabase((db) => readMeta(db, 'word'));
const acts = () =>
  desk.inDatabase((db) =>
    db
      .select()
      .from(audit)
      .all()
      .map((row) => row.act),
  );

/** Adds a received file of evidence. */
function receive(name: string, text: string): void {
  mkdirSync(files, { recursive: true });
  writeFileSync(join(files, name), text);
  desk.inDatabase((db) => {
    const [plan] = allPlans(db);
    const [activity] = activitiesOf(db, plan?.id ?? 0);
    const [cut] = plannedCuts(db);
    const someone = db.insert(person).values({ name: 'Ana', createdAt: 1 }).returning().get();
    addEvidence(db, {
      activityId: activity?.id ?? 0,
      cutId: cut?.cut.id ?? 0,
      personId: someone.id,
      kind: 'file',
      state: 'stored',
      storedName: name,
      mime: 'application/pdf',
      bytes: text.length,
      sha256: createHash('sha256').update(text).digest('hex'),
      moment: 1,
    });
  });
}

describe('backup', () => {
  it('writes one file that only its owner may read, the evidence beside it, and puts that on record', async () => {
    receive('1-a.pdf', 'one');
    const { code, out } = await desk.types('backup', copy);
    expect([code, out]).toEqual([
      0,
      `Copia hecha y revisada: ${copy}, con 1 archivo de soporte en ${copy}.files.\n`,
    ]);
    expect(statSync(copy).mode & 0o077).toBe(0);
    expect(readFileSync(join(`${copy}.files`, '1-a.pdf'), 'utf8')).toBe('one');
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([
      'copy.db',
      'copy.db.files',
    ]);
    expect(acts().at(-1)).toBe('backedUp');
  });

  it('never writes over a file', async () => {
    writeFileSync(copy, 'mine');
    expect((await desk.types('backup', copy)).err).toMatch(/^Error: ya existe/);
    expect(readFileSync(copy, 'utf8')).toBe('mine');
    rmSync(copy);
    mkdirSync(`${copy}.files`);
    expect((await desk.types('backup', copy)).code).toBe(1);
    expect(existsSync(copy)).toBe(false);
  });

  it('copies the rest when evidence is missing or changed, and names it', async () => {
    receive('1-a.pdf', 'one');
    receive('2-b.pdf', 'two');
    receive('3-c.pdf', 'three');
    rmSync(join(files, '1-a.pdf'));
    writeFileSync(join(files, '2-b.pdf'), 'zwei');
    const { code, err } = await desk.types('backup', copy);
    expect(code).toBe(1);
    expect(err).toMatch(/^1-a\.pdf: falta\n2-b\.pdf: ha cambiado\nError: la copia quedó hecha, pero 2/);
    const { err: refused } = await desk.types('restore', copy);
    expect(refused).toMatch(/^1-a\.pdf: falta\n2-b\.pdf: ha cambiado\nError: .*--incomplete/);
    expect((await desk.types('restore', copy, '--incomplete')).code).toBe(0);
  });

  it('names a folder where it cannot write, and leaves nothing there', async () => {
    expect((await desk.types('backup', join(folder, 'no', 'copy.db'))).err).toMatch(
      /^Error: no existe la carpeta \S+no; créela o elija otra/,
    );
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });
});

describe('a copy after another', () => {
  const inodeOf = (place: string, name: string) => statSync(join(place, name)).ino;
  const second = () => join(folder, 'second.db');
  const copyAgain = () => desk.types('backup', second());

  it('takes no room for unchanged evidence: it links the copy’s file, never the live one', async () => {
    receive('1-a.pdf', 'one');
    await desk.types('backup', copy);
    receive('2-b.pdf', 'two');
    expect((await copyAgain()).out).toContain('con 2 archivos de soporte');
    const [live, first, later] = [files, `${copy}.files`, `${second()}.files`];
    expect(inodeOf(later, '1-a.pdf')).toBe(inodeOf(first, '1-a.pdf'));
    expect(inodeOf(first, '1-a.pdf')).not.toBe(inodeOf(live, '1-a.pdf'));
    expect(inodeOf(later, '2-b.pdf')).not.toBe(inodeOf(live, '2-b.pdf'));
    rmSync(first, { recursive: true });
    writeFileSync(join(live, '1-a.pdf'), 'uno');
    expect(readFileSync(join(later, '1-a.pdf'), 'utf8')).toBe('one');
  });

  it('replaces a file damaged in the former copy by the live one, and leaves the former copy unchanged', async () => {
    receive('1-a.pdf', 'one');
    await desk.types('backup', copy);
    writeFileSync(join(`${copy}.files`, '1-a.pdf'), 'bad');
    expect((await copyAgain()).code).toBe(0);
    expect(readFileSync(join(`${second()}.files`, '1-a.pdf'), 'utf8')).toBe('one');
    expect(readFileSync(join(`${copy}.files`, '1-a.pdf'), 'utf8')).toBe('bad');
  });

  it('names live files that are missing or changed, and takes them intact from the former copy', async () => {
    receive('1-a.pdf', 'one');
    receive('2-b.pdf', 'two');
    await desk.types('backup', copy);
    rmSync(join(files, '1-a.pdf'));
    writeFileSync(join(files, '2-b.pdf'), 'zwei');
    const { code, err } = await copyAgain();
    expect([code, err]).toEqual([1, expect.stringMatching(/^1-a\.pdf: falta\n2-b\.pdf: ha cambiado\nError/)]);
    expect((await desk.types('restore', second())).code).toBe(0);
    expect(readFileSync(join(files, '2-b.pdf'), 'utf8')).toBe('two');
  });

  it('is restored, and no later change of the bot’s files changes a copy', async () => {
    receive('1-a.pdf', 'one');
    await desk.types('backup', copy);
    await copyAgain();
    rmSync(files, { recursive: true });
    expect((await desk.types('restore', second())).code).toBe(0);
    expect(inodeOf(files, '1-a.pdf')).not.toBe(inodeOf(`${second()}.files`, '1-a.pdf'));
    expect(statSync(join(files, '1-a.pdf')).nlink).toBe(1);
  });

  it.each([
    [
      'a former copy that is another name of the live file',
      () => linkSync(join(files, '1-a.pdf'), join(`${copy}.files`, '1-a.pdf')),
    ],
    [
      'a link to the live file in its place',
      () => symlinkSync(join(files, '1-a.pdf'), join(`${copy}.files`, '1-a.pdf')),
    ],
  ])('never takes %s', async (_, put) => {
    receive('1-a.pdf', 'one');
    await desk.types('backup', copy);
    rmSync(join(`${copy}.files`, '1-a.pdf'));
    put();
    await copyAgain();
    const made = join(`${second()}.files`, '1-a.pdf');
    expect(lstatSync(made).isFile()).toBe(true);
    expect(statSync(made).ino).not.toBe(inodeOf(files, '1-a.pdf'));
  });

  it('links nothing from an unfinished copy or from the bot’s own folder', async () => {
    receive('1-a.pdf', 'one');
    await desk.types('backup', copy);
    rmSync(copy);
    await copyAgain();
    expect(statSync(join(`${second()}.files`, '1-a.pdf')).nlink).toBe(1);
    const beside = operator('2022-03-17', {
      DATABASE_PATH: desk.databasePath,
      FILES_PATH: `${copy}.files`,
    });
    writeFileSync(copy, 'looks like a finished copy');
    rmSync(second());
    rmSync(`${second()}.files`, { recursive: true });
    expect((await beside.types('backup', second())).code).toBe(0);
    expect(statSync(join(`${second()}.files`, '1-a.pdf')).nlink).toBe(1);
  });

  it('starts again without a file that is removed on purpose meanwhile', async () => {
    receive('1-a.pdf', 'one');
    receive('2-b.pdf', 'two');
    const { sqlite, close } = openStore(desk.databasePath, { migrate: false });
    let copies = 0;
    const remove = () => {
      sqlite.exec("update evidence set state = 'voided', storedName = null where storedName = '1-a.pdf'");
      rmSync(join(files, '1-a.pdf'));
    };
    const racing = {
      prepare: (words: string) => {
        const statement = sqlite.prepare(words);
        if (!words.startsWith('vacuum')) return statement;
        const run = (file: string) => {
          statement.run(file);
          if (++copies === 1) remove();
        };
        return { run };
      },
    } as unknown as typeof sqlite;
    expect(await backUp(racing, files, copy)).toMatchObject({ evidence: 1, troubled: [] });
    expect([copies, readdirSync(`${copy}.files`)]).toEqual([2, ['2-b.pdf']]);
    close();
  });
});

describe('restore', () => {
  it('puts the copy in place with its evidence, and keeps the former files under a dated name', async () => {
    receive('1-a.pdf', 'one');
    say('before');
    await desk.types('backup', copy);
    say('after');
    rmSync(files, { recursive: true });
    const { code, out } = await desk.types('restore', copy);
    expect(code).toBe(0);
    expect(said()).toBe('before');
    expect(readFileSync(join(files, '1-a.pdf'), 'utf8')).toBe('one');
    expect(acts().at(-1)).toBe('restored');
    const kept = 'monitoreo.db.antes-de-restaurar-2022-03-17-1000';
    expect(out).toContain(`Lo que había antes quedó en ${join(folder, kept)}.`);
    const former = openStore(join(folder, kept), { migrate: false });
    expect(readMeta(former.db, 'word')).toBe('after');
    former.close();
    expect(readdirSync(folder).filter((name) => /restaur/.test(name))).toEqual([kept]);
  });

  it('needs the lock, and says who holds it', async () => {
    await desk.types('backup', copy);
    say('after');
    const release = takeLock(join(folder, 'monitoreo.db'), new Date(0));
    const { code, err } = await desk.types('restore', copy);
    release();
    expect([code, said()]).toEqual([1, 'after']);
    expect(err).toContain(`pid ${process.pid}`);
  });

  it.each([
    ['a byte changed in a page', (bytes: Buffer) => bytes.fill(0xab, 8192, 8300), /está dañado/],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 8192), /está dañado/],
    [
      'no database',
      () => Buffer.from('a text that is long enough to be looked at\n'.repeat(99)),
      /no es una copia/,
    ],
    ['empty', () => Buffer.alloc(0), /no es una copia de la base de datos de este programa/],
  ])('refuses a copy that is %s, and changes nothing', async (_, change, told) => {
    await desk.types('backup', copy);
    say('after');
    writeFileSync(copy, change(readFileSync(copy)));
    const { code, err } = await desk.types('restore', copy);
    expect(err).toMatch(told);
    expect([code, said()]).toEqual([1, 'after']);
    expect(readdirSync(folder).filter((name) => /restaur/.test(name))).toEqual([]);
  });

  it('refuses a copy of a later version', async () => {
    await desk.types('backup', copy);
    const store = openStore(copy, { migrate: false });
    store.sqlite.exec('update __drizzle_migrations set created_at = created_at + 1');
    store.close();
    expect((await desk.types('restore', copy)).err).toMatch(/^Error: .*versión más nueva/);
  });

  it('refuses the database itself, also by another name for it', async () => {
    const itself = join(folder, '..', basename(folder), 'monitoreo.db');
    expect((await desk.types('restore', itself)).err).toMatch(/es la base de datos misma/);
  });

  it('replaces a damaged database, which is kept unchanged', async () => {
    say('before');
    await desk.types('backup', copy);
    const path = join(folder, 'monitoreo.db');
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xab, 4096));
    expect((await desk.types('plan', 'list')).code).toBe(1);
    expect((await desk.types('restore', copy)).code).toBe(0);
    expect(said()).toBe('before');
    expect(readFileSync(`${path}.antes-de-restaurar-2022-03-17-1000`)).toEqual(bytes);
  });

  it('skips question ids, so that a button of a lost question cannot answer another', async () => {
    const ask = () =>
      desk.inDatabase((db) => {
        db.insert(person).values({ id: 1, name: 'Ana', createdAt: 1 }).onConflictDoNothing().run();
        const row = {
          personId: 1,
          kind: 'leave' as const,
          payload: {},
          state: 'closed' as const,
          askedAt: 1,
        };
        return db.insert(question).values(row).returning().get().id;
      });
    const copied = ask();
    await desk.types('backup', copy);
    const lost = ask();
    await desk.types('restore', copy);
    expect(lost).toBe(copied + 1);
    expect(ask()).toBeGreaterThan(lost + 1000);
  });

  it('is recognised when it stopped between the old file and the new, and completed by running it again', async () => {
    say('before');
    await desk.types('backup', copy);
    const path = join(folder, 'monitoreo.db');
    writeFileSync(`${path}.restaurando`, readFileSync(copy));
    rmSync(path);
    expect((await desk.types('plan', 'list')).err).toMatch(/^Error: una restauración de .* quedó a medias/);
    expect(existsSync(path)).toBe(false);
    expect((await desk.types('restore', copy)).code).toBe(0);
    expect(said()).toBe('before');
  });
});
