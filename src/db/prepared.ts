import type { Statement } from 'better-sqlite3';
import { drizzle, type SQL, type SQLiteColumn, sql } from './drizzle.ts';
import type { Db, Sqlite } from './store.ts';

type Query = Readonly<Record<'run' | 'get' | 'all', (values?: Record<string, unknown>) => unknown>>;
type Asked<Built> = Pick<Built, keyof Query & keyof Built>;

/**
 * A query whose SQL is built once; each connection prepares it once and then only runs it. To build its SQL anew takes
 * drizzle five times as long as SQLite needs to answer it (measured), and an answer to a person runs some forty
 * queries. Build it with `sql.placeholder`; the `set` of an update does not take one, so use `given` there.
 */
export function prepared<Built extends Query>(build: (db: Db) => Built): (db: Db) => Asked<Built> {
  const made = new WeakMap<Db, Asked<Built>>();
  let built: Built | undefined;
  let text = '';
  return (db) => {
    const known = made.get(db);
    if (known !== undefined) return known;
    if (built === undefined) {
      built = build(ofNoConnection);
      text = withParametersApart(written);
    }
    const query = runsOn(db.$client.prepare(text), built);
    made.set(db, query);
    return query;
  };
}

/** The statement that runs what was built. It is named just before, since nothing else can run in between. */
let current: Statement | undefined;
const statementOfNow = {
  run: (...values: unknown[]) => current?.run(...values),
  raw: () => current?.raw(),
};

/** What drizzle built last with a database of no connection. */
let written = '';
const ofNoConnection: Db = drizzle({
  client: {
    prepare: (source: string) => {
      written = source;
      return statementOfNow;
    },
  } as unknown as Sqlite,
});

function runsOn<Built extends Query>(statement: Statement, built: Built): Asked<Built> {
  const way = (name: keyof Query) => (values?: Record<string, unknown>) => {
    current = statement;
    return built[name](values);
  };
  return { run: way('run'), get: way('get'), all: way('all') } as unknown as Asked<Built>;
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
