import { afterEach, beforeEach, expect, it } from 'vitest';
import { handle } from '../../src/conversations/router.ts';
import { inTransaction } from '../../src/db/open.ts';
import { openQuestion } from '../../src/db/questions.ts';
import { lastReportOf } from '../../src/db/reports.ts';
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

/** When the migration was made that gave questions their time. */
const SHOWN_SINCE = 1_796_078_480_764;

/** The tables as they were before a question knew when it was shown. */
function withFormerTables(): void {
  database.store.sqlite.exec(`alter table question drop column "shownAt";
    alter table question drop column "shownMessageId";
    drop table layout;
    alter table plan_workbook drop column answers;
    alter table activity drop column planned;
    alter table activity drop column executed;
    alter table plan drop column "numberedByUs";
    delete from __drizzle_migrations where created_at >= ${SHOWN_SINCE};`);
}

it('What was asked before the upgrade counts as seen', () => {
  says('/reportar', 10);
  withFormerTables();
  database.reopen();
  expect(openQuestion(database.db, ana)?.shownAt).toBe(0);
  says('80 % se hizo el taller', 11);
  expect(lastReportOf(database.db, ana)).toMatchObject({ progress: 800, observation: 'se hizo el taller' });
});

it('What is asked after it does not, until Telegram has taken it', () => {
  withFormerTables();
  database.reopen();
  says('/reportar', 10);
  expect(openQuestion(database.db, ana)?.shownAt).toBeNull();
  says('80 % se hizo el taller', 11);
  expect(lastReportOf(database.db, ana)).toBeUndefined();
  expect(openQuestion(database.db, ana)?.kind).toBe('evidence');
});
