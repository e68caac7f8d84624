import { getTableColumns, getTableName, type SQLiteTable } from './drizzle.ts';
import type { Db } from './open.ts';

/** Of 30 columns each; SQLite takes 32,766 parameters a statement. */
const ROWS_AT_ONCE = 50;

/**
 * Adds rows to a table that counts up, in their order, inside a transaction. A plan of a city brings 40,000 reports at
 * once; with a statement for each they take three times as long. Columns that the first row does not name get their
 * defaults.
 * @returns the id of the first row; those of the others follow it
 */
export function insertMany<Table extends SQLiteTable>(
  db: Db,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): number {
  const named = Object.keys(rows[0] ?? {});
  const columns = Object.entries(getTableColumns(table)).filter(([name]) => named.includes(name));
  const insert = (count: number) => {
    const one = `(${columns.map(() => '?').join()})`;
    const names = columns.map(([, column]) => `"${column.name}"`).join();
    const values = Array.from({ length: count }, () => one).join();
    return db.$client.prepare(`insert into "${getTableName(table)}" (${names}) values ${values}`);
  };
  let last: number | bigint = 0;
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    const values = some.flatMap((row: Readonly<Record<string, unknown>>) =>
      columns.map(([name, column]) => {
        const value = row[name] ?? null;
        return value === null ? null : column.mapToDriverValue(value);
      }),
    );
    last = insert(some.length).run(...values).lastInsertRowid;
  }
  return Number(last) - rows.length + 1;
}
