import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { approvalConflict, verificationConflict } from '../../src/actions/review-conflicts.ts';
import { damages } from '../../src/db/health.ts';
import { openStore, type Store } from '../../src/db/open.ts';

const dump = readFileSync(join(import.meta.dirname, '../data/before-office-guard.sql'), 'utf8');
let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-guard-'));
  const path = join(folder, 'old.db');
  const old = new Database(path);
  old.exec(dump);
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

  it('knows who imported figures, so that they do not judge them', () => {
    const conflict = { why: 'imported', sameAccount: false };
    expect(approvalConflict(store.db, 1, diana)).toEqual(conflict);
    expect(verificationConflict(store.db, 1, diana)).toEqual(conflict);
    expect(approvalConflict(store.db, 2, diana)).toBe(null);
    expect(approvalConflict(store.db, 1, 2)).toBe(null);
  });
});
