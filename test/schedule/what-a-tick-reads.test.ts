import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plannedCut } from '../../src/db/plans.ts';
import { addPresentation } from '../../src/db/review.ts';
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

  it('looks at no presented cut after a report of another one', () => {
    const { personId, activities } = addResponsible(entity, { name: 'Ana', activities: 60 });
    for (const each of activities) report(entity, personId, each, cut(0), at('2022-03-17', 10));
    const planned = plannedCut(entity.store.db, cut(0));
    if (!planned) throw new Error('no cut');
    const sealedNow = sealed(liveDocument(entity.store.db, planned));
    const presented = { cutId: cut(0), at: at('2022-05-02', 9), presentedBy: personId };
    act(entity, (db) => addPresentation(db, { ...presented, ...sealedNow }, null));
    plainMinute('2022-06-21');
    const rowsAfter = (place: number, minute: number) => {
      report(entity, personId, activities[0] ?? 0, cut(place), at('2022-06-21', 9, minute));
      return rowsRead(() => tickAt(entity, at('2022-06-21', 9, minute))).rows;
    };
    expect(rowsAfter(1, 5)).toBeLessThan(60);
    expect(rowsAfter(0, 6)).toBeGreaterThan(200);
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
