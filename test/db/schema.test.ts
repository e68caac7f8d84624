import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/db/open.ts';
import { answer, change } from '../../src/db/outbox.ts';
import { lastMessageRow, rowOfMessage } from '../../src/db/outbox-rows.ts';
import { personOfAccount } from '../../src/db/people.ts';
import { openQuestion } from '../../src/db/questions.ts';
import { receivedMessage } from '../../src/db/received.ts';
import { lastReport } from '../../src/db/reports.ts';
import { releasedAfter, sentSince } from '../../src/db/sending.ts';
import { updateState } from '../../src/db/updates.ts';
import type { Html } from '../../src/domain/events.ts';
import { putEmptyDatabase } from '../world/database.ts';

let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schema-'));
  const path = join(folder, 'schema.db');
  putEmptyDatabase(path);
  store = openStore(path, { migrate: true });
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the database', () => {
  it('has every table STRICT', () => {
    const tables = store.sqlite
      .prepare(
        "select name, strict from pragma_table_list where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'",
      )
      .all() as { name: string; strict: number }[];
    expect(tables.length).toBeGreaterThan(15);
    expect(tables.filter((table) => table.strict !== 1)).toEqual([]);
  });

  it('uses write-ahead logging, and waits for the disk at every commit', () => {
    expect(store.sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(store.sqlite.pragma('synchronous', { simple: true })).toBe(2);
    expect(store.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it.each([
    [
      'a report of more than 100 %',
      "insert into report (activityId, cutId, progress, observation, origin, moment, recordedAt, late) values (1, 1, 1001, 'x', 'import', 1, 1, 0)",
      /CHECK/,
    ],
    [
      'a report of nothing that exists',
      "insert into report (activityId, cutId, progress, observation, origin, moment, recordedAt, late) values (1, 1, 100, 'x', 'import', 1, 1, 0)",
      /FOREIGN KEY/,
    ],
    [
      'a draft of nothing',
      'insert into draft (activityId, cutId, personId, progress, observation, updatedAt) values (1, 1, 1, null, null, 1)',
      /CHECK/,
    ],
    [
      'a text where a number belongs',
      "insert into day_off (date, name, addedAt) values ('2022-01-01', 'x', 'hoy')",
      /cannot store TEXT/,
    ],
    [
      'an assignment to a position and an office at once',
      "insert into assignment (personId, positionId, office, fromAt) values (1, 1, 'mayor', 1)",
      /CHECK/,
    ],
    [
      'an unknown state of a message',
      "insert into outbox (chatId, kind, createdAt, notBefore, state) values (1, 'reply', 1, 1, 'lost')",
      /CHECK/,
    ],
  ])('refuses %s', (_what, sql, why) => {
    expect(() => store.sqlite.exec(sql)).toThrow(why);
  });
});

describe('the hot path', () => {
  /** Runs a query and gives the plan of every statement it ran. */
  function plansOf(run: () => void): readonly string[] {
    const seen: string[] = [];
    const { prepare } = store.sqlite;
    store.sqlite.prepare = ((source: string) => {
      seen.push(source);
      return prepare.call(store.sqlite, source);
    }) as typeof prepare;
    run();
    store.sqlite.prepare = prepare;
    return seen.flatMap((source) => {
      const parameters = (source.match(/\?/g) ?? []).map(() => 1);
      const rows = store.sqlite
        .prepare<unknown[], { detail: string }>(`explain query plan ${source}`)
        .all(...parameters);
      return rows.map((row) => row.detail);
    });
  }

  it.each<[string, (store: Store) => void]>([
    ['whose account', ({ db }) => void personOfAccount(db, 1)],
    ['whether an update was handled', ({ db }) => void updateState(db, { botId: 1, updateId: 1 }, 1)],
    ['whether a message arrived before', ({ db }) => void receivedMessage(db, 1, 1)],
    ['which question is open', ({ db }) => void openQuestion(db, 1)],
    ['the last word on an activity', ({ db }) => void lastReport(db, 1, 1)],
    [
      'writing an answer',
      ({ db }) => void answer(db, { chatId: 1, personId: null }, { html: 'x' as Html }, 1),
    ],
    [
      'changing a message',
      ({ db }) =>
        void change(
          db,
          answer(db, { chatId: 1, personId: null }, { html: 'x' as Html }, 1),
          { html: 'y' as Html },
          1,
        ),
    ],
    ['whose message a button sat on', ({ db }) => void rowOfMessage(db, 1, 1)],
    ['the last message of a chat', ({ db }) => void lastMessageRow(db, 1)],
    ['what to send next', ({ db }) => void releasedAfter(db, 0, 500)],
    ['what was sent just now', ({ db }) => void sentSince(db, 1)],
  ])('never reads a whole table: %s', (_what, run) => {
    const plans = plansOf(() => run(store));
    expect(plans.length).toBeGreaterThan(0);
    expect(
      plans.filter((detail) => /^SCAN /.test(detail) && !/USING (COVERING )?INDEX|CONSTANT ROW/.test(detail)),
    ).toEqual([]);
  });
});
