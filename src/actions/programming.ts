import { actorOf, record } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import { updateActivity } from '../db/plan-changes.ts';
import { type Activity, type Cut, plannedCutsOf } from '../db/plans.ts';
import type { Moment } from '../domain/dates.ts';
import { type Figure, formDateOf } from '../domain/programming.ts';
import type { WrittenProgramming } from '../domain/written-programming.ts';

/** `dates`: nothing is programmed, whatever the form says, and nothing is counted. */
export type ProgrammingChange =
  | { readonly kind: 'written'; readonly written: WrittenProgramming }
  | { readonly kind: 'keeps' | 'raises' | 'dates' };

/**
 * Sets what is programmed for an activity. It decides what is expected at every cut that is not approved. An import
 * never changes it.
 * @param personId who acts; null: the operator
 */
export function setProgramming(
  db: Db,
  activity: Activity,
  change: ProgrammingChange,
  personId: number | null,
  now: Moment,
): void {
  const columns = programmingColumns(db, activity, change);
  updateActivity(db, activity.id, columns);
  const before = recorded(activity);
  const after = recorded({ ...activity, ...columns });
  const of = { planId: activity.planId, activityId: activity.id };
  record(db, { at: now, act: 'programmed', by: actorOf(personId), ...of, before, after });
}

type Columns = Pick<Activity, 'programmed' | 'measure' | 'yearAmount' | 'keeps'>;

/** The columns that such a change replaces. */
export function programmingColumns(db: Db, activity: Activity, change: ProgrammingChange): Partial<Columns> {
  switch (change.kind) {
    case 'keeps':
      return { keeps: true };
    case 'raises':
      return { keeps: false };
    case 'dates':
      return {
        programmed: activity.planned.length === 0 ? null : [],
        measure: null,
        yearAmount: null,
        keeps: false,
      };
    case 'written': {
      const { measure, yearAmount, values } = change.written;
      const programmed =
        values === null ? {} : { programmed: figures(db, activity, values, measure !== null) };
      return { ...(measure === null ? {} : { measure, yearAmount }), ...programmed, keeps: false };
    }
  }
}

function figures(
  db: Db,
  activity: Activity,
  values: readonly number[],
  areAmounts: boolean,
): readonly Figure[] {
  return cutsInOrder(db, activity.planId).flatMap((cut, place): Figure[] => {
    const value = values[place];
    if (value === undefined) return [];
    const date = formDateOf(cut);
    return [areAmounts ? { date, amount: value } : { date, tenths: value }];
  });
}

/** The cuts of a plan by number: one value of a written programming is for each. */
export function cutsInOrder(db: Db, planId: number): readonly Cut[] {
  return plannedCutsOf(db, [planId])
    .map(({ cut }) => cut)
    .sort((a, b) => a.number - b.number);
}

function recorded({ programmed, measure, yearAmount, keeps }: Columns): Record<string, unknown> {
  return { programmed, measure, yearAmount, keeps };
}
