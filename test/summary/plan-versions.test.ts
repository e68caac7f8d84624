import { describe, expect, it } from 'vitest';
import { eq } from '../../src/db/drizzle.ts';
import { earlierReport, earlierReports } from '../../src/db/earlier-reports.ts';
import { activitiesOfCut, plannedCut } from '../../src/db/plans.ts';
import { activity, planChange, planVersion, report as reports } from '../../src/db/schema/index.ts';
import { askedActivities } from '../../src/db/tasks.ts';
import { momentAt } from '../../src/domain/dates.ts';
import type { ActivityChange } from '../../src/domain/plan-change.ts';
import { chartOf } from '../../src/summary/chart/chart-of.ts';
import { cutSummary } from '../../src/summary/cut-summary.ts';
import { ownReport } from '../../src/summary/own-report.ts';
import { sealed } from '../../src/summary/review/document.ts';
import { liveDocument } from '../../src/summary/review/live-document.ts';
import { reviewOf } from '../../src/summary/review/review-state.ts';
import { storedForm } from '../../src/summary/stored-form.ts';
import { enrol, freshDb, makePlan, type PlanMade, report } from './setup.ts';

const accepted = momentAt('2022-04-20', 10);

function made(): PlanMade {
  const plan = makePlan(freshDb(), [
    { number: '1', name: 'Talleres', target: '4 talleres' },
    { number: '2', name: 'Feria', target: 'Una feria' },
  ]);
  report(plan, enrol(plan.db, 'Aracelly', 11, {}), '1', 250);
  return plan;
}

const planned = ({ db, cuts }: PlanMade, number: number) => {
  const found = plannedCut(db, cuts[number - 1] ?? 0);
  if (!found) throw new Error('no cut');
  return found;
};
const documentOf = (plan: PlanMade, number: number) => liveDocument(plan.db, planned(plan, number));

/** Stores a version that holds from the second cut on. */
function reformulate(plan: PlanMade): void {
  const { db, activities } = plan;
  const [first, second] = [activities.get('1') ?? 0, activities.get('2') ?? 0];
  const changes: readonly ActivityChange[] = [
    { kind: 'target', activityId: first, before: { target: '4 talleres' }, after: { target: '2 talleres' } },
    {
      kind: 'dates',
      activityId: first,
      before: { startsOn: '2022-01-01', endsOn: '2022-12-31' },
      after: { startsOn: '2022-06-01', endsOn: '2022-12-31' },
    },
    { kind: 'withdrawal', activityId: second, before: {}, after: {} },
  ];
  db.update(activity)
    .set({ target: '2 talleres', startsOn: '2022-06-01' })
    .where(eq(activity.id, first))
    .run();
  db.update(activity).set({ retiredAt: accepted }).where(eq(activity.id, second)).run();
  addVersion(plan, changes);
}

function addVersion({ db, planId }: PlanMade, changes: readonly ActivityChange[]): void {
  const askedBy = enrol(db, 'Diana', 12, {}).id;
  const change = db
    .insert(planChange)
    .values({
      planId,
      askedBy,
      askedAt: accepted,
      changes,
      why: 'menos presupuesto',
      outcome: 'accepted',
      decidedAt: accepted,
    })
    .returning()
    .get();
  db.insert(planVersion)
    .values({ planId, number: 2, acceptedAt: accepted, fromDate: '2022-06-30', changeId: change.id })
    .run();
}

describe('a version of a plan', () => {
  it('leaves the cuts before it as they were: the sealed text to the last letter', () => {
    const plan = made();
    const before = sealed(documentOf(plan, 1));
    const summary = cutSummary(plan.db, plan.cuts[0] ?? 0, accepted);
    reformulate(plan);
    expect(sealed(documentOf(plan, 1))).toEqual(before);
    const after = cutSummary(plan.db, plan.cuts[0] ?? 0, accepted);
    expect([after.overall, after.expected, after.missing.length]).toEqual([
      summary.overall,
      summary.expected,
      summary.missing.length,
    ]);
    expect(after.missing[0]?.items.map((each) => each.activity.number)).toEqual(['2']);
    const numbers = askedActivities(plan.db, planned(plan, 1), momentAt('2022-03-31', 12));
    expect(numbers.map(({ number }) => number)).toEqual(['1', '2']);
  });

  it('looks back at no amount of another measure', () => {
    const plan = made();
    const { db } = plan;
    const [id, date] = [plan.activities.get('1') ?? 0, '2022-06-30'];
    const before = { programmed: null, measure: 'talleres', yearAmount: 4, keeps: false };
    const amounts = () => {
      const now = activitiesOfCut(db, planned(plan, 2)).find((each) => each.id === id);
      if (!now) throw new Error('no activity');
      return [
        earlierReport(db, now, date)?.report.amount,
        ...earlierReports(db, now, date).map((each) => each.amount),
        documentOf(plan, 2).reports[0]?.amount,
      ];
    };
    db.update(activity).set(before).where(eq(activity.id, id)).run();
    db.update(reports).set({ amount: 1 }).run();
    expect(amounts()).toEqual([1, 1, 1]);
    const after = { ...before, measure: 'personas' };
    db.update(activity).set(after).where(eq(activity.id, id)).run();
    expect(amounts()).toEqual([1, 1, 1]);
    addVersion(plan, [{ kind: 'programming', activityId: id, before, after }]);
    expect(amounts()).toEqual([null, null, undefined]);
    const personId = db.select({ by: reports.personId }).from(reports).get()?.by ?? 0;
    const paper = ownReport(db, { personId, from: '2022-01-01', to: '2022-12-31' }, null, accepted);
    expect(JSON.stringify(paper)).toContain('1 de 4 talleres');
  });

  it('holds from its first cut on, in questions, figures and documents', () => {
    const plan = made();
    reformulate(plan);
    const asked = askedActivities(plan.db, planned(plan, 2), momentAt('2022-06-30', 12));
    expect(asked).toMatchObject([{ number: '1', target: '2 talleres', startsOn: '2022-06-01' }]);
    const document = documentOf(plan, 2);
    expect(document.planVersion).toEqual({ number: 2, fromDate: '2022-06-30' });
    expect(document.activities.map(({ standing }) => standing)).toEqual(['counted', 'retired']);
  });

  it('is printed in the files', () => {
    const plan = made();
    reformulate(plan);
    const lines = [1, 2].map((number) => {
      const cut = planned(plan, number);
      return storedForm(plan.db, cut, reviewOf(plan.db, cut, accepted), accepted).status.lines[1];
    });
    expect(lines).toEqual([
      'Versión del plan: 1.',
      'Versión del plan: 2, desde el corte del 30 de junio de 2022.',
    ]);
    const pictures = [0, 1].map(
      (place) => chartOf(cutSummary(plan.db, plan.cuts[place] ?? 0, accepted)).plan,
    );
    expect(pictures.map((each) => each.split(' · ')[2])).toEqual([undefined, 'versión 2 del plan']);
  });
});
