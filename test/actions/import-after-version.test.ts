import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { changedNothing, importPlan } from '../../src/actions/import-plan.ts';
import { answerPlanChange, askPlanChange } from '../../src/actions/reformulate.ts';
import type { Db } from '../../src/db/open.ts';
import { updateActivity, updateCut } from '../../src/db/plan-changes.ts';
import { type Activity, activitiesOf, allPlans, plannedCut, plannedCuts } from '../../src/db/plans.ts';
import { momentAt } from '../../src/domain/dates.ts';
import type { ActivityChange } from '../../src/domain/plan-change.ts';
import { formDateOf, programmedUpTo } from '../../src/domain/programming.ts';
import { readFormFile } from '../../src/forms/read-file.ts';
import { makeWorkbook } from '../../src/forms/xlsx/make-workbook.ts';
import { reviewOf } from '../../src/summary/review/review-state.ts';
import { storedForm } from '../../src/summary/stored-form.ts';
import { enrol } from '../summary/setup.ts';
import { openDatabase } from '../world/database.ts';
import { cutsOn, formWith, readFormOf, realForm } from '../world/form.ts';

const NOW = momentAt('2022-03-18', 10);
let db: Db;
let planId: number;

beforeEach(() => {
  const database = openDatabase({});
  onTestFinished(database.remove);
  ({ db } = database);
  planId = allPlans(db)[0]?.id ?? 0;
});

const numbered = (number: string): Activity => {
  const found = activitiesOf(db, planId).find((each) => each.number === number);
  if (!found) throw new Error(number);
  return found;
};
const imports = (form = realForm()) => {
  const done = importPlan(db, form, { withoutMonitoring: true, now: NOW + 1000 });
  if (!done.ok) throw new Error('refused');
  return done;
};

/** A version that gives activity 1 another target and withdraws activity 2. */
function reformulate(): void {
  const [one, two] = [numbered('1'), numbered('2')];
  const changes: readonly ActivityChange[] = [
    { kind: 'target', activityId: one.id, before: { target: one.target }, after: { target: 'Dos talleres' } },
    { kind: 'withdrawal', activityId: two.id, before: {}, after: {} },
  ];
  const askedBy = enrol(db, 'Diana', 12, { offices: ['coordinator'] }).id;
  const by = enrol(db, 'Luz', 13, { offices: ['coordinator'] }).id;
  const asked = askPlanChange(db, { planId, askedBy, why: 'presupuesto', changes }, NOW);
  if (!asked.ok) throw new Error(asked.why);
  answerPlanChange(db, { changeId: asked.change.id, by, answer: 'yes' }, NOW);
}

describe('A form of a former version', () => {
  it('takes back nothing that a version changed, and it is told', () => {
    reformulate();
    const done = imports();
    expect(done.kept).toEqual(['1', '2']);
    expect(changedNothing(done)).toBe(true);
    expect(numbered('1').target).toBe('Dos talleres');
    expect(numbered('2').retiredAt).toBe(NOW);
  });

  it('still mends what no version changed, and what it says anew', () => {
    reformulate();
    const target = numbered('3').target;
    const done = imports(
      readFormOf(formWith([target, 'Otra meta'], [realForm().activities[0]?.target ?? '', 'Tres talleres'])),
    );
    expect(done.kept).toEqual(['2']);
    expect([numbered('1').target, numbered('3').target]).toEqual(['Tres talleres', 'Otra meta']);
  });
});

it('The workbook of every version is imported again without a change', async () => {
  reformulate();
  const original = readFileSync(join(import.meta.dirname, '../data/PL-PC-01-2022.xlsx'));
  const targets: unknown[] = [];
  for (const planned of plannedCuts(db)) {
    const form = storedForm(db, planned, reviewOf(db, planned, NOW), NOW);
    const reading = readFormFile(await makeWorkbook({ original, form, positions: [], answers: {} }));
    if (!reading.ok) throw new Error('it is not read');
    expect(changedNothing(imports(reading.form))).toBe(true);
    targets.push(reading.form.activities[0]?.target);
  }
  const former = realForm().activities[0]?.target;
  expect(targets).toEqual([former, 'Dos talleres', 'Dos talleres', 'Dos talleres']);
});

it('A form that prints a cut where a setting moved it moves no version and nothing programmed', () => {
  reformulate();
  const [first, second, ...others] = ['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31'];
  const one = numbered('1');
  const figures = [first, second, ...others].map((date = '', place) => ({ date, tenths: 250 * (place + 1) }));
  updateActivity(db, one.id, { programmed: figures });
  const moved = plannedCuts(db).find(({ cut }) => cut.number === 2)?.cut.id ?? 0;
  updateCut(db, moved, { date: '2022-06-25', formDate: '2022-06-30' });
  const printed = readFormOf(formWith(...cutsOn('MARZO 31', 'JUNIO 25', 'SEPTIEMBRE 30', 'DICIEMBRE 31')));
  expect(imports(printed).cutsRemoved).toEqual([]);
  const now = plannedCut(db, moved);
  if (!now) throw new Error('no cut');
  expect(now.cut.date).toBe('2022-06-25');
  expect(now.version.number).toBe(2);
  expect(programmedUpTo(numbered('1'), formDateOf(now.cut))?.percent).toBe(50);
  expect(changedNothing(imports(printed))).toBe(true);
});
