/** A database for one test, with a plan imported or empty. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importPlan } from '../../src/actions/import-plan.ts';
import { type Db, inTransaction, openStore, type Store } from '../../src/db/open.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { readFormOf, realFormBytes } from './form.ts';

export type Imported = {
  /** Default: the real form. */
  readonly form?: Uint8Array;
  /** At 9:00. Default: 1 March 2022. */
  readonly importedOn?: string;
  readonly withMonitoring?: boolean;
};

/** What else is put in, once for each name. */
export type Filling = { readonly name: string; readonly fill: (db: Db) => void };

export type Database = {
  readonly folder: string;
  readonly path: string;
  /** Folder of the evidence, and of files that wait to be sent. */
  readonly filesPath: string;
  readonly store: Store;
  readonly db: Db;
  /** Closes the file and opens it again, as a restarted bot does. */
  readonly reopen: () => void;
  /** Closes the file and removes the folder. */
  readonly remove: () => void;
};

export const importedAt = momentAt('2022-03-01', 9);

/** @param plan the form that is imported; null: an empty database */
export function openDatabase(plan: Imported | null = null, filling?: Filling): Database {
  const folder = mkdtempSync(join(tmpdir(), 'world-'));
  const path = join(folder, 'monitoreo.db');
  copyFileSync(templateOf(plan, filling), path);
  let store = openStore(path, { migrate: false });
  return {
    folder,
    path,
    filesPath: join(folder, 'files'),
    get store() {
      return store;
    },
    get db() {
      return store.db;
    },
    reopen: () => {
      store.close();
      store = openStore(path, { migrate: true });
    },
    remove: () => {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Puts an empty database with today's tables there: to make them anew takes 50 ms. */
export function putEmptyDatabase(path: string): void {
  copyFileSync(templateOf(null), path);
}

const templates = new Map<string, string>();

/** Migrations, import and filling run once for each plan and filling; then the file is copied. */
function templateOf(plan: Imported | null, filling?: Filling): string {
  const form = plan && (plan.form ?? realFormBytes);
  const importedOn = plan?.importedOn ?? '2022-03-01';
  const withoutMonitoring = plan?.withMonitoring !== true;
  const imported = form
    ? `${createHash('sha256').update(form).digest('hex')} ${importedOn} ${withoutMonitoring}`
    : 'empty';
  const key = `${imported} ${filling?.name ?? ''}`;
  const made = templates.get(key);
  if (made !== undefined) return made;
  const path = join(mkdtempSync(join(tmpdir(), 'template-')), 'seed.db');
  if (filling) copyFileSync(templateOf(plan), path);
  const store = openStore(path, { migrate: true });
  inTransaction(store, (db) => {
    if (filling) filling.fill(db);
    else if (form) importPlan(db, readFormOf(form), { withoutMonitoring, now: momentAt(importedOn, 9) });
  });
  store.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  store.close();
  templates.set(key, path);
  return path;
}
