import type { Database } from 'better-sqlite3';
import type { drizzle } from './drizzle.ts';

/** The connection itself, for what drizzle does not do: pragmas, copies, raw statements. */
export type Sqlite = Database;

/** The tables, by drizzle. */
export type Db = ReturnType<typeof drizzle>;

/** An open database file. */
export type Store = { readonly db: Db; readonly sqlite: Sqlite; readonly close: () => void };
