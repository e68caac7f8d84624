import type { RunResult, Statement } from 'better-sqlite3';
import {
  drizzle,
  is,
  Param,
  Placeholder,
  type SelectedFields,
  type SQL,
  type SQLiteColumn,
  type SQLiteSelectBuilder,
  sql,
} from './drizzle.ts';
import { readerOf } from './row-reader.ts';
import type { Db, Sqlite } from './store.ts';

type Values = Readonly<Record<string, unknown>>;
type Way = 'run' | 'get' | 'all';
type Query = Readonly<Record<Way, (values?: Record<string, unknown>) => unknown>> & {
  readonly getQuery: () => { readonly sql: string; readonly params: readonly unknown[] };
};
type Asked<Built> = Pick<Built, Way & keyof Built>;

/**
 * A query whose SQL is built once; each connection prepares it once and then only runs it. To build its SQL anew takes
 * drizzle five times as long as SQLite needs to answer it (measured), and an answer to a person runs some forty
 * queries. Build it with `sql.placeholder`; the `set` of an update does not take one, so use `given` there.
 */
export function prepared<Built extends Query>(build: (db: Db) => Built): (db: Db) => Asked<Built> {
  return made(() => build(ofNoConnection), runsOn);
}

/**
 * The same of a select, whose rows are read here: at 30 messages a second drizzle's own reading takes a sixth of an
 * answer's processor time (measured). Not for a left join, whose missing row is null. The columns are those of `fields`,
 * as in drizzle's `select`.
 */
export function selecting<Fields extends SelectedFields, Built extends Query>(
  fields: Fields,
  build: (rows: SQLiteSelectBuilder<Fields, 'sync', RunResult>) => { readonly prepare: () => Built },
): (db: Db) => Asked<Built> {
  const read = readerOf(fields);
  return made(
    () => build(ofNoConnection.select(fields)).prepare(),
    (statement, built) => {
      const bound = binding(built);
      return {
        ...runsOn(statement, built),
        get(values?: Values) {
          const row = statement.raw(true).get(...bound(values)) as unknown[] | undefined;
          return row && read(row);
        },
        all: (values?: Values) => (statement.raw(true).all(...bound(values)) as unknown[][]).map(read),
      } as Asked<Built>;
    },
  );
}

/** Builds at the first use, and prepares once a connection. */
function made<Built extends Query>(
  build: () => Built,
  on: (statement: Statement, built: Built) => Asked<Built>,
): (db: Db) => Asked<Built> {
  const queries = new WeakMap<Db, Asked<Built>>();
  let built: Built | undefined;
  return (db) => {
    const known = queries.get(db);
    if (known !== undefined) return known;
    built ??= build();
    const query = on(db.$client.prepare(withParametersApart(built.getQuery().sql)), built);
    queries.set(db, query);
    return query;
  };
}

/** The statement that a row is read with. It is named just before, since nothing else can run in between. */
let current: Statement | undefined;
const statementOfNow = { raw: () => current?.raw() };

/** Builds queries that no file is asked. */
const ofNoConnection: Db = drizzle({ client: { prepare: () => statementOfNow } as unknown as Sqlite });

function runsOn<Built extends Query>(statement: Statement, built: Built): Asked<Built> {
  const bound = binding(built);
  const way = (name: 'get' | 'all') => (values?: Record<string, unknown>) => {
    current = statement;
    return built[name](values);
  };
  return {
    run: (values?: Values) => statement.run(...bound(values)),
    get: way('get'),
    all: way('all'),
  } as Asked<Built>;
}

/**
 * What the parameters of a query are bound to, from the values that it is run with. drizzle does the same and asks for
 * the class of each parameter every time.
 */
function binding(built: Query): (values?: Values) => readonly unknown[] {
  const each = built.getQuery().params.map((param): ((values: Values) => unknown) => {
    if (is(param, Placeholder)) return (values) => valueFor(values, param.name);
    if (!is(param, Param) || !is(param.value, Placeholder)) return () => param;
    const { encoder, value } = param;
    const { name } = value;
    return (values) => encoder.mapToDriverValue(valueFor(values, name));
  });
  return (values = {}) => each.map((bind) => bind(values));
}

function valueFor(values: Values, name: string): unknown {
  if (!(name in values)) throw new Error(`No value for placeholder "${name}"`);
  return values[name];
}

/**
 * Every parameter in a subquery, into which the planner does not look. With a bare parameter beside an indexed column, or
 * after LIMIT, SQLite with STAT4 (better-sqlite3's) compiles a statement anew at every run, since the value might change
 * the plan (SQLite, sqlite3_prepare): 4 to 27 µs instead of one, measured. Inserts have no plan. A question mark inside a
 * literal is no parameter.
 */
function withParametersApart(source: string): string {
  if (source.startsWith('insert')) return source;
  return source.replace(/'[^']*'|\?/g, (found) => (found === '?' ? '(select ?)' : found));
}

/** The value that a column is set to when the query is run, encoded as drizzle would encode it. */
export function given(name: string, column: SQLiteColumn): SQL {
  return sql`${sql.param(sql.placeholder(name), column)}`;
}

/** The same for a JSON column that may be null: drizzle would write the JSON `null`, a text. */
export function givenOrNull(name: string, column: SQLiteColumn): SQL {
  return sql`nullif(${given(name, column)}, 'null')`;
}
