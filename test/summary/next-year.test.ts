import { describe, expect, it } from 'vitest';
import { importPlan } from '../../src/actions/import-plan.ts';
import { plannedCuts } from '../../src/db/plans.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { readFormFile } from '../../src/forms/read-file.ts';
import { makeWorkbook } from '../../src/forms/xlsx/make-workbook.ts';
import { nextYearForm } from '../../src/summary/next-year.ts';
import { openDatabase } from '../world/database.ts';

describe('the draft of the next year', () => {
  it('is read as the same plan a year later, without a report, and is a plan of its own', async () => {
    const { db, remove } = openDatabase({});
    const now = momentAt('2023-01-16', 9);
    const last = plannedCuts(db).at(-1);
    if (!last) throw new Error('no cut');
    const draft = nextYearForm(db, last, now);
    const reading = readFormFile(await makeWorkbook({ original: null, form: draft, positions: [] }));
    if (!reading.ok) throw new Error(JSON.stringify(reading));
    const { form } = reading;
    expect(form.fiscalYear).toBe(2023);
    expect(
      form.activities.map(({ number, name, start, end, monitoring }) => ({
        number,
        name,
        start,
        end,
        monitoring,
      })),
    ).toEqual(
      draft.activities.map(({ number, name, start, end }) => ({ number, name, start, end, monitoring: [] })),
    );
    expect(form.activities.every(({ start, end }) => start >= '2022-12' && end.startsWith('2023'))).toBe(
      true,
    );
    expect(form.cuts.map(({ date }) => date)).toEqual([
      '2023-03-31',
      '2023-06-30',
      '2023-09-30',
      '2023-12-31',
    ]);
    const stored = importPlan(db, form, { withoutMonitoring: true, now });
    expect(stored).toMatchObject({ ok: true });
    expect(new Set(plannedCuts(db).map(({ plan }) => plan.fiscalYear))).toEqual(new Set([2022, 2023]));
    remove();
  });
});
