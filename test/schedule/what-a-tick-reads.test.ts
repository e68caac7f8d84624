import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Recorded, record } from '../../src/db/audit.ts';
import { eq } from '../../src/db/drizzle.ts';
import { insertMany } from '../../src/db/insert-many.ts';
import { plannedCut } from '../../src/db/plans.ts';
import { addPresentation } from '../../src/db/review.ts';
import { activity, outbox } from '../../src/db/schema/index.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { sealed } from '../../src/summary/review/document.ts';
import { liveDocument } from '../../src/summary/review/live-document.ts';
import { rowsRead } from '../world/rows-read.ts';
import {
  act,
  addOffice,
  addPlan,
  addResponsible,
  openEntity,
  reopen,
  report,
  type TestEntity,
  tickAt,
} from './setup.ts';

let entity: TestEntity;
beforeEach(() => {
  entity = openEntity();
  addOffice(entity, 'Clara', 'coordinator');
  addOffice(entity, 'Mario', 'mayor');
});
afterEach(() => entity.remove());

const at = momentAt;
const cut = (place: number) => entity.cuts[place] ?? 0;

/** A minute in which nothing is due, of a day whose morning has been dealt with. */
function plainMinute(day: string) {
  tickAt(entity, at(day, 8));
  tickAt(entity, at(day, 9));
  return rowsRead(() => tickAt(entity, at(day, 9, 1)));
}

function present(place: number, presentedBy: number): void {
  const planned = plannedCut(entity.store.db, cut(place));
  if (!planned) throw new Error('no cut');
  const of = { cutId: cut(place), at: at('2022-05-02', 9), presentedBy };
  act(entity, (db) => addPresentation(db, { ...of, ...sealed(liveDocument(db, planned)) }, null));
}

function addPlans(from: number, to: number): void {
  for (let place = from; place <= to; place++) {
    const { planId } = act(entity, (db) => addPlan(db, `PL-${place}`, 'PLAN'));
    addResponsible(entity, { name: `Persona ${place}`, activities: 3, planId });
  }
}

describe('A minute in which nothing is due', () => {
  it('reads no activity and no report of an open cut, however many there are', () => {
    const { personId, activities } = addResponsible(entity, { name: 'Ana', activities: 4 });
    for (const each of activities.slice(1)) report(entity, personId, each, cut(0), at('2022-03-17', 10));
    const few = plainMinute('2022-03-18');
    const more = addResponsible(entity, { name: 'Berta', activities: 150 });
    for (const each of more.activities.slice(1))
      report(entity, more.personId, each, cut(0), at('2022-03-18', 10));
    const many = plainMinute('2022-03-22');
    expect(many.statements - few.statements).toBeLessThan(10);
    expect(many.rows - few.rows).toBeLessThan(10);
  });

  it('reads nothing of a cut that was complete when its summary went', () => {
    const { personId, activities } = addResponsible(entity, { name: 'Ana', activities: 150 });
    for (const each of activities) report(entity, personId, each, cut(0), at('2022-03-17', 10));
    expect(plainMinute('2022-03-18').rows).toBeLessThan(60);
  });

  it('looks at no presented cut after a report of another one, an invitation, or a night', () => {
    const { personId, activities } = addResponsible(entity, { name: 'Ana', activities: 60 });
    for (const each of activities) report(entity, personId, each, cut(0), at('2022-03-17', 10));
    present(0, personId);
    plainMinute('2022-06-21');
    const rowsAfter = (minute: number, what: () => void) => {
      what();
      return rowsRead(() => tickAt(entity, at('2022-06-21', 9, minute))).rows;
    };
    const reported = (place: number, minute: number) => () =>
      report(entity, personId, activities[0] ?? 0, cut(place), at('2022-06-21', 9, minute));
    const acts = (of: Pick<Recorded, 'act' | 'planId'>) => () =>
      act(entity, (db) => record(db, { at: at('2022-06-21', 9), by: 'operator', ...of }));
    expect(rowsAfter(5, reported(1, 5))).toBeLessThan(60);
    expect(rowsAfter(6, acts({ act: 'invited' }))).toBeLessThan(60);
    expect(rowsAfter(7, reported(0, 7))).toBeGreaterThan(200);
    expect(rowsAfter(8, acts({ act: 'programmed', planId: entity.planId }))).toBeGreaterThan(200);
    expect(rowsAfter(9, acts({ act: 'dayOffAdded' }))).toBeGreaterThan(200);
    expect(rowsAfter(10, () => addOffice(entity, 'Marta', 'coordinator'))).toBeGreaterThan(200);
    const morning = (day: string) => rowsRead(() => tickAt(entity, at(day, 8))).rows;
    morning('2022-06-22');
    expect(morning('2022-06-23')).toBeLessThan(200);
    reopen(entity, cut(0), at('2022-06-23', 9), '2022-06-23', activities);
    expect(morning('2022-06-24')).toBeGreaterThan(200);
  });

  const addLargePlan = () => {
    const added = addResponsible(entity, { name: 'Ana', activities: 1 });
    act(entity, (db) => {
      const [model] = db.select().from(activity).all();
      if (!model) throw new Error('no activity');
      const { id: _, ...columns } = model;
      const more = Array.from({ length: 3_000 }, (_, place) => place + 2);
      insertMany(
        db,
        activity,
        more.map((place) => ({ ...columns, number: String(place), place })),
      );
    });
    return added;
  };

  it('looks at one large presented cut a minute, until it has seen all', () => {
    const { personId } = addLargePlan();
    present(0, personId);
    present(1, personId);
    const minutes = [0, 1, 2].map(
      (minute) => rowsRead(() => tickAt(entity, at('2022-10-18', 9, minute))).rows > 3_000,
    );
    expect(minutes).toEqual([true, true, false]);
  });

  it('looks at a cut that waits before one that changes every minute', () => {
    const { personId, activities } = addLargePlan();
    present(0, personId);
    present(1, personId);
    const changed = [0, 1, 2, 3].map((minute) => {
      const now = at('2022-10-18', 9, minute);
      for (const place of [0, 1]) report(entity, personId, activities[0] ?? 0, cut(place), now);
      tickAt(entity, now);
      return entity.store.db.select().from(outbox).where(eq(outbox.notice, 'changed')).all();
    });
    expect(new Set(changed.at(-1)?.map((row) => row.presentationId)).size).toBe(2);
  });

  it('asks four short questions of each further open cut', () => {
    addPlans(1, 2);
    const few = plainMinute('2022-03-18');
    addPlans(3, 22);
    const many = plainMinute('2022-03-18');
    expect((many.statements - few.statements) / 20).toBeLessThan(5);
  });

  it('asks one question of a cut that closed last year', () => {
    const years = (count: number, from: number) => {
      for (let year = from; year < from + count; year++)
        act(entity, (db) =>
          addPlan(db, `PL-${year}`, 'PLAN', {
            dates: [`${year}-03-31`, `${year}-06-30`, `${year}-09-30`, `${year}-12-31`],
          }),
        );
    };
    years(2, 2012);
    const few = plainMinute('2022-05-18');
    years(5, 2014);
    const many = plainMinute('2022-05-18');
    expect((many.statements - few.statements) / 20).toBeLessThan(2);
  });
});

it('The morning reads every activity of an open cut once for each thing that is due', () => {
  addResponsible(entity, { name: 'Ana', activities: 10 });
  tickAt(entity, at('2022-03-15', 18));
  const few = rowsRead(() => tickAt(entity, at('2022-03-16', 8)));
  addResponsible(entity, { name: 'Berta', activities: 100 });
  const many = rowsRead(() => tickAt(entity, at('2022-03-24', 8)));
  expect((many.rows - few.rows) / 100).toBeLessThan(8);
});
