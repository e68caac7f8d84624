import { type SQL, type SQLiteColumn, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { plannedOnce } from './statements.ts';

/**
 * A query that is built once per connection and then only run. To build its SQL anew takes drizzle five times
 * as long as SQLite needs to answer it (measured), and an answer to a person runs some forty queries. Build
 * it with `sql.placeholder`; the `set` of an update does not take one, so use `given` there.
 */
export function prepared<Query extends object>(build: (db: Db) => Query): (db: Db) => Query {
  const made = new WeakMap<Db, Query>();
  return (db) => {
    const known = made.get(db);
    if (known !== undefined) return known;
    const query = plannedOnce(() => build(db));
    made.set(db, query);
    return query;
  };
}

/** The value that a column is set to when the query is run, encoded as drizzle would encode it. */
export function given(name: string, column: SQLiteColumn): SQL {
  return sql`${sql.param(sql.placeholder(name), column)}`;
}

/** The same for a JSON column that may be null: drizzle would write the JSON `null`, a text. */
export function givenOrNull(name: string, column: SQLiteColumn): SQL {
  return sql`nullif(${given(name, column)}, 'null')`;
}
