import { describe, expect, it } from 'vitest';
import { type ProgrammingChange, setProgramming } from '../../src/actions/programming.ts';
import { coverageOf } from '../../src/conversations/cuts/coverage.ts';
import { activitiesOf, plannedCut } from '../../src/db/plans.ts';
import { addPresentation, decide } from '../../src/db/review.ts';
import { pendingTasksOf, tasksOf } from '../../src/db/tasks.ts';
import type { Figure } from '../../src/domain/programming.ts';
import { cutSummary } from '../../src/summary/cut-summary.ts';
import { summaryTexts } from '../../src/summary/message.ts';
import { pendingActivities } from '../../src/summary/missing.ts';
import { sealed } from '../../src/summary/review/document.ts';
import { liveDocument } from '../../src/summary/review/live-document.ts';
import { reviewOf } from '../../src/summary/review/review-state.ts';
import { enrol, freshDb, makePlan, NOW, report } from './setup.ts';

const dates = ['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31'];
const percents = (...values: number[]): readonly Figure[] =>
  values.map((percent, place) => ({ date: dates[place] ?? '', tenths: percent * 10 }));

/** n.º 1 goes by its dates, 2 is programmed, 3 starts in the second cut, 4 is to keep. */
function town() {
  const made = makePlan(freshDb(), [
    { number: '1' },
    { number: '2', planned: percents(50, 60, 70, 100) },
    { number: '3', planned: percents(0, 50, 75, 100) },
    { number: '4', keeps: true },
  ]);
  const luz = enrol(made.db, 'Luz', 7, { positions: [...made.positions.values()] });
  const planned = plannedCut(made.db, made.cuts[0] ?? 0);
  if (!planned) throw new Error('no cut');
  const text = () => summaryTexts(cutSummary(made.db, planned.cut.id, NOW)).join('\n');
  return { ...made, made, luz, planned, text };
}

describe('a cut of a plan with programming', () => {
  it('expects what is programmed, and says for how many activities', () => {
    const { made, luz, text } = town();
    for (const number of ['1', '2', '4']) report(made, luz, number, 500);
    expect(text()).toContain('<b>50 %</b>; para esta fecha se esperaba 58,2 %');
    expect(text()).toContain('Lo esperado: 1 por lo programado, 1 permanente y 1 por sus fechas');
    expect(text()).toContain('2 en verde, 1 en rojo');
  });

  it('leaves out what starts later: not pending, not counted, in a line of its own', () => {
    const { db, made, luz, planned, text } = town();
    const numbers = (of: readonly { activity: { number: string } }[]) =>
      of.map((each) => each.activity.number);
    expect(numbers(pendingActivities(db, planned, NOW))).toEqual(['1', '2', '4']);
    expect(numbers(pendingTasksOf(db, luz.id, NOW))).toEqual(['1', '2', '4']);
    expect(coverageOf(db, planned)).toEqual({ asked: 3, reported: 0 });
    expect(text()).toContain('Empieza después: n.º 3');
    expect(tasksOf(db, luz.id, NOW).find((each) => each.activity.number === '3')?.later).toBe(true);
    report(made, luz, '3', 100);
    expect(text()).not.toContain('Empieza después');
    expect(coverageOf(db, planned)).toEqual({ asked: 4, reported: 1 });
    expect(cutSummary(db, planned.cut.id, NOW).rows.map((row) => row.light)).toEqual([
      'grey',
      'grey',
      'green',
      'grey',
    ]);
  });

  it('asks for it when a reopening names it', () => {
    const { db, made, planned } = town();
    const of = { kind: 'reopen', at: NOW - 1, lastDay: '2022-04-20' } as const;
    const reopened = { ...planned, acts: [{ ...of, activityIds: [made.activities.get('3') ?? 0] }] };
    expect(pendingActivities(db, reopened, NOW).map((each) => each.activity.number)).toContain('3');
  });

  it('seals nothing new where nothing is programmed', () => {
    const { db, planned } = town();
    const [dated, programmed, , kept] = liveDocument(db, planned).activities;
    expect(Object.keys(dated ?? {})).not.toContain('programming');
    expect(programmed?.programming?.map((each) => each.percent)).toEqual([50, 60, 70, 100]);
    expect([dated?.keeps, kept?.keeps]).toEqual([undefined, true]);
  });

  it('keeps what was programmed when it was approved, whatever is programmed since', () => {
    const { db, made, luz, planned } = town();
    for (const number of ['1', '2']) report(made, luz, number, 500);
    const seal = sealed(liveDocument(db, planned));
    const of = { cutId: planned.cut.id, at: NOW, presentedBy: luz.id, ...seal };
    const { id } = addPresentation(db, of, null);
    const changes = (change: ProgrammingChange) =>
      activitiesOf(db, made.planId).forEach((each) => {
        setProgramming(db, each, change, null, NOW);
      });
    const approval = { outcome: 'approved', auditHash: 'x', appointedBy: null } as const;
    decide(db, id, { decidedAt: NOW, decidedBy: luz.id, ...approval });
    changes({ kind: 'dates' });
    changes({ kind: 'keeps' });
    const { standing } = reviewOf(db, planned, NOW);
    expect(standing.kind === 'approved' && standing.changes).toEqual([]);
    expect(sealed(liveDocument(db, planned)).document).toBe(seal.document);
    const second = plannedCut(db, made.cuts[1] ?? 0);
    if (!second) throw new Error('no cut');
    expect(liveDocument(db, second).activities.map(({ keeps }) => keeps)).toEqual([true, true, true, true]);
  });
});
