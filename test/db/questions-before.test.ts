import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { handle } from '../../src/conversations/router.ts';
import { bringUpToDate } from '../../src/db/migrate.ts';
import { inTransaction, openStore } from '../../src/db/open.ts';
import { openQuestion } from '../../src/db/questions.ts';
import { lastReportOf } from '../../src/db/reports.ts';
import { ourMigrations } from '../../src/db/schema-version.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { context } from '../world/context.ts';
import { type Database, importedAt, openDatabase } from '../world/database.ts';
import { settle } from '../world/people.ts';

const now = momentAt('2022-03-17', 9);
let database: Database;
let ana: number;

beforeEach(() => {
  database = openDatabase({});
  const account = { userId: 101, name: 'Ana' };
  ana = inTransaction(database.store, (db) =>
    settle(db, { name: 'Ana', holds: { positions: [1] }, account }, importedAt),
  );
});
afterEach(() => database.remove());

function says(text: string, messageId: number): void {
  const from = { userId: 101, name: 'Ana' };
  const sent = { kind: 'text', chatId: 101, from, moment: now, forwarded: false, repliesTo: null } as const;
  inTransaction(database.store, (db) => handle(db, context, { ...sent, text, messageId }, now));
}

/** The migrations of the version before a question knew when it was shown. */
function formerMigrations(): string {
  const folder = join(database.folder, 'drizzle');
  cpSync(ourMigrations, folder, { recursive: true });
  const file = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { readonly tag: string }[] };
  const upTo = journal.entries.findIndex(({ tag }) => tag.endsWith('_seen_questions'));
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, upTo) }));
  return folder;
}

/** Puts what the database holds into the tables of that version, which this version then opens. */
function upgradeFromFormer(): void {
  const path = join(database.folder, 'former.db');
  const former = openStore(path, { migrate: false });
  bringUpToDate(former, path, formerMigrations());
  const { sqlite } = former;
  sqlite.pragma('foreign_keys = OFF');
  sqlite.prepare('attach ? as now').run(database.path);
  const named = (of: string) => sqlite.prepare<[], string>(of).pluck().all();
  const tables = named("select name from sqlite_master where type = 'table' and name not like '%sqlite%'");
  for (const table of tables.filter((name) => !name.startsWith('__drizzle'))) {
    const known = new Set(named(`select name from pragma_table_info('${table}', 'now')`));
    const columns = named(`select name from pragma_table_info('${table}')`)
      .filter((name) => known.has(name))
      .map((name) => `"${name}"`);
    sqlite.exec(
      `delete from "${table}"; insert into "${table}" (${columns}) select ${columns} from now."${table}"`,
    );
  }
  sqlite.exec('detach now');
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  former.close();
  database.store.close();
  for (const end of ['-wal', '-shm']) rmSync(database.path + end, { force: true });
  renameSync(path, database.path);
  database.reopen();
}

it('A question asked before the upgrade counts as seen', () => {
  says('/reportar', 10);
  upgradeFromFormer();
  expect(openQuestion(database.db, ana)?.shownAt).toBe(0);
  says('80 % se hizo el taller', 11);
  expect(lastReportOf(database.db, ana)).toMatchObject({ progress: 800, observation: 'se hizo el taller' });
});

it('A question asked after it does not, until Telegram has taken it', () => {
  upgradeFromFormer();
  says('/reportar', 10);
  expect(openQuestion(database.db, ana)?.shownAt).toBeNull();
  says('80 % se hizo el taller', 11);
  expect(lastReportOf(database.db, ana)).toBeUndefined();
  expect(openQuestion(database.db, ana)?.kind).toBe('evidence');
});
