import type { Statement } from 'better-sqlite3';
import { ParamClass, PlaceholderClass, type SQL, type SQLiteColumn, sql } from './drizzle.ts';
import type { Db } from './open.ts';

/**
 * A query that is built once a connection and then only run: building its SQL anew costs drizzle five times what SQLite
 * takes to answer it, and reading its rows as much again (measured), and an answer to a person asks some fifty.
 * Build it with `sql.placeholder`; in the `set` of an update, which takes none, with `given`.
 */
export function prepared<Query extends object>(build: (db: Db) => Query): (db: Db) => Query {
  const made = new WeakMap<Db, Query>();
  return (db) => {
    const known = made.get(db);
    if (known !== undefined) return known;
    const query = quick(build(db));
    made.set(db, query);
    return query;
  };
}

/** The value that a column is set to when the query is run, written as that column is written. */
export function given(name: string, column: SQLiteColumn): SQL {
  return sql`${sql.param(sql.placeholder(name), column)}`;
}

type Values = Readonly<Record<string, unknown>>;
type Raw = readonly unknown[];
type Decoder = { readonly mapFromDriverValue: (value: unknown) => unknown };
type Field = {
  readonly path: readonly string[];
  /** A column reads itself; an expression has its reader, one with a name has it a step further in. */
  readonly field: Decoder | { readonly decoder: Decoder } | { readonly sql: { readonly decoder: Decoder } };
};

/** What drizzle 0.45 keeps in a prepared query of better-sqlite3; `test/db/prepared` holds the two to each other. */
type Inside = {
  readonly stmt: Statement<unknown[], unknown>;
  readonly query: { readonly sql: string; readonly params: readonly unknown[] };
  readonly fields: readonly Field[] | undefined;
  readonly joinsNotNullableMap: Readonly<Record<string, boolean>> | undefined;
  readonly customResultMapper: unknown;
};

/** The same query with the same answers; how its parameters and rows are read is worked out once. */
function quick<Query extends object>(query: Query): Query {
  const {
    stmt: plain,
    query: built,
    fields,
    joinsNotNullableMap,
    customResultMapper,
  } = query as unknown as Inside;
  const mayMissASide = Object.values(joinsNotNullableMap ?? {}).includes(false);
  if (customResultMapper !== undefined || mayMissASide) return query;
  const stmt = plain.database.prepare(planned(built));
  const bind = binder(built.params);
  if (!fields) return { run: (values: Values) => stmt.run(...bind(values)) } as unknown as Query;
  const read = reader(fields);
  stmt.raw();
  return {
    all: (values: Values) => (stmt.all(...bind(values)) as Raw[]).map(read),
    get: (values: Values) => {
      const row = stmt.get(...bind(values)) as Raw | undefined;
      return row && read(row);
    },
  } as unknown as Query;
}

/**
 * Its text with every parameter in a subquery. A bare one beside an indexed column, or after LIMIT, makes SQLite with
 * STAT4 (which better-sqlite3 is) compile the statement anew at every run, since its value might change the plan
 * (SQLite, sqlite3_prepare): 4 to 27 us instead of one, measured. Inserts have no plan. The space behind it makes it
 * nobody else's statement: `open` keeps one a text, and how it gives its rows is set on it.
 */
function planned({ sql: text, params }: Inside['query']): string {
  const parts = text.split('?');
  const plain = text.startsWith('insert') || parts.length !== params.length + 1;
  return `${plain ? text : parts.join('(select ?)')} `;
}

/** @throws {Error} when a value is missing: SQLite would take it for null. */
function binder(params: readonly unknown[]): (values: Values | undefined) => unknown[] {
  const sources = params.map((each) => {
    const [inner, encoder] = each instanceof ParamClass ? [each.value, each.encoder] : [each, undefined];
    return inner instanceof PlaceholderClass ? { name: inner.name, encoder } : { value: each };
  });
  return (values = {}) =>
    sources.map((source) => {
      if (source.name === undefined) return source.value;
      const value = values[source.name];
      if (value === undefined) throw new Error(`no value for ${source.name}`);
      return value === null || !source.encoder ? value : source.encoder.mapToDriverValue(value);
    });
}

/** A row as an object; of a join, an object a table. */
function reader(fields: readonly Field[]): (row: Raw) => unknown {
  const columns = fields.map(({ path: [first = '', second], field }) => {
    return { first, second, decoder: decoderOf(field) };
  });
  return (row) => {
    const object: Record<string, unknown> = {};
    columns.forEach(({ first, second, decoder }, place) => {
      const value = row[place] === null ? null : decoder.mapFromDriverValue(row[place]);
      if (second === undefined) object[first] = value;
      else {
        const side = (object[first] ?? {}) as Record<string, unknown>;
        side[second] = value;
        object[first] = side;
      }
    });
    return object;
  };
}

function decoderOf(field: Field['field']): Decoder {
  if ('mapFromDriverValue' in field) return field;
  return 'decoder' in field ? field.decoder : field.sql.decoder;
}
