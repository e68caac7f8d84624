import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Adds to the generated migrations what drizzle-kit cannot express (`npm run migrations`). Every `CREATE
 * TABLE` is STRICT, so that SQLite refuses a text in place of a number. Rows of the audit can only be added,
 * each with the next number (an `INSERT OR REPLACE` fires no delete trigger, so an existing number is refused
 * by itself). A column added to a table keeps its reference's ON DELETE action. A table that is made anew with a new
 * column is filled from the columns that it had: drizzle-kit also reads the new one, which is not there yet.
 */
const breakpoint = '--> statement-breakpoint';

const onlyAdded = `${breakpoint}
CREATE TRIGGER \`audit_never_changed\` BEFORE UPDATE ON \`audit\` BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;${breakpoint}
CREATE TRIGGER \`audit_never_deleted\` BEFORE DELETE ON \`audit\` BEGIN SELECT RAISE(ABORT, 'the audit is never deleted'); END;${breakpoint}
CREATE TRIGGER \`audit_next_number\` BEFORE INSERT ON \`audit\` WHEN NEW.\`id\` IS NOT (SELECT coalesce(max(\`id\`), 0) + 1 FROM \`audit\`) BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
`;

type Snapshot = {
  readonly tables: Readonly<
    Record<
      string,
      {
        readonly columns: Readonly<Record<string, unknown>>;
        readonly foreignKeys: Readonly<
          Record<string, { readonly columnsFrom: readonly string[]; readonly onDelete: string }>
        >;
      }
    >
  >;
};

/** `ALTER TABLE … ADD` with the schema's ON DELETE. */
function withOnDelete(statement: string, snapshot: Snapshot): string {
  const [, table, column] =
    /^\s*ALTER TABLE `(\w+)` ADD `(\w+)` .* REFERENCES \w+\(\w+\);/.exec(statement) ?? [];
  const keys = Object.values(snapshot.tables[table ?? '']?.foreignKeys ?? {});
  const onDelete = keys.find((key) => key.columnsFrom.includes(column ?? ''))?.onDelete ?? 'no action';
  return onDelete === 'no action' ? statement : statement.replace(/;/, ` ON DELETE ${onDelete};`);
}

/** `INSERT INTO __new_…(columns) SELECT columns`, as drizzle-kit writes it, without those that the table did not have. */
function withoutNewColumns(statement: string, before: Snapshot | null): string {
  const [, start, table = '', listed = ''] =
    /^(\s*INSERT INTO `__new_(\w+)`)\(([^)]*)\) SELECT \3 FROM/.exec(statement) ?? [];
  const had = before?.tables[table]?.columns;
  if (start === undefined || had === undefined) return statement;
  const kept = listed.split(', ').filter((column) => column.slice(1, -1) in had);
  return kept.length === listed.split(', ').length
    ? statement
    : `${start}(${kept.join(', ')}) SELECT ${kept.join(', ')} FROM \`${table}\`;`;
}

function snapshotOf(number: number): Snapshot {
  const file = `${String(number).padStart(4, '0')}_snapshot.json`;
  return JSON.parse(readFileSync(`${import.meta.dirname}/meta/${file}`, 'utf8')) as Snapshot;
}

for (const name of readdirSync(import.meta.dirname)) {
  if (!name.endsWith('.sql')) continue;
  const file = `${import.meta.dirname}/${name}`;
  const migration = readFileSync(file, 'utf8');
  const number = Number(name.slice(0, 4));
  const snapshot = snapshotOf(number);
  const before = number === 0 ? null : snapshotOf(number - 1);
  const strict = migration
    .split(breakpoint)
    .map((statement) =>
      /^\s*CREATE TABLE/.test(statement) ? statement.replace(/\)\s*;\s*$/, ') STRICT;\n') : statement,
    )
    .map((statement) => withOnDelete(statement, snapshot))
    .map((statement) => withoutNewColumns(statement, before))
    .join(breakpoint);
  const whole =
    strict.includes('CREATE TABLE `audit`') && !strict.includes('audit_never_changed')
      ? `${strict.trimEnd()}${onlyAdded}`
      : strict;
  if (whole !== migration) writeFileSync(file, whole);
}
