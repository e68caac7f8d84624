import { closeCut, reopenCut } from '../../src/actions/cut-acts.ts';
import { importPlan } from '../../src/actions/import-plan.ts';
import type { Db } from '../../src/db/open.ts';
import { type PlannedCut, plannedCuts } from '../../src/db/plans.ts';
import { addDays, localDate, momentAt } from '../../src/domain/dates.ts';
import { realForm } from '../world/form.ts';
import { type Model, numbers } from './model.ts';
import type { Phones } from './phones.ts';

export type PlanAct =
  | { readonly do: 'close' | 'reopen' }
  /** The form comes anew, without some of its activities (places from 0): those are retired, all others (again) in it. */
  | { readonly do: 'import'; readonly without: readonly number[] };

/** What Planeación does to the plan and its cut. */
export function ofPlanning(act: PlanAct, model: Model, phones: Phones): void {
  switch (act.do) {
    case 'import':
      model.retired = new Set(act.without.map((place) => numbers[place] ?? ''));
      return phones.act((db) => {
        const activities = realForm().activities.filter(({ number }) => !model.retired.has(number));
        const done = importPlan(
          db,
          { ...realForm(), activities },
          { withoutMonitoring: true, now: model.now },
        );
        if (!done.ok) throw new Error('the form was refused');
      });
    case 'close':
      return phones.act((db) => {
        if (!closeCut(db, firstCut(db), { personId: null, reason: 'Todo está reportado' }, model.now).ok)
          return;
        for (const [number, at] of model.locks) model.locks.set(number, Math.min(at, model.now));
      });
    case 'reopen':
      return phones.act((db) => {
        const named = numbers.filter((number) => !model.retired.has(number));
        const lastDay = addDays(localDate(model.now), 3);
        const why = { personId: null, reason: 'Lo devolvió el alcalde', numbers: named, lastDay };
        if (!reopenCut(db, firstCut(db), why, model.now).ok) return;
        for (const number of named) {
          const at = Math.max(model.locks.get(number) ?? 0, momentAt(addDays(lastDay, 1), 0));
          model.locks.set(number, at);
          if (model.reports.has(number)) model.again.add(number);
        }
      });
  }
}

function firstCut(db: Db): PlannedCut {
  const [first] = plannedCuts(db);
  if (!first) throw new Error('no cut');
  return first;
}
