import { sql } from '../drizzle.ts';
import type { Db } from '../open.ts';
import type { Difference } from './difference.ts';

/**
 * The triggers of `drizzle/strict.ts`, as SQLite keeps them: rows of the audit can only be added, each with the next
 * number. One with the same name that does something else guards nothing.
 */
const guards = {
  audit_never_changed: `CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END`,
  audit_never_deleted: `CREATE TRIGGER audit_never_deleted BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit is never deleted'); END`,
  audit_next_number: `CREATE TRIGGER audit_next_number BEFORE INSERT ON audit
    WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM audit)
    BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END`,
} as const;

export function missingGuards(db: Db): readonly Difference[] {
  const there = new Map(
    db
      .all<{ readonly name: string; readonly sql: string }>(
        sql`select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'audit'`,
      )
      .map((each) => [each.name, plain(each.sql)]),
  );
  return Object.entries(guards)
    .filter(([name, words]) => there.get(name) !== plain(words))
    .map(([name]) => ({ of: 'trigger', name }));
}

function plain(statement: string): string {
  return statement.replaceAll('`', '').replace(/\s+/g, ' ').trim();
}
