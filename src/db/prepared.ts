import type { Db } from './open.ts';

/**
 * A query that is built once a connection and then only run: building its SQL anew costs drizzle five times what SQLite
 * takes to answer it (measured), and an answer to a person asks some sixty. Build it with `sql.placeholder`.
 */
export function prepared<Query>(build: (db: Db) => Query): (db: Db) => Query {
  const made = new WeakMap<Db, Query>();
  return (db) => {
    const known = made.get(db);
    if (known !== undefined) return known;
    const query = build(db);
    made.set(db, query);
    return query;
  };
}
