import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMeta, writeMeta } from '../../src/db/meta.ts';
import { bringUpToDate } from '../../src/db/migrate.ts';
import { inTransaction, openStore, openToRead } from '../../src/db/open.ts';
import { NewerDatabaseError } from '../../src/db/refusals.ts';

const ours = join(import.meta.dirname, '../../drizzle');
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrate-'));
  path = join(folder, 'bot.db');
  const store = openStore(path, { migrate: true });
  inTransaction(store, (db) => writeMeta(db, 'kept', 'yes'));
  store.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The migrations of a later version: ours and one more. */
function laterVersion(statements: readonly string[]): string {
  const later = join(folder, 'drizzle');
  cpSync(ours, later, { recursive: true });
  const file = join(later, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { idx: number; when: number }[] };
  const last = journal.entries.at(-1);
  if (!last) throw new Error('no migrations');
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, ...{ tag: '9999_later' } });
  writeFileSync(file, JSON.stringify(journal));
  writeFileSync(join(later, '9999_later.sql'), statements.join('\n--> statement-breakpoint\n'));
  return later;
}

const files = () => readdirSync(folder).filter((name) => name.startsWith('bot.db.'));

describe('an upgrade', () => {
  it('copies the file first, and changes the tables', () => {
    const later = laterVersion(['create table later (a integer) strict', 'drop table later']);
    const store = openStore(path, { migrate: false });
    const copy = bringUpToDate(store, path, later);
    expect(bringUpToDate(store, path, later)).toBeNull();
    store.close();
    expect(files()).toEqual(['bot.db.antes-de-actualizar']);
    const former = openToRead(copy ?? '');
    expect(readMeta(former.db, 'kept')).toBe('yes');
    former.close();
  });

  it('changes nothing when it fails half-way, and leaves the copy', () => {
    const later = laterVersion(['create table later (a integer) strict', 'insert into nowhere values (1)']);
    for (const attempt of [1, 2]) {
      const store = openStore(path, { migrate: false });
      expect(() => bringUpToDate(store, path, later)).toThrow();
      expect(store.sqlite.prepare("select 1 from sqlite_master where name = 'later'").get()).toBeUndefined();
      expect(readMeta(store.db, 'kept')).toBe('yes');
      store.close();
      expect(files()).toHaveLength(attempt);
    }
    const store = openStore(path, { migrate: true });
    expect(readMeta(store.db, 'kept')).toBe('yes');
    store.close();
  });

  it('keeps the rows that refer to a rebuilt table', () => {
    const store = openStore(path, { migrate: false });
    store.sqlite.exec(`create table a (id integer primary key) strict;
      create table b (a integer references a (id) on delete cascade) strict;
      insert into a values (1); insert into b values (1);`);
    bringUpToDate(
      store,
      path,
      laterVersion([
        'create table new_a (id integer primary key, c integer) strict',
        'insert into new_a select id, 2 from a',
        'drop table a',
        'alter table new_a rename to a',
      ]),
    );
    expect(store.sqlite.prepare('select count(*) from b').pluck().get()).toBe(1);
    store.close();
  });
});

it('refuses a database of a later version, and changes or copies nothing', () => {
  const store = openStore(path, { migrate: false });
  store.sqlite.exec('update __drizzle_migrations set created_at = created_at + 1');
  store.close();
  const before = readFileSync(path);
  expect(() => openStore(path, { migrate: true })).toThrow(NewerDatabaseError);
  expect(readFileSync(path)).toEqual(before);
  expect(files()).toEqual([]);
});
