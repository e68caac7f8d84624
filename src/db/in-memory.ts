import Database from 'better-sqlite3';
import { drizzle } from './drizzle.ts';
import type { Sqlite, Store } from './store.ts';

/** Bytes of a database that is copied into memory; a larger one would take the machine's. */
export const MOST_IN_MEMORY = 300 * 1024 * 1024;

/** Bytes 18 and 19 of a file: how it is written. A database in memory has no write-ahead log (SQLite, File Format). */
const JOURNAL = { from: 18, to: 20, rollback: 1 } as const;

/** A copy that lives in memory, in which anything can be tried. Null: the database is too large for that. */
export function copyInMemory(sqlite: Sqlite): Store | null {
  const pages = Number(sqlite.pragma('page_count', { simple: true }));
  const bytes = pages * Number(sqlite.pragma('page_size', { simple: true }));
  return bytes > MOST_IN_MEMORY ? null : openInMemory(sqlite.serialize());
}

/** The bytes of a database file as a database of its own. @throws {Error} SQLite's, when they are none */
export function openInMemory(bytes: Buffer): Store {
  if (bytes.length >= JOURNAL.to) bytes.fill(JOURNAL.rollback, JOURNAL.from, JOURNAL.to);
  const sqlite = new Database(bytes);
  return { db: drizzle(sqlite), sqlite, close: () => sqlite.close() };
}
