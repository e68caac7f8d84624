import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from './drizzle.ts';
import { freeBytes } from './free-space.ts';
import type { Db, Sqlite, Store } from './store.ts';

/**
 * What is erased must not stay in the bytes of the files. `secure_delete` overwrites it at once (`open.ts`). Two
 * traces are left, and go by what stands here:
 *
 * - The write-ahead log holds pages as they were. It is emptied after the commit that erased.
 * - When SQLite moves rows to a neighbouring page, the old page may keep a copy of them in its unused part, which
 *   nothing overwrites when the row itself is erased later (4 of 2,400 erased rows, measured). `VACUUM` writes every
 *   page anew, in the night after.
 */
const MARKS = { clean: 1, erased: 2 } as const;

/** Connections whose next commit erases something, and those whose log could not be emptied then. */
const [asked, waiting] = [new WeakSet<Db>(), new WeakSet<Db>()];

/** Call it within the transaction that erases something about a person, or a secret. */
export function noteErased(db: Db): void {
  asked.add(db);
  // The header's free number, so that it is there in every version of the tables.
  db.run(sql.raw(`pragma user_version = ${MARKS.erased}`));
}

/** A file that never held anything has no traces. */
export function markClean(sqlite: Sqlite): void {
  sqlite.pragma(`user_version = ${MARKS.clean}`);
}

/** Whether the pages may still hold something erased: also in every file of a version that did not overwrite. */
export function hasTraces(sqlite: Sqlite): boolean {
  return sqlite.pragma('user_version', { simple: true }) !== MARKS.clean;
}

/** After a commit: empties the log when the transaction erased something. Never throws: what was committed stays. */
export function emptyLogWhenErased(store: Store): void {
  if (!asked.has(store.db) || store.sqlite.inTransaction) return;
  asked.delete(store.db);
  emptyLog(store);
}

/** Each minute: tries again what could not be done after the commit. */
export function emptyLogAgain(store: Store): void {
  if (waiting.has(store.db)) emptyLog(store);
}

/**
 * Moves everything from the log into the file and cuts the log to nothing, without waiting for anybody who reads or
 * writes. @returns false when somebody did: it is tried again
 */
export function emptyLog({ db, sqlite }: Store): boolean {
  const timeout = Number(sqlite.pragma('busy_timeout', { simple: true }));
  let isEmpty = false;
  try {
    sqlite.pragma('busy_timeout = 0');
    isEmpty = sqlite.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  } finally {
    sqlite.pragma(`busy_timeout = ${timeout}`);
  }
  if (isEmpty) waiting.delete(db);
  else waiting.add(db);
  return isEmpty;
}

/** What a cleaning needs: the whole file once more in the log, and room to go on beside it. */
export function roomToClean(sqlite: Sqlite): number {
  return 2 * sizeOf(sqlite);
}

/**
 * Writes every page anew when something erased may be left in one. Holds up everybody who writes: a second for
 * 100 MB. To be done outside a transaction. @throws {Error} SQLite's
 */
export function cleanPages(store: Store, free: (folder: string) => number = freeBytes): 'clean' | 'noRoom' {
  const { sqlite } = store;
  if (!hasTraces(sqlite)) return 'clean';
  if (free(dirname(sqlite.name)) < roomToClean(sqlite)) return 'noRoom';
  // The pages are sorted in memory, like all that is temporary, when they have room there twice.
  const isLarge = process.availableMemory() < 2 * sizeOf(sqlite);
  try {
    if (isLarge) sqlite.pragma('temp_store = FILE');
    sqlite.exec('vacuum');
    markClean(sqlite);
  } finally {
    if (isLarge) sqlite.pragma('temp_store = MEMORY');
  }
  emptyLog(store);
  return 'clean';
}

function sizeOf(sqlite: Sqlite): number {
  const [pages, bytes] = ['page_count', 'page_size'].map((name) => sqlite.pragma(name, { simple: true }));
  return Number(pages) * Number(bytes);
}
