import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { damages } from '../../src/db/health.ts';
import { openStore } from '../../src/db/open.ts';
import { versionsOf } from '../../src/db/plan-versions.ts';
import { allPlans, plannedCuts } from '../../src/db/plans.ts';

const dump = readFileSync(join(import.meta.dirname, '../data/before-office-guard.sql'), 'utf8');

it('gives every plan of a former database its first version: as imported, by whom, for all its cuts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'versions-'));
  const path = join(folder, 'old.db');
  const old = new Database(path);
  old.exec(dump);
  const imported = old.prepare("select actorId from audit where act = 'planImported' order by id limit 1");
  const importer = imported.pluck().get();
  old.close();
  const store = openStore(path, { migrate: true });
  try {
    const plans = allPlans(store.db);
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans)
      expect(versionsOf(store.db, plan.id)).toMatchObject([
        { number: 1, acceptedAt: plan.importedAt, personId: importer ?? null, fromDate: null, change: null },
      ]);
    expect(plannedCuts(store.db).every(({ version }) => version.number === 1)).toBe(true);
    expect(damages(store.sqlite)).toEqual([]);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
