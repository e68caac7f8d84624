import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Sqlite } from './store.ts';

/** How the tables of a database file compare with the migrations of this program. */
export type SchemaVersion = 'current' | 'older' | 'newer';

const journal = z.object({ entries: z.array(z.object({ when: z.number() })) });

export const ourMigrations = join(import.meta.dirname, '../../drizzle');

/** Compares the last applied migration with the last one in `drizzle/`; an empty file is `older`. */
export function schemaVersion(sqlite: Sqlite, folder = ourMigrations): SchemaVersion {
  const file = join(folder, 'meta/_journal.json');
  const ours = Math.max(
    ...journal.parse(JSON.parse(readFileSync(file, 'utf8'))).entries.map((entry) => entry.when),
  );
  const applied = lastApplied(sqlite);
  return applied === ours ? 'current' : applied < ours ? 'older' : 'newer';
}

/** When the last applied migration was made, as drizzle keeps it; 0 in a file without any. */
function lastApplied(sqlite: Sqlite): number {
  const table = sqlite
    .prepare("select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'")
    .get();
  if (table === undefined) return 0;
  const last = sqlite.prepare('select max(created_at) from __drizzle_migrations').pluck().get();
  return typeof last === 'number' ? last : 0;
}
