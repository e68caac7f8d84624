import type { Statement } from 'better-sqlite3';
import { ColumnClass, ParamClass, PlaceholderClass, type SQL, type SQLiteColumn, sql } from './drizzle.ts';
import type { Db } from './open.ts';

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
    const query = plannedOnce(build(db));
    made.set(db, query);
    return query;
  };
}

/** The value that a column is set to when the query is run, encoded as drizzle would encode it. */
export function given(name: string, column: SQLiteColumn): SQL {
  return sql`${sql.param(sql.placeholder(name), column)}`;
}

/**
 * What drizzle 0.45 keeps in a prepared query of better-sqlite3; `test/db/prepared` fails when this changes.
 */
type Inside = {
  readonly stmt: Statement;
  readonly query: { readonly sql: string; readonly params: readonly unknown[] };
};

/**
 * The same query with every parameter in a subquery. With a bare parameter beside an indexed column, or after
 * LIMIT, SQLite with STAT4 (better-sqlite3's) compiles the statement anew at every run, since the value might
 * change the plan (SQLite, sqlite3_prepare): 4 to 27 µs instead of one, measured. Inserts have no plan.
 */
function plannedOnce<Query extends object>(query: Query): Query {
  const { stmt, query: built } = query as unknown as Inside;
  const parts = built.sql.split('?');
  const asItIs = built.sql.startsWith('insert') || parts.length !== built.params.length + 1;
  const text = asItIs ? built.sql : parts.join('(select ?)');
  const params = built.params.map(asWritten);
  return Object.assign(query, { stmt: stmt.database.prepare(text), query: { ...built, params } });
}

/**
 * Null is stored as null in every column; drizzle would write the JSON `null`. A column that stores values
 * unchanged needs no encoder: drizzle takes longer to find one than to bind the value.
 */
function asWritten(param: unknown): unknown {
  if (!(param instanceof ParamClass) || !(param.value instanceof PlaceholderClass)) return param;
  const { encoder } = param;
  if (encoder.mapToDriverValue === ColumnClass.prototype.mapToDriverValue) return param.value;
  const mapToDriverValue = (value: unknown) => (value === null ? null : encoder.mapToDriverValue(value));
  return new ParamClass(param.value, { mapToDriverValue });
}
