import { describe, expect, it } from 'vitest';
import { plannedCutsOf } from '../../src/db/plans.ts';
import { addPresentation, decide } from '../../src/db/review.ts';
import { person } from '../../src/db/schema/index.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { cutRows } from '../../src/summary/cut-rows.ts';
import { cutSummary } from '../../src/summary/cut-summary.ts';
import { readExport } from '../../src/summary/export-cut.ts';
import { nextYearForm } from '../../src/summary/next-year.ts';
import { sealed } from '../../src/summary/review/document.ts';
import { liveDocument } from '../../src/summary/review/live-document.ts';
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

  it('the list of activities, and each of them, read no other cut', () => {
    expect(rowsAnActivity(({ db, cuts }) => void cutRows(db, cuts[3] ?? 0, CLOSED))).toBe(3);
  });

  it('the draft of the next year reads what open data read', () => {
    expect(
      rowsAnActivity(({ db, planId }) => {
        const last = plannedCutsOf(db, [planId]).at(-1);
        if (last) nextYearForm(db, last, CLOSED);
      }),
    ).toBe(6);
  });

  it('open data read itself, its position, and its words at each cut', () => {
    expect(
      rowsAnActivity(({ db, cuts }) => {
        readExport(db, { cutId: cuts[3] ?? 0, format: 'csv', moment: CLOSED, entityName: null });
      }),
    ).toBe(6);
  });
});

/** How often documents are read by an act on the last cut of a plan whose four cuts are approved. */
function documentsRead(act: (made: PlanMade) => void): number {
  const made = reported(5);
  const { db } = made;
  const [{ id = 0 } = {}] = db.insert(person).values({ name: 'Ana', createdAt: CLOSED }).returning().all();
  for (const planned of plannedCutsOf(db, [made.planId])) {
    const of = { cutId: planned.cut.id, at: CLOSED, presentedBy: id, ...sealed(liveDocument(db, planned)) };
    const approval = { outcome: 'approved', auditHash: 'x', appointedBy: null } as const;
    decide(db, addPresentation(db, of, null).id, { ...approval, decidedAt: CLOSED, decidedBy: id });
  }
  const { runs } = rowsRead(() => act(made));
  const reads = [...runs].filter(([source]) => /^select .*"document".* from "presentation"/.test(source));
  return reads.reduce((sum, [, times]) => sum + times, 0);
}

describe('Of approved cuts', () => {
  it('a summary reads the document of its own cut and of the previous one, each once', () => {
    expect(
      documentsRead(({ db, cuts }) => {
        expect(cutSummary(db, cuts[3] ?? 0, CLOSED).standing.kind).toBe('approved');
      }),
    ).toBe(2);
  });

  it('the list of activities reads that of its own cut, and shows the same rows', () => {
    expect(documentsRead(({ db, cuts }) => void cutRows(db, cuts[3] ?? 0, CLOSED))).toBe(1);
    const { db, cuts } = reported(15);
    for (const cutId of cuts) {
      const { rows, cut, plan, state, presentationId } = cutSummary(db, cutId, CLOSED);
      expect(cutRows(db, cutId, CLOSED)).toEqual({ rows, cut, plan, state, presentationId });
    }
  });

  it('a picture reads that of each cut once', () => {
    const of = { format: 'chart', moment: CLOSED, entityName: null } as const;
    expect(documentsRead(({ db, cuts }) => void readExport(db, { cutId: cuts[3] ?? 0, ...of }))).toBe(4);
  });
});
