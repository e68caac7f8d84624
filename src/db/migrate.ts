import { existsSync } from 'node:fs';
import { copyDatabase } from './copy.ts';
import { migrate } from './drizzle.ts';
import { NewerDatabaseError } from './refusals.ts';
import { ourMigrations, schemaVersion } from './schema-version.ts';
import type { Store } from './store.ts';

/**
 * Brings the tables of an open file up to this program's, all or nothing, after a whole copy of the file beside it
 * when there was anything in it. To be done under the bot's lock. @returns the copy's path, null when none was needed.
 * @throws {NewerDatabaseError} when a later version made them; nothing is changed then.
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
  const copy = tables === 0 ? null : freeName(`${path}.antes-de-actualizar`);
  if (copy !== null) copyDatabase(sqlite, copy);
  // A rebuilt table must not take the rows that refer to it along (https://sqlite.org/lang_altertable.html#otheralter).
  sqlite.pragma('foreign_keys = OFF');
  try {
    migrate(db, { migrationsFolder: folder });
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
  return copy;
}

function freeName(path: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? path : `${path}-${number}`;
    if (!existsSync(name)) return name;
  }
}
