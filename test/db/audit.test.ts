import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorOf, lastAuditHash, record, verifyAudit } from '../../src/db/audit.ts';
import { inTransaction, openStore, type Store } from '../../src/db/open.ts';
import { canonicalJson, isSameJson } from '../../src/domain/canonical-json.ts';
import { putEmptyDatabase } from '../world/database.ts';

let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
  const path = join(folder, 'a.db');
  putEmptyDatabase(path);
  store = openStore(path, { migrate: true });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

function three(): void {
  inTransaction(store, (db) => {
    record(db, { at: 1_000, act: 'personAdded', by: 'operator', personId: 1 });
    record(db, {
      at: 2_000,
      act: 'reported',
      by: { personId: 1 },
      activityId: 4,
      cutId: 2,
      after: { progress: 500 },
    });
    record(db, { at: 3_000, act: 'reminderSent', by: 'bot', personId: 1 });
  });
}

describe('the audit', () => {
  it('is an intact chain whose last hash covers everything before it', () => {
    const empty = lastAuditHash(store.db);
    three();
    expect(verifyAudit(store.db)).toMatchObject({ rows: 3, brokenAt: null });
    expect(lastAuditHash(store.db)).toMatch(/^[0-9a-f]{64}$/);
    expect(lastAuditHash(store.db)).not.toBe(empty);
  });

  it.each([
    ['changed', "update audit set act = 'left' where id = 2"],
    ['deleted', 'delete from audit where id = 3'],
    [
      'replaced',
      `insert or replace into audit (id, at, act, actor, hash) values (3, 1, 'left', 'bot', '${'a'.repeat(64)}')`,
    ],
    [
      'added with a gap',
      `insert into audit (id, at, act, actor, hash) values (5, 1, 'left', 'bot', '${'a'.repeat(64)}')`,
    ],
  ])('refuses to be %s', (_, statement) => {
    three();
    expect(() => store.sqlite.exec(statement)).toThrow(/the audit is never/);
    expect(verifyAudit(store.db)).toMatchObject({ rows: 3, brokenAt: null });
  });

  it('finds the row that somebody changed after removing the triggers', () => {
    three();
    store.sqlite.exec('drop trigger audit_never_changed');
    store.sqlite.exec(`update audit set after = '{"progress":1000}' where id = 2`);
    expect(verifyAudit(store.db)).toMatchObject({ rows: 1, brokenAt: 2 });
  });

  it('finds that a row in the middle is missing', () => {
    three();
    store.sqlite.exec('drop trigger audit_never_deleted');
    store.sqlite.exec('delete from audit where id = 2');
    expect(verifyAudit(store.db)).toMatchObject({ rows: 1, brokenAt: 3 });
  });

  it('names the operator for acts without a person', () => {
    expect(actorOf(null)).toBe('operator');
    expect(actorOf(7)).toEqual({ personId: 7 });
  });
});

describe('canonical JSON', () => {
  it('sorts keys, writes NFC and leaves out what is undefined', () => {
    expect(canonicalJson({ b: 'e\u0301', a: [1, null, true], c: undefined })).toBe(
      '{"a":[1,null,true],"b":"é"}',
    );
  });

  it('is the same for the same data in any order, and is JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const shuffled = Object.fromEntries(Object.entries(data).reverse());
        expect(canonicalJson(shuffled)).toBe(canonicalJson(data));
        expect(() => JSON.parse(canonicalJson(data))).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });

  it('is told to be the same without being written', () => {
    const value = () => fc.jsonValue({ maxDepth: 2 });
    const close = fc.record({
      a: value(),
      b: fc.option(fc.constantFrom('é', 'e\u0301'), { nil: undefined }),
    });
    fc.assert(
      fc.property(close, close, (one, other) => {
        expect(isSameJson(one, other)).toBe(canonicalJson(one) === canonicalJson(other));
        expect(isSameJson(one, { ...other, a: structuredClone(one.a) })).toBe(
          canonicalJson(one.b ?? null) === canonicalJson(other.b ?? null),
        );
      }),
    );
    expect(isSameJson([1, 2], { 0: 1, 1: 2 })).toBe(false);
  });
});
