import { describe, expect, it } from 'vitest';
import { momentAt } from '../../src/domain/dates.ts';
import { cutSummary } from '../../src/summary/cut-summary.ts';
import { readExport } from '../../src/summary/export-cut.ts';
import { type Read, rowsRead } from '../world/rows-read.ts';
import { freshDb, makePlan, type PlanMade, report } from './setup.ts';

const CLOSED = momentAt('2022-12-31', 12);

/** A plan whose activities are reported in all four cuts. */
function reported(activities: number): PlanMade {
  const numbers = Array.from({ length: activities }, (_, place) => String(place + 1));
  const made = makePlan(
    freshDb(),
    numbers.map((number) => ({ number })),
  );
  for (const cut of [1, 2, 3, 4])
    for (const number of numbers)
      report(made, null, number, 200 * cut, 'hecho', { cut, moment: momentAt('2022-01-10', 9) });
  return made;
}

/** How many rows are read for each further activity; statements do not grow from where exclusions are read at once. */
function rowsAnActivity(act: (made: PlanMade) => void): number {
  const [few, many] = [reported(40), reported(140)].map((made): Read => rowsRead(() => act(made)));
  expect(many?.statements).toBe(few?.statements);
  return ((many?.rows ?? 0) - (few?.rows ?? 0)) / 100;
}

describe('Of each activity', () => {
  it('a summary reads itself, its position, and its words at two cuts', () => {
    expect(
      rowsAnActivity(({ db, cuts }) => {
        cutSummary(db, cuts[3] ?? 0, CLOSED);
      }),
    ).toBe(4);
  });

  it('open data read itself, its position, and its words at each cut', () => {
    expect(
      rowsAnActivity(({ db, cuts }) => {
        readExport(db, { cutId: cuts[3] ?? 0, format: 'csv', moment: CLOSED, entityName: null });
      }),
    ).toBe(6);
  });
});
