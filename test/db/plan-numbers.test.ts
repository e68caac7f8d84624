import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numbersOfPlans } from '../../src/db/plan-numbers.ts';
import { tasksOf } from '../../src/db/tasks.ts';
import { type PlanNumbers, planNumbers, shapeOf } from '../../src/domain/answers/plan-numbers.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { type Database, openDatabase } from '../world/database.ts';
import { settle } from '../world/people.ts';
import { addActivity, addPlan } from '../world/plan.ts';
import { rowsRead } from '../world/rows-read.ts';

const numbers = ['1', '2A', '10', '1.1', 'C2-1.1', 'Ñ-1', '2022', 'Única'];
const now = momentAt('2022-03-20', 10);

let database: Database;
let stored: PlanNumbers;
beforeAll(() => {
  database = openDatabase();
  const { db, store } = database;
  const { planId } = addPlan(db);
  store.sqlite.exec("insert into position(id, name, key) values (1, 'Cargo', 'cargo'), (2, 'Otro', 'otro')");
  for (const [place, number] of [...numbers, ...Array.from({ length: 300 }, (_, at) => `9.${at}`)].entries())
    addActivity(db, { planId, number, place: place + 1 }, [place === 0 ? 1 : 2]);
  const account = { userId: 1, name: 'Ana' };
  const personId = settle(db, { name: 'Ana', holds: { positions: [1] }, account }, now - 1e9);
  stored = numbersOfPlans(db, tasksOf(db, personId, now));
});
afterAll(() => database.remove());

describe('The numbers of the plans of a person with activity 1', () => {
  const known = planNumbers(numbers);

  it.each([...numbers, '2a', 'c2-1.1', 'C2-1.1', 'ñ-1', 'ÑANDÚ', 'única', '3', '', '1 '])(
    'are the same looked up as known, of %j',
    (way) => {
      expect(stored.has(way)).toBe(known.has(way));
      expect(stored.writtenAs([way, 'x'])).toEqual(known.writtenAs([way, 'x']));
      expect(stored.hasShape(shapeOf(way))).toBe(known.hasShape(shapeOf(way)));
    },
  );

  it('are looked up without reading the others', () => {
    const { rows } = rowsRead(() => {
      stored.has('C2-1.1');
      stored.writtenAs(['1', '1.1', '1.1 ', 'c2-1.1', 'nothing']);
      stored.hasShape('9');
    });
    expect(rows).toBeLessThan(6);
  });

  it('know the largest', () => {
    expect(stored.largest()).toBe(2022);
  });
});
