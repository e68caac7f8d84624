import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importPlan } from '../../src/actions/import-plan.ts';
import { assignmentsEver } from '../../src/db/assignments.ts';
import { inTransaction } from '../../src/db/open.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { handover } from '../../src/summary/handover.ts';
import { type Database, importedAt, openDatabase } from '../world/database.ts';
import { formWith, readFormOf } from '../world/form.ts';
import { settle } from '../world/people.ts';

const left = momentAt('2022-04-15', 0);
const later = momentAt('2022-05-02', 10);
let world: Database;

beforeEach(() => {
  world = openDatabase({});
});
afterEach(() => world.remove());

describe('the relación de entrega of a person who has left', () => {
  it('has the activities of that day, not those of a plan that came later', () => {
    const { db } = world;
    const ana = settle(
      db,
      { name: 'Ana', holds: { positions: [1] }, until: left, account: null },
      importedAt,
    );
    const luz = settle(db, { name: 'Luz', holds: { positions: [1] }, from: left, account: null }, left);
    const headings = (personId: number) => {
      const [row] = assignmentsEver(db, personId);
      return handover(db, row?.id ?? 0, null, later)?.sections.map(({ heading }) => heading) ?? [];
    };
    const before = headings(ana);
    const another = readFormOf(formWith(['PL-PC-01', 'PL-XX-02']));
    inTransaction(world.store, (inner) =>
      importPlan(inner, another, { withoutMonitoring: true, now: later - 1 }),
    );
    expect(before.length).toBeGreaterThan(0);
    expect(headings(ana)).toEqual(before);
    expect(headings(luz)).toHaveLength(before.length * 2);
  });
});
