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
  const again = (written: string): Statement => {
    const source = planning ? withParametersApart(written) : written;
    const known = kept.get(source);
    if (known && !known.busy) return known.reader ? known.raw(false).pluck(false) : known;
    const made = prepare(source);
    if (!known && kept.size < mostStatements) kept.set(source, made);
    return made;
  };
  sqlite.prepare = again as typeof sqlite.prepare;
}

let planning = false;

/**
 * Statements that `make` prepares are planned once, whatever values they are run with. With a bare parameter beside an
 * indexed column, or after LIMIT, SQLite with STAT4 (better-sqlite3's) compiles a statement anew at every run, since the
 * value might change the plan (SQLite, sqlite3_prepare): 4 to 27 µs instead of one, measured.
 */
export function plannedOnce<Made>(make: () => Made): Made {
  planning = true;
  try {
    return make();
  } finally {
    planning = false;
  }
}

/** Every parameter in a subquery, into which the planner does not look. Inserts have no plan. */
function withParametersApart(source: string): string {
  return source.startsWith('insert') ? source : source.replaceAll('?', '(select ?)');
}
