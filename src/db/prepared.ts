import type { Statement } from 'better-sqlite3';
import { ColumnClass, ParamClass, PlaceholderClass, type SQL, type SQLiteColumn, sql } from './drizzle.ts';
import type { Db } from './open.ts';

/**
 * A query that is built once a connection and then only run: building its SQL anew costs drizzle five times what SQLite
 * takes to answer it (measured), and an answer to a person asks some forty.
 * Build it with `sql.placeholder`; in the `set` of an update, which takes none, with `given`.
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

/** The value that a column is set to when the query is run, written as that column is written. */
export function given(name: string, column: SQLiteColumn): SQL {
  return sql`${sql.param(sql.placeholder(name), column)}`;
}

/** What drizzle 0.45 keeps in a prepared query of better-sqlite3; `test/db/prepared` holds it to what it answers. */
type Inside = {
  readonly stmt: Statement;
  readonly query: { readonly sql: string; readonly params: readonly unknown[] };
};

/**
 * The same query with every parameter in a subquery. A bare one beside an indexed column, or after LIMIT, makes SQLite
 * with STAT4 (which better-sqlite3 is) compile the statement anew at every run, since its value might change the plan
 * (SQLite, sqlite3_prepare): 4 to 27 µs instead of one, measured. Inserts have no plan.
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
 * Nothing is null in every column: drizzle would write the JSON `null` for it. What a column stores as it is given is
 * given as it is: to find the column's own way of writing takes drizzle longer than to bind the value.
 */
function asWritten(param: unknown): unknown {
  if (!(param instanceof ParamClass) || !(param.value instanceof PlaceholderClass)) return param;
  const { encoder } = param;
  if (encoder.mapToDriverValue === ColumnClass.prototype.mapToDriverValue) return param.value;
  const mapToDriverValue = (value: unknown) => (value === null ? null : encoder.mapToDriverValue(value));
  return new ParamClass(param.value, { mapToDriverValue });
}
