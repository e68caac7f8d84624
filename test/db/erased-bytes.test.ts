import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, type Sqlite } from '../../src/db/open.ts';
import { job, plan } from '../../src/db/schema/index.ts';
import { cleanPages, emptyLog, hasTraces, noteErased, roomToClean } from '../../src/db/traces.ts';
import { momentAt } from '../../src/domain/dates.ts';
import type { Person } from '../../src/simulator/index.ts';
import { type Cast, cast } from '../world/cast.ts';
import { listen } from '../world/log.ts';
import { typed } from '../world/operator.ts';
import { READING_MS } from '../world/reading.ts';
import { until } from '../world/until.ts';
import { openWorld, type World } from '../world/world.ts';

let world: World<Cast>;
let heard: ReturnType<typeof listen>;

beforeEach(async () => {
  heard = listen();
  world = await openWorld<Cast>(cast, { start: ['2022-03-17', 10], notEnrolled: ['ana', 'carlos'] });
});
afterEach(() => world.end());

/** The account number as SQLite stores it, besides its digits. */
function formsOf(what: string | number): readonly Buffer[] {
  const digits = Buffer.from(String(what));
  if (typeof what === 'string') return [digits];
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(what, 0, 6);
  return [digits, bytes];
}

/** The files beside the database and of its copies that hold something, anywhere in their bytes. */
function filesWith(what: string | number): readonly string[] {
  const { folder } = world.database;
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => formsOf(what).some((form) => readFileSync(path).includes(form)))
    .map((path) => path.slice(folder.length + 1));
}

const start = async () => {
  await world.startBot({ log: heard.log, watchWriters: () => () => undefined });
  await until(world.isQuiet, 'the bot to be quiet');
};
const after = async (act: () => void) => {
  world.clock.step(READING_MS);
  act();
  await until(world.isQuiet, 'the bot to be quiet');
};
const tick = () => after(world.tick);
const goTo = async (date: string, hour: number) => {
  world.clock.step(momentAt(date, hour) - world.clock.now());
  await tick();
};
const jobsDone = () =>
  until(
    () =>
      world.db
        .select()
        .from(job)
        .all()
        .every(({ state }) => state !== 'waiting'),
    'the jobs',
  );

const account = 7_012_345_678_901;
const telegramName = 'Zoraida Quimbaya';
const half = 'se habló con la junta del barrio Bellavista';

/** A coordinator invites somebody, who comes with an account and writes half a report. */
async function enrol(
  name = telegramName,
  id = account,
  who = 'Ana Arboleda',
): Promise<{ phone: Person; token: string }> {
  const { coordinator } = world.phones;
  await after(() => coordinator.say('/personas'));
  await after(() => coordinator.tap(who));
  await after(() => coordinator.tap(/^Invitar|^Nuevo enlace|enlace/));
  await jobsDone();
  await until(world.isQuiet, 'the picture');
  const link = coordinator.chat
    .map(({ text }) => /t\.me\/\S+start=([\w-]{22})/.exec(text ?? '')?.[1])
    .findLast(Boolean);
  const token = link ?? '';
  const [firstName = '', lastName = ''] = name.split(' ');
  const phone = world.simulator.person({ id, firstName, lastName });
  await after(() => phone.say(`/start ${token}`));
  await after(() => phone.tap('Autorizo'));
  await tick();
  await after(() => phone.say('/reportar'));
  await after(() => phone.say(half));
  return { phone, token };
}

const leave = async (phone: Person) => {
  await after(() => phone.say('/salir'));
  await after(() => phone.tap('Sí, retirarme'));
  await jobsDone();
  await tick();
};

/** Everything that `enrol` left of a person. */
const traces = [account, telegramName, half];

describe('who leaves', () => {
  it('leaves account, Telegram name, half a report and invitation in no byte of the files, nor of later copies', async () => {
    await start();
    const { phone, token } = await enrol();
    const { coordinator } = world.phones;
    await after(() => coordinator.say('/personas'));
    await after(() => coordinator.tap('Ana Arboleda'));
    expect(coordinator.chat.some(({ text }) => text?.includes(`«${telegramName}»`))).toBe(true);
    for (const what of traces) expect(filesWith(what), `${what}`).not.toEqual([]);
    await leave(phone);
    const env = { DATABASE_PATH: world.database.path, FILES_PATH: world.database.filesPath };
    const copy = join(world.database.folder, 'copy.db');
    expect((await typed(['backup', copy], { env, clock: world.clock })).err).toBe('');
    for (const what of [...traces, token]) expect(filesWith(what), `${what}`).toEqual([]);
  });

  it('also as somebody who was not that person', async () => {
    await start();
    await enrol();
    const { coordinator } = world.phones;
    await after(() => coordinator.tap('No es esa persona'));
    await after(() => coordinator.tap('Sí, no es esa persona'));
    await jobsDone();
    await tick();
    for (const what of traces) expect(filesWith(what), `${what}`).toEqual([]);
  });

  it('also as a former account, when the person comes with another', async () => {
    await start();
    await enrol();
    await enrol('Otra Cuenta', account + 1);
    await jobsDone();
    await tick();
    for (const what of [account, telegramName]) expect(filesWith(what), `${what}`).toEqual([]);
    expect(filesWith(account + 1)).not.toEqual([]);
  });

  it('also as an account that waited for the yes of an office, and did not get it', async () => {
    await start();
    const { mayor, coordinator } = world.phones;
    await after(() => coordinator.say('/personas'));
    await after(() => coordinator.tap('Julio Biojó'));
    await after(() => coordinator.tap('Cambió de cuenta: nuevo enlace'));
    await jobsDone();
    const link = coordinator.chat.findLast(({ text }) => text?.includes('start='))?.text;
    const [firstName = '', lastName = ''] = telegramName.split(' ');
    const other = world.simulator.person({ id: account, firstName, lastName });
    await after(() => other.say(`/start ${/start=([\w-]{22})/.exec(link ?? '')?.[1]}`));
    await after(() => other.tap('Autorizo'));
    await tick();
    expect(mayor.chat.some(({ text }) => text?.includes(`«${telegramName}»`))).toBe(true);
    for (const what of [account, telegramName]) expect(filesWith(what), `${what}`).not.toEqual([]);
    await after(() => mayor.tap('No'));
    await jobsDone();
    await goTo('2022-03-18', 8);
    for (const what of [account, telegramName]) expect(filesWith(what), `${what}`).toEqual([]);
  });

  it('while somebody reads: the log is emptied in the first minute in which nobody does', async () => {
    await start();
    const { phone } = await enrol();
    const reader = new Database(world.database.path, { readonly: true });
    reader.exec('begin');
    reader.prepare('select count(*) from person').get();
    await leave(phone);
    expect(filesWith(telegramName)).toEqual(['monitoreo.db-wal']);
    reader.close();
    expect(filesWith(telegramName)).toEqual(['monitoreo.db-wal']);
    await tick();
    for (const what of traces) expect(filesWith(what), `${what}`).toEqual([]);
  });

  it('is not told to the inviter by a notice that still waits; another person with that Telegram name is', async () => {
    world.clock.step(momentAt('2022-03-19', 10) - world.clock.now());
    await start();
    const { phone } = await enrol();
    await enrol(telegramName, account + 1, 'Carlos Peña');
    await leave(phone);
    await goTo('2022-03-22', 8);
    const told = (words: string) =>
      world.phones.coordinator.chat.filter(({ text }) => text?.includes(words)).length;
    expect([told('Ana Arboleda aceptó la invitación'), told('Ana Arboleda se retiró')]).toEqual([0, 1]);
    expect(told(`Carlos Peña aceptó la invitación. En Telegram aparece como «${telegramName}».`)).toBe(1);
  });
});

/** A file in which rows were erased as SQLite does by itself. */
function eraseCarelessly(path: string): void {
  const careless = new Database(path);
  careless.pragma('journal_mode = WAL');
  careless.exec('create table litter (id integer primary key, text text)');
  const add = careless.prepare('insert into litter (text) values (?)');
  for (let row = 0; row < 2_000; row++) add.run(`${telegramName} ${row} ${'x'.repeat((row * 37) % 300)}`);
  careless.exec('delete from litter where id % 3 > 0; update litter set text = null');
  careless.pragma('user_version = 0');
  careless.close();
}

describe('traces that a former version left when it erased', () => {
  it('is taken out of the file at the first start', async () => {
    eraseCarelessly(world.database.path);
    expect(filesWith(telegramName)).not.toEqual([]);
    await start();
    expect(filesWith(telegramName)).toEqual([]);
    expect(world.db.select().from(plan).all()).toHaveLength(1);
  });

  it('stays while there is no room, which is said, and goes at the next start', () => {
    eraseCarelessly(world.database.path);
    const { store } = world;
    expect(cleanPages(store, () => roomToClean(store.sqlite) - 1)).toBe('noRoom');
    expect(hasTraces(store.sqlite)).toBe(true);
    expect(cleanPages(store, () => roomToClean(store.sqlite))).toBe('clean');
    expect([hasTraces(store.sqlite), filesWith(telegramName)]).toEqual([false, []]);
  });
});

/** Rows of all lengths come and go, so that pages are divided and joined. @returns what was erased, and what was not */
function eraseOften(sqlite: Sqlite): {
  readonly erased: ReadonlySet<string>;
  readonly some: string;
} {
  let seed = 7;
  const any = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * most);
  };
  sqlite.exec('create table litter (a integer, b integer, text text, primary key (a, b))');
  sqlite.exec('create unique index litter_text on litter (text)');
  const add = sqlite.prepare('insert into litter values (?, ?, ?)');
  const remove = sqlite.prepare('delete from litter where text = ?');
  const [kept, erased]: [string[], string[]] = [[], []];
  inTransaction(world.store, () => {
    for (let row = 0; row < 6_000; row++) {
      const text = `litter-${row}-${'x'.repeat(any(300))}`;
      add.run(any(1_000_000), row, text);
      kept.push(text);
      if (any(10) >= 4) continue;
      const gone = kept.splice(any(kept.length), 1)[0] ?? '';
      remove.run(gone);
      erased.push(gone);
    }
  });
  return {
    erased: new Set(erased.map((text) => /litter-\d+-/.exec(text)?.[0] ?? '')),
    some: kept[0] ?? '',
  };
}

describe('what is erased', () => {
  it('is overwritten at once, but for copies that SQLite left when it moved rows: these go in the night', async () => {
    await start();
    const { store } = world;
    const { erased, some } = eraseOften(store.sqlite);
    const left = () => {
      emptyLog(store);
      const found = readFileSync(world.database.path, 'latin1').match(/litter-\d+-/g) ?? [];
      return new Set(found.filter((text) => erased.has(text))).size;
    };
    expect([erased.size > 2_000, left() > 0, left() < 20]).toEqual([true, true, true]);
    inTransaction(store, (db) => noteErased(db));
    await goTo('2022-03-18', 3);
    expect([left(), hasTraces(store.sqlite)]).toEqual([0, false]);
    expect(filesWith(some)).toEqual(['monitoreo.db']);
  });

  it('leaves nothing behind of a restore that was killed', async () => {
    for (const end of ['', '-wal']) writeFileSync(`${world.database.path}.por-restaurar${end}`, telegramName);
    await start();
    expect(filesWith(telegramName)).toEqual([]);
  });

  it('leaves no copy behind that an upgrade made more than 30 days ago', async () => {
    const [old, recent] = ['.antes-de-actualizar', '.antes-de-actualizar-2'].map(
      (end) => `${world.database.path}${end}`,
    );
    for (const [path, days] of [
      [old, 31],
      [recent, 29],
    ] as const) {
      writeFileSync(path ?? '', telegramName);
      const at = new Date(world.clock.now() - days * 86_400_000);
      utimesSync(path ?? '', at, at);
    }
    await start();
    expect(filesWith(telegramName)).toEqual(['monitoreo.db.antes-de-actualizar-2']);
    await goTo('2022-03-19', 3);
    expect(filesWith(telegramName)).toEqual([]);
  });
});
