import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { MOST_IN_MEMORY, openInMemory } from './in-memory.ts';

/**
 * Other databases of ours in the same folder that hold people or plans: under another name, or put aside by a restore.
 * They are read as bytes: SQLite would leave files beside them.
 */
export function databasesBeside(path: string): readonly string[] {
  return namesIn(dirname(path))
    .filter((name) => name !== basename(path) && !/-(wal|shm|journal)$/.test(name))
    .map((name) => join(dirname(path), name))
    .filter(holdsData);
}

function holdsData(path: string): boolean {
  try {
    if (statSync(path).size > MOST_IN_MEMORY) return false;
    const copy = openInMemory(readFileSync(path));
    try {
      const both = 'select (select count(*) from person) + (select count(*) from plan)';
      return Number(copy.sqlite.prepare(both).pluck().get()) > 0;
    } finally {
      copy.close();
    }
  } catch {
    // It is no database, or none of ours.
    return false;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  } catch {
    return [];
  }
}
