import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from './drizzle.ts';
import { ensureFolder } from './folder.ts';
import { bringUpToDate } from './migrate.ts';
import { closeToOthers, makePrivate } from './private-file.ts';
import { DamagedError, HalfRestoredError } from './refusals.ts';
import { keepStatements } from './statements.ts';
import type { Db, Sqlite, Store } from './store.ts';
import { emptyLogWhenErased } from './traces.ts';
import { logDamage } from './write-ahead-log.ts';

export type { Db, Sqlite, Store } from './store.ts';

/**
 * Opens the database file, creating its folder. WAL with `synchronous=FULL`: a committed answer survives
 * a power cut. Waits up to 5 s for another writer (the command line beside the running bot). With `migrate`, which
 * needs the bot's lock, the whole file is looked through first and its tables are brought up to date.
 * A damaged file is refused as it is: nothing of it is written, nor lost by being opened.
 * @throws {DamagedError} @throws {HalfRestoredError} @throws {NewerDatabaseError}
 * @throws {Error} SQLite's, when the file cannot be opened or is no database.
 */
export function openStore(path: string, options: { readonly migrate: boolean }): Store {
  ensureFolder(dirname(path));
  refuseHalfRestored(path);
  if (options.migrate) lookThrough(path);
  else refuseDamagedLog(path);
  // What people wrote is nobody else's to read; SQLite gives a new log the rights of the file.
  (isOpenHere(path) ? closeToOthers : makePrivate)(path);
  for (const end of ['-wal', '-shm']) closeToOthers(path + end);
  const sqlite = new Database(path, { timeout: 5_000 });
  const store = storeOf(sqlite);
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    // What is erased is overwritten with zeros (specification: Personal data).
    sqlite.pragma('secure_delete = ON');
    keepStatements(sqlite);
    keepTemporaryInMemory(sqlite);
    if (options.migrate) bringUpToDate(store, path);
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Opens a file to look at it: nothing in it can be changed, and closing it moves nothing. @throws as `openStore` */
export function openToRead(path: string): Store {
  refuseHalfRestored(path);
  return openToReadAnyway(path);
}

/** The same, also beside a restore that stopped half-way. @throws {DamagedError} @throws {Error} SQLite's */
export function openToReadAnyway(path: string): Store {
  refuseDamagedLog(path);
  const sqlite = new Database(path, { timeout: 5_000, readonly: true });
  keepTemporaryInMemory(sqlite);
  return storeOf(sqlite);
}

/** How many connections of this process have a file open, by its path. */
const openHere = new Map<string, number>();

/**
 * While a connection of this process has a file open, nothing else of this process may open and close it or its index:
 * Linux would drop the locks of the connection, and another process would cut the index to nothing under it
 * (SQLite, *How To Corrupt An SQLite Database File*, 2.2; a SIGBUS was seen).
 */
function isOpenHere(path: string): boolean {
  return (openHere.get(resolve(path)) ?? 0) > 0;
}

function storeOf(sqlite: Sqlite): Store {
  const path = resolve(sqlite.name);
  openHere.set(path, (openHere.get(path) ?? 0) + 1);
  const close = () => {
    if (sqlite.open) openHere.set(path, (openHere.get(path) ?? 1) - 1);
    sqlite.close();
  };
  return { db: drizzle(sqlite), sqlite, close };
}

/**
 * Runs `work` in one IMMEDIATE transaction: the write lock is taken first, so a busy file waits instead of failing. When
 * it erased something about a person, the log is emptied after the commit.
 */
export function inTransaction<T>(store: Store, work: (db: Db) => T): T {
  const done = transactionOf(store.sqlite).immediate(() => work(store.db)) as T;
  emptyLogWhenErased(store);
  return done;
}

/** Runs `work` on one state of the database, whatever others write meanwhile. */
export function inSnapshot<T>(store: Store, work: (db: Db) => T): T {
  return transactionOf(store.sqlite).deferred(() => work(store.db)) as T;
}

/** Within a transaction: what `work` wrote is undone alone when it throws. */
export function inSavepoint<T>(store: Store, work: (db: Db) => T): T {
  return transactionOf(store.sqlite)(() => work(store.db)) as T;
}

type Transaction = Database.Transaction<(work: () => unknown) => unknown>;
const transactions = new WeakMap<Sqlite, Transaction>();

/** Made once a connection: making it takes longer than a short transaction. */
function transactionOf(sqlite: Sqlite): Transaction {
  const known = transactions.get(sqlite);
  if (known) return known;
  const made = sqlite.transaction((work: () => unknown) => work());
  transactions.set(sqlite, made);
  return made;
}

/** Where a restore puts the new file just before the old one goes (`restore.ts`). */
export function restoring(path: string): string {
  return `${path}.restaurando`;
}

/** Where the root is read-only SQLite finds no place for them (SQLITE_IOERR_GETTEMPPATH, seen), and a savepoint fails. */
function keepTemporaryInMemory(sqlite: Sqlite): void {
  sqlite.pragma('temp_store = MEMORY');
}

function refuseHalfRestored(path: string): void {
  if (existsSync(restoring(path))) throw new HalfRestoredError(path);
}

function refuseDamagedLog(path: string): void {
  if (isOpenHere(path)) return;
  const damage = logDamage(path);
  if (damage !== null) throw new DamagedError(path, damage);
}

/** @throws {DamagedError} */
function lookThrough(path: string): void {
  if (!existsSync(path) || statSync(path).size === 0) return refuseDamagedLog(path);
  const { sqlite, close } = openToRead(path);
  try {
    const [found] = sqlite.prepare('pragma quick_check(1)').pluck().all().map(String);
    if (found !== 'ok') throw new DamagedError(path, found ?? '');
  } catch (error) {
    throw isDamage(error) ? new DamagedError(path, error.code) : error;
  } finally {
    close();
  }
}

function isDamage(error: unknown): error is { readonly code: string } {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CORRUPT');
}
