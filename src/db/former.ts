import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { damages } from './health.ts';
import { beforeRestore } from './kept-files.ts';
import { type Db, openToReadAnyway, restoring, type Store } from './open.ts';
import { DamagedError } from './refusals.ts';
import { type Since, sinceShared } from './since.ts';

/** Why it is not known all that happened since a copy: there is no file, it is damaged, or it is not the copy's. */
export type Unknown = 'missing' | 'unreadable' | 'another';

/** What is known of the time since a copy. `unknown` null: the database that is replaced knows all. */
export type SinceCopy = {
  readonly replaced: Since | null;
  /** The databases that earlier restores put aside; only asked when the replaced one does not know all. */
  readonly kept: readonly Since[];
  readonly unknown: Unknown | null;
};

/** Reads what the database that a restore replaces knows of the time since the copy. To be done under the bot's lock. */
export function readSince(path: string, copy: Db): SinceCopy {
  const kept = keptByRestores(path);
  const former = existsSync(path) ? path : putAsideHalfWay(path, kept[0]);
  const replaced = former === undefined ? null : readFormer(former, copy);
  const unknown = whatIsUnknown(former, replaced);
  if (unknown === null) return { replaced, kept: [], unknown };
  const others = kept.filter((each) => each !== former).flatMap((each) => readFormer(each, copy) ?? []);
  return { replaced, kept: others, unknown };
}

function whatIsUnknown(former: string | undefined, replaced: Since | null): Unknown | null {
  if (former === undefined) return 'missing';
  if (replaced === null || isDamaged(former)) return 'unreadable';
  return replaced.isWhole ? null : 'another';
}

/** A restore that stopped half-way had put the database aside, after it had laid the new one ready. */
function putAsideHalfWay(path: string, newest: string | undefined): string | undefined {
  const ready = restoring(path);
  if (newest === undefined || !existsSync(ready)) return undefined;
  return statSync(newest).ctimeMs >= statSync(ready).ctimeMs ? newest : undefined;
}

/** The newest first. */
function keptByRestores(path: string): readonly string[] {
  const folder = dirname(path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(path)}${beforeRestore}`) && !/-(wal|shm)$/.test(name))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((name) => join(folder, name));
}

/** Null when it cannot be read. What a damaged file still tells is taken. */
function readFormer(path: string, copy: Db): Since | null {
  return reading(path, ({ db }) => sinceShared(db, copy));
}

function isDamaged(path: string): boolean {
  return reading(path, ({ sqlite }) => damages(sqlite).length === 0) !== true;
}

function reading<T>(path: string, read: (store: Store) => T): T | null {
  const before = companionsOf(path);
  try {
    const store = openToReadAnyway(path);
    try {
      return read(store);
    } finally {
      store.close();
    }
  } catch (error) {
    // A damaged page may also hold text that is no JSON any more.
    const isDamage = [Database.SqliteError, DamagedError, SyntaxError].some((kind) => error instanceof kind);
    if (isDamage) return null;
    throw error;
  } finally {
    for (const each of companionsOf(path)) if (!before.includes(each)) rmSync(each);
  }
}

/** SQLite's own files beside a database; a reader makes them where there are none. */
function companionsOf(path: string): readonly string[] {
  return ['-wal', '-shm'].map((end) => path + end).filter((each) => existsSync(each));
}
