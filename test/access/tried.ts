/** Acts that are looked at and undone. */
import { gt, sql } from '../../src/db/drizzle.ts';
import { type Db, inTransaction, type Store } from '../../src/db/open.ts';
import { audit, outbox } from '../../src/db/schema/index.ts';

export type Done = {
  /** What the bot told anybody, oldest first. */
  readonly said: readonly string[];
  /** Failed accesses that were put on record. */
  readonly refused: readonly unknown[];
  /** Tables in which anything else changed. */
  readonly changed: readonly string[];
};

/** Does something in a transaction, looks at what it did, and undoes it. `watch` comes first. */
export function tried(store: Store, act: (inner: Db) => void): Done {
  let done: Done | undefined;
  class Undone extends Error {}
  try {
    inTransaction(store, (db) => {
      const lastRow =
        db
          .select({ last: max(outbox.id) })
          .from(outbox)
          .get()?.last ?? 0;
      const lastAct =
        db
          .select({ last: max(audit.id) })
          .from(audit)
          .get()?.last ?? 0;
      act(db);
      const rows = db.select().from(outbox).where(gt(outbox.id, lastRow)).all();
      const acts = db.select().from(audit).where(gt(audit.id, lastAct)).all();
      const touched = store.sqlite.prepare<[], { name: string }>('select name from touched').all();
      done = {
        said: rows.flatMap(({ payload }) => (payload && 'html' in payload ? [JSON.stringify(payload)] : [])),
        refused: acts.filter((row) => row.act === 'accessRefused').map((row) => row.after),
        changed: [
          ...touched.map(({ name }) => name),
          ...acts.filter((row) => row.act !== 'accessRefused').map((row) => `audit ${row.act}`),
        ],
      };
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  if (!done) throw new Error('nothing was done');
  return done;
}

const max = (column: typeof outbox.id | typeof audit.id) => sql<number | null>`max(${column})`;

/** What is noted of every message, whoever wrote it: none of it is anybody's. */
const notLookedAt = new Set(['outbox', 'received', 'update', 'meta', 'stranger', 'audit', 'sqlite_sequence']);
const notCounted = new Set(['lastHeardAt', 'lastWroteAfterRow', 'unreachableSince', 'unreachableReason']);

/** Notes in a table of this connection alone in which tables a row came, went or became another. */
export function watch({ sqlite }: Store): void {
  sqlite.exec('create temp table touched (name text primary key)');
  const tables = sqlite
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
    .all()
    .filter(({ name }) => !notLookedAt.has(name) && !name.startsWith('__'));
  for (const { name } of tables) {
    const columns = sqlite
      .prepare<[], { name: string }>(`select name from pragma_table_info('${name}')`)
      .all();
    const differs = columns
      .filter((column) => !notCounted.has(column.name))
      .map((column) => `old."${column.name}" is not new."${column.name}"`);
    const note = `begin insert or ignore into touched values ('${name}'); end`;
    sqlite.exec(`create temp trigger "in_${name}" after insert on main."${name}" ${note}`);
    sqlite.exec(`create temp trigger "out_${name}" after delete on main."${name}" ${note}`);
    const when = `when ${differs.join(' or ')}`;
    sqlite.exec(`create temp trigger "to_${name}" after update on main."${name}" ${when} ${note}`);
  }
}
