import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../src/db/open.ts';
import { plannedCut } from '../../src/db/plans.ts';
import { type activity, cutExclusion, report } from '../../src/db/schema/index.ts';
import { isSurelyMissing } from '../../src/db/surely-missing.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { summaryFacts } from '../../src/schedule/summary-facts.ts';
import { addActivity } from '../world/plan.ts';
import { addResponsible, openEntity, type TestEntity } from './setup.ts';

let entity: TestEntity;
let personId: number;
beforeAll(() => {
  entity = openEntity();
  personId = addResponsible(entity, { name: 'Ana', activities: 0 }).personId;
});
afterAll(() => entity.remove());

const now = momentAt('2022-03-20', 10);
const before = momentAt('2022-02-01', 10);
const half = { date: '2022-06-30', tenths: 500 };

/** What may excuse an activity in the first cut, or not. */
const excuses = {
  none: {},
  retired: { retiredAt: before },
  wasAway: { absences: [{ from: before, until: before + 1 }] },
  beginsLater: { startsOn: '2022-04-01' },
  startsLater: { planned: [{ date: '2022-03-31', tenths: 0 }, half] },
  programmedLater: { programmed: [half] },
  letToItsDates: { programmed: [], planned: [half] },
  keeps: { keeps: true, planned: [half] },
} satisfies Record<string, Partial<typeof activity.$inferInsert>>;

const described = fc.record({
  excuse: fc.constantFrom(...(Object.keys(excuses) as (keyof typeof excuses)[])),
  excluded: fc.boolean(),
  reports: fc.array(fc.record({ voided: fc.boolean(), inCut: fc.nat(1) }), { maxLength: 2 }),
});

/** Does something and takes it back. */
function tried<T>(work: (db: Db) => T): T {
  const { sqlite, db } = entity.store;
  sqlite.exec('begin');
  try {
    return work(db);
  } finally {
    sqlite.exec('rollback');
  }
}

describe('That something is surely missing in a cut', () => {
  it('is never said of a complete one', () => {
    let sure = 0;
    fc.assert(
      fc.property(fc.array(described, { minLength: 1, maxLength: 3 }), (all) => {
        tried((db) => {
          const cutId = entity.cuts[0] ?? 0;
          for (const [place, { excuse, excluded, reports }] of all.entries()) {
            const of = { planId: entity.planId, number: String(place), place, ...excuses[excuse] };
            const activityId = addActivity(db, of, []);
            if (excluded)
              db.insert(cutExclusion).values({ cutId, activityId, reason: 'no', at: before }).run();
            for (const { voided, inCut } of reports)
              db.insert(report)
                .values({
                  activityId,
                  cutId: entity.cuts[inCut] ?? 0,
                  progress: 100,
                  observation: 'hecho',
                  origin: 'chat',
                  personId,
                  moment: now,
                  recordedAt: now,
                  late: false,
                  voidedAt: voided ? now : null,
                })
                .run();
          }
          const planned = plannedCut(db, cutId);
          if (!planned) throw new Error('no cut');
          if (!isSurelyMissing(db, planned)) return;
          sure++;
          expect(summaryFacts(db, planned, now).missing).toBeGreaterThan(0);
        });
      }),
      { numRuns: 400 },
    );
    expect(sure).toBeGreaterThan(50);
  });
});
