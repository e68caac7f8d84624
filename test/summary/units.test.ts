import { describe, expect, it } from 'vitest';
import { plannedCut } from '../../src/db/plans.ts';
import { addReport } from '../../src/db/reports.ts';
import { toCsv } from '../../src/forms/csv.ts';
import { sheetsOf } from '../../src/forms/pdf/sheets.ts';
import { cutSummary } from '../../src/summary/cut-summary.ts';
import { summaryTexts } from '../../src/summary/message.ts';
import { changesBetween } from '../../src/summary/review/changes.ts';
import { documentOf, sealed } from '../../src/summary/review/document.ts';
import { liveDocument } from '../../src/summary/review/live-document.ts';
import { reviewOf } from '../../src/summary/review/review-state.ts';
import { storedForm } from '../../src/summary/stored-form.ts';
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
});
