import type { Statement } from 'better-sqlite3';
import type { Sqlite } from './store.ts';

const mostStatements = 500;

/**
 * drizzle prepares a statement for every query; the same text is prepared once and used again. Only while it is not
 * being read from: a statement that is being iterated over is a statement of its own.
 */
export function keepStatements(sqlite: Sqlite): void {
  const prepare = sqlite.prepare.bind(sqlite) as (source: string) => Statement;
  const kept = new Map<string, Statement>();
  const again = (source: string): Statement => {
    const known = kept.get(source);
    if (known && !known.busy) return known.reader ? known.raw(false).pluck(false) : known;
    const made = prepare(source);
    if (!known && kept.size < mostStatements) kept.set(source, made);
    return made;
  };
  sqlite.prepare = again as typeof sqlite.prepare;
}
