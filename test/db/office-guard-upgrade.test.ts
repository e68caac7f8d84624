import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { confirmOffice } from '../../src/actions/confirm-office.ts';
import { answerOfficeChange } from '../../src/actions/office-change.ts';
import { approvalConflict, verificationConflict } from '../../src/actions/review-conflicts.ts';
import { handle } from '../../src/conversations/router.ts';
import { appointmentOf } from '../../src/db/appointments.ts';
import { eq } from '../../src/db/drizzle.ts';
import { damages } from '../../src/db/health.ts';
import { waitingOfficeChanges } from '../../src/db/office-changes.ts';
import { openStore, type Store } from '../../src/db/open.ts';
import { holdingsOf, personOfAccount } from '../../src/db/people.ts';
import { outbox } from '../../src/db/schema/index.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { context } from '../world/context.ts';

const dump = readFileSync(join(import.meta.dirname, '../data/before-office-guard.sql'), 'utf8');
let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-guard-'));
  const path = join(folder, 'old.db');
  const old = new Database(path);
  old.exec(dump);
  // Diana had appointed Julio from the chat, as the audit records.
  old
    .prepare(
      `insert into audit (id, at, act, actor, actorId, personId, after, hash)
        select max(id) + 1, ?, 'assigned', 'person', 1, 2, '{"office":"mayor"}', ? from audit`,
    )
    .run(momentAt('2022-03-01', 9), 'a'.repeat(64));
  old.close();
  store = openStore(path, { migrate: true });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const diana = 1;

describe('a database of the version before an office was guarded', () => {
  it('is opened whole', () => {
    expect(damages(store.sqlite)).toEqual([]);
  });

  it('knows who imported figures, so that this person does not judge them', () => {
    const conflict = { why: 'imported', sameAccount: false };
    expect(approvalConflict(store.db, 1, diana)).toEqual(conflict);
    expect(verificationConflict(store.db, 1, diana)).toEqual(conflict);
    expect(approvalConflict(store.db, 2, diana)).toBe(null);
    expect(approvalConflict(store.db, 1, 2)).toBe(null);
  });

  it('knows who appointed whom from the chat, alone as it was then', () => {
    expect(appointmentOf(store.db, 2, 'mayor')).toMatchObject({ appointedBy: diana, alone: true });
    expect(appointmentOf(store.db, diana, 'coordinator')).toBe(undefined);
  });

  it('asks for the yes of the mayor before an invitation of then gives another phone the office', () => {
    const { db } = store;
    const moment = momentAt('2022-03-18', 10);
    const account = { userId: 700, name: 'Julio B' };
    const by = { chatId: account.userId, from: account, moment };
    const token = /token (\S+)\)/.exec(dump)?.[1] ?? '';
    const text = `/start ${token}`;
    handle(
      db,
      context,
      { kind: 'text', ...by, messageId: 1, text, forwarded: false, repliesTo: null },
      moment,
    );
    const row = db.select().from(outbox).where(eq(outbox.chatId, account.userId)).all().at(-1);
    const [yes] = row?.payload && 'html' in row.payload ? (row.payload.keyboard ?? []).flat() : [];
    handle(db, context, { kind: 'tap', ...by, queryId: 'q', messageId: null, data: yes?.data ?? '' }, moment);
    expect(personOfAccount(db, account.userId)).toBe(undefined);
    expect(waitingOfficeChanges(db)).toMatchObject([
      { kind: 'account', personId: 2, account: account.userId },
    ]);
    expect(personOfAccount(db, 104)?.id).toBe(2);
  });

  it('asks for it too when the inviter confirms a name that came in before', () => {
    const now = momentAt('2022-03-18', 10);
    expect(confirmOffice(store.db, 2, diana, now)).toMatchObject({
      ok: false,
      why: 'asked',
      who: [{ id: 2 }],
    });
    expect(holdingsOf(store.db, 2, now).offices).toEqual(['mayor']);
    const [change] = waitingOfficeChanges(store.db);
    expect(answerOfficeChange(store.db, { changeId: change?.id ?? 0, by: 2, answer: 'yes' }, now).ok).toBe(
      true,
    );
    expect(holdingsOf(store.db, 3, now).offices).toEqual(['mayor']);
  });
});
