import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importPlan } from '../../src/actions/import-plan.ts';
import { setProgramming } from '../../src/actions/programming.ts';
import type { Db } from '../../src/db/open.ts';
import { activitiesOf, plannedCutsOf } from '../../src/db/plans.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { formDateOf, programmedUpTo } from '../../src/domain/programming.ts';
import { readProgramming } from '../../src/domain/written-programming.ts';
import type { Form } from '../../src/forms/form.ts';
import { readFormFile } from '../../src/forms/read-file.ts';
import type { Answers } from '../../src/forms/reading/asking.ts';
import { fillWorkbook } from '../../src/forms/xlsx/fill.ts';
import { templateWorkbook } from '../../src/forms/xlsx/template.ts';
import { reviewOf } from '../../src/summary/review/review-state.ts';
import { storedForm } from '../../src/summary/stored-form.ts';
import { formOf } from '../forms/real-form.ts';
import { freshDb } from './setup.ts';

const NOW = momentAt('2023-01-10', 9);
const fileOf = (name: string) => readFileSync(new URL(`../data/cases/${name}`, import.meta.url));

function imported(db: Db, form: Form) {
  const done = importPlan(db, form, { withoutMonitoring: false, now: NOW });
  if (!done.ok) throw new Error('not imported');
  return done;
}

/** What is expected of each activity at each cut, and how it is kept. */
function expectedOf(db: Db, planId: number) {
  const cuts = plannedCutsOf(db, [planId]).map(({ cut }) => formDateOf(cut));
  return activitiesOf(db, planId).map((each) => ({
    number: each.number,
    keeps: each.keeps,
    measure: each.measure,
    yearAmount: each.yearAmount,
    set: each.programmed?.length ?? null,
    upTo: cuts.map((date) => programmedUpTo(each, date)),
  }));
}

const exportOf = (db: Db, planId: number) => {
  const planned = plannedCutsOf(db, [planId]).at(-1);
  if (!planned) throw new Error('no cut');
  return storedForm(db, planned, reviewOf(db, planned, NOW), NOW);
};

const plans: Record<string, Answers> = {
  'w05-g1.xlsx': { accumulation: 'perPeriod' },
  'w07-c08f-meta-ejec-pct-obs.xlsx': { 'block:% DE AVANCE': 'progress' },
  'w05-b05-hospital-poa-2021.xlsx': { 'block:TRIM': 'planned' },
};

describe('an export is imported as the plan, with what is programmed', () => {
  for (const [file, answers] of Object.entries(plans))
    it(`of ${file}, as the form and as Planeación set it`, () => {
      const bytes = fileOf(file);
      const db = freshDb();
      const { plan } = imported(db, formOf(readFormFile(bytes, { answers })));
      const back = () => formOf(readFormFile(templateWorkbook(exportOf(db, plan.id))));
      const before = expectedOf(db, plan.id);
      const elsewhere = freshDb();
      expect(expectedOf(elsewhere, imported(elsewhere, back()).plan.id)).toEqual(before);

      const [first, second, third] = activitiesOf(db, plan.id);
      const cuts = plannedCutsOf(db, [plan.id]).length;
      const written = readProgramming(`4 talleres: ${'0, '.repeat(cuts - 1)}4`, cuts);
      if (typeof written === 'string' || !first) throw new Error('not read');
      setProgramming(db, first, { kind: 'written', written }, null, NOW);
      if (second) setProgramming(db, second, { kind: 'keeps' }, null, NOW);
      if (third) setProgramming(db, third, { kind: 'dates' }, null, NOW);
      const after = expectedOf(db, plan.id);
      expect(after[0]).toMatchObject({ measure: 'talleres', yearAmount: 4, set: cuts });
      const anew = freshDb();
      const there = imported(anew, back());
      expect(expectedOf(anew, there.plan.id).map(comparable)).toEqual(after.map(comparable));
      imported(db, back());
      imported(db, formOf(readFormFile(bytes, { answers })));
      expect(expectedOf(db, plan.id)).toEqual(after);
    });

  it('in the entity’s own workbook too, whose planned columns stay as they are', () => {
    const bytes = fileOf('w07-c08f-meta-ejec-pct-obs.xlsx');
    const answers = { 'block:% DE AVANCE': 'progress' };
    const db = freshDb();
    const form = formOf(readFormFile(bytes, { answers }));
    const { plan } = imported(db, form);
    const [first] = activitiesOf(db, plan.id);
    if (!first) throw new Error('no activity');
    setProgramming(db, first, { kind: 'keeps' }, null, NOW);
    const filled = fillWorkbook(bytes, exportOf(db, plan.id), [], answers);
    if (!filled.ok) throw new Error(filled.reason);
    const again = formOf(readFormFile(filled.bytes, { answers }));
    expect(again.activities.map(({ planned }) => planned)).toEqual(
      form.activities.map(({ planned }) => planned),
    );
    expect(again.activities[0]?.programming?.basis).toBe('keeps');
  });
});

/** One to keep has no figures of its own in a file: every cut expects all of it. */
function comparable(of: ReturnType<typeof expectedOf>[number]) {
  return of.keeps ? { ...of, upTo: [] } : of;
}
