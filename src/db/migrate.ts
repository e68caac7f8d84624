import { existsSync } from 'node:fs';
import { copyDatabase } from './copy.ts';
import { migrate } from './drizzle.ts';
import { beforeUpgrade } from './kept-files.ts';
import { NewerDatabaseError } from './refusals.ts';
import { ourMigrations, schemaVersion } from './schema-version.ts';
import type { Store } from './store.ts';
import { markClean } from './traces.ts';

/**
 * Migrates an open file to this program's tables, all or nothing. It first copies a file that holds anything,
 * beside it. Call it under the bot's lock.
 * @returns the copy's path, null when none was needed.
 * @throws {NewerDatabaseError} when a later version made the tables; nothing is changed then.
 */
export function bringUpToDate(
  { sqlite, db }: Pick<Store, 'sqlite' | 'db'>,
  path: string,
  folder = ourMigrations,
): string | null {
  const version = schemaVersion(sqlite, folder);
  if (version === 'current') return null;
  if (version === 'newer') throw new NewerDatabaseError(path);
  const tables = Number(sqlite.prepare('select count(*) from sqlite_master').pluck().get());
  const copy = tables === 0 ? null : freeName(`${path}${beforeUpgrade}`);
  if (copy !== null) copyDatabase(sqlite, copy);
  // Rebuilding a table must not delete the rows that refer to it
  // (https://sqlite.org/lang_altertable.html#otheralter).
  sqlite.pragma('foreign_keys = OFF');
  try {
    migrate(db, { migrationsFolder: folder });
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
  if (copy === null) markClean(sqlite);
  return copy;
}

function freeName(path: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? path : `${path}-${number}`;
    if (!existsSync(name)) return name;
  }
}
