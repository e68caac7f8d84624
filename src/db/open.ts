import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, migrate } from './drizzle.ts';
import * as schema from './schema/index.ts';

export type Sqlite = Database.Database;
export type Db = ReturnType<typeof drizzle<typeof schema>>;
export type Store = { readonly db: Db; readonly sqlite: Sqlite; readonly close: () => void };

const migrationsFolder = join(import.meta.dirname, '../../drizzle');

/**
 * Opens the database file, creating its folder. WAL with `synchronous=FULL`: a committed answer survives
 * a power cut. Waits up to 5 s for another writer (the command line beside the running bot).
 * @throws {Error} SQLite's, when the file cannot be opened or is no database.
 */
export function openStore(path: string, options: { readonly migrate: boolean }): Store {
  mkdirSync(dirname(path), { recursive: true });
  const sqlite = new Database(path, { timeout: 5_000 });
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  const db = drizzle(sqlite, { schema });
  if (options.migrate) migrate(db, { migrationsFolder });
  return { db, sqlite, close: () => sqlite.close() };
}

/** Runs `work` in one IMMEDIATE transaction: the write lock is taken first, so a busy file waits instead of failing. */
export function inTransaction<T>(store: Store, work: (db: Db) => T): T {
  return store.sqlite.transaction(() => work(store.db)).immediate();
}
