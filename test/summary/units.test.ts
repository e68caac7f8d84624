import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importPlan } from '../../src/actions/import-plan.ts';
import { setProgramming } from '../../src/actions/programming.ts';
import { activitiesOf, plannedCut, plannedCutsOf } from '../../src/db/plans.ts';
import { addReport } from '../../src/db/reports.ts';
import { report as reports } from '../../src/db/schema/index.ts';
import { shareOf } from '../../src/domain/units.ts';
import { toCsv } from '../../src/forms/csv.ts';
import { sheetsOf } from '../../src/forms/pdf/sheets.ts';
import { readFormFile } from '../../src/forms/read-file.ts';
import { fillWorkbook } from '../../src/forms/xlsx/fill.ts';
import { templateWorkbook } from '../../src/forms/xlsx/template.ts';
import { chartOf } from '../../src/summary/chart/chart-of.ts';
import { cutSummary } from '../../src/summary/cut-summary.ts';
import { summaryTexts } from '../../src/summary/message.ts';
import { changesBetween } from '../../src/summary/review/changes.ts';
import { documentOf, sealed } from '../../src/summary/review/document.ts';
import { liveDocument } from '../../src/summary/review/live-document.ts';
import { reviewOf } from '../../src/summary/review/review-state.ts';
import { storedForm } from '../../src/summary/stored-form.ts';
import { formOf } from '../forms/real-form.ts';
import { enrol, freshDb, makePlan, NOW, type PlanMade } from './setup.ts';

function reported(amount: number | null, progress: number): PlanMade {
  const made = makePlan(freshDb(), [{ number: '1', measure: 'talleres', yearAmount: 4 }, { number: '2' }]);
  add(made, amount, progress);
  return made;
}

function add(made: PlanMade, amount: number | null, progress: number): void {
  const ana = enrol(
    made.db,
    'Ana Ruiz',
    11 + made.db.$client.prepare('select 1 from report').all().length,
    {},
  );
  addReport(made.db, {
    activityId: made.activities.get('1') ?? 0,
    cutId: made.cuts[0] ?? 0,
    progress,
    amount,
    observation: 'con las juntas',
    origin: 'chat',
    personId: ana.id,
    moment: NOW,
    recordedAt: NOW,
    late: false,
  });
}

const planned = ({ db, cuts }: PlanMade) => {
  const found = plannedCut(db, cuts[0] ?? 0);
  if (!found) throw new Error('no cut');
  return found;
};
const documentIn = (made: PlanMade) => liveDocument(made.db, planned(made));
const formIn = (made: PlanMade) =>
  storedForm(made.db, planned(made), reviewOf(made.db, planned(made), NOW), NOW);

describe('an amount that was reported', () => {
  it.each([
    [3, 750, '3 de 4 talleres (75 %)'],
    [5, 1000, '5 de 4 talleres (100 %)'],
    [null, 700, '<b>70 %</b>'],
  ])('stands in the summary: %s', (amount, progress, shown) => {
    const made = reported(amount, progress);
    expect(summaryTexts(cutSummary(made.db, made.cuts[0] ?? 0, NOW)).join('\n')).toContain(shown);
  });

  it('stands in the picture beside the percentage', () => {
    const made = reported(3, 750);
    const [bar] = chartOf(cutSummary(made.db, made.cuts[0] ?? 0, NOW)).bars.filter(
      ({ number }) => number === '1.',
    );
    expect(bar).toMatchObject({ progress: '75 %', who: '3 de 4 talleres' });
  });

  it('is sealed with the document, and another amount is a change', () => {
    const made = reported(5, 1000);
    const before = documentIn(made);
    expect(documentOf({ id: 1, ...sealed(before) }).reports).toMatchObject([{ progress: 1000, amount: 5 }]);
    add(made, 4, 1000);
    expect(changesBetween(before, documentIn(made))).toMatchObject([{ what: 'report', number: '1' }]);
    expect(Object.keys(documentIn(reported(null, 700)).reports[0] ?? {})).not.toContain('amount');
  });

  it('stands in the CSV and beside the percentage in the PDF', () => {
    const form = formIn(reported(3, 750));
    const [headings = '', row = ''] = new TextDecoder().decode(toCsv(form)).split('\r\n');
    const of = (name: string) => row.split(',')[headings.split(',').indexOf(name)];
    expect([of('avance'), of('medida'), of('cantidad_reportada')]).toEqual(['75', 'talleres', '3']);
    expect(JSON.stringify(sheetsOf(form))).toContain('75 %\\n3 de 4 talleres');
  });

  it('comes back from an export of ours, with what was asked', () => {
    const form = formIn(reported(5, 1000));
    const back = formOf(readFormFile(templateWorkbook(form)));
    expect(back.activities[0]?.monitoring).toMatchObject([{ progressTenths: 1000, amount: 5 }]);
    const db = freshDb();
    importPlan(db, back, { withoutMonitoring: false, now: NOW });
    expect(db.select().from(reports).all()).toMatchObject([{ progress: 1000, amount: 5, origin: 'import' }]);
    const changed = back.activities.map((each) => ({
      ...each,
      monitoring: each.monitoring.map((one) => ({ ...one, progressTenths: 500 })),
    }));
    const other = freshDb();
    importPlan(other, { ...back, activities: changed }, { withoutMonitoring: false, now: NOW });
    expect(other.select().from(reports).all()).toMatchObject([{ progress: 500, amount: null }]);
  });

  it('stands in the form’s own columns of what was executed, as the share of each cut', () => {
    const bytes = readFileSync(new URL('../data/cases/w07-c08f-meta-ejec-pct-obs.xlsx', import.meta.url));
    const answers = { 'block:% DE AVANCE': 'progress' };
    const db = freshDb();
    const done = importPlan(db, formOf(readFormFile(bytes, { answers })), {
      withoutMonitoring: false,
      now: NOW,
    });
    if (!done.ok) throw new Error('not imported');
    const [first] = activitiesOf(db, done.plan.id);
    const cuts = plannedCutsOf(db, [done.plan.id]);
    const written = { measure: 'talleres', yearAmount: 6, values: null, added: false };
    if (first) setProgramming(db, first, { kind: 'written', written }, null, NOW);
    for (const [place, amount] of [1, 4].entries())
      addReport(db, {
        activityId: first?.id ?? 0,
        cutId: cuts[place]?.cut.id ?? 0,
        progress: shareOf(amount, 6),
        amount,
        observation: 'con las juntas',
        origin: 'correction',
        reason: 'contado de nuevo',
        moment: NOW,
        recordedAt: NOW,
        late: false,
      });
    const last = cuts.at(-1);
    if (!last) throw new Error('no cut');
    const filled = fillWorkbook(bytes, storedForm(db, last, reviewOf(db, last, NOW), NOW), [], answers);
    if (!filled.ok) throw new Error(filled.reason);
    expect(formOf(readFormFile(filled.bytes, { answers })).activities[0]?.executed).toEqual([
      { cut: 1, amount: 1 },
      { cut: 2, amount: 3 },
    ]);
  });
});
