import type { Moment } from '../domain/dates.ts';
import { activityAt } from '../domain/plan-change.ts';
import { asc, eq, isNull, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import type { Activity, PlannedCut } from './plans.ts';
import { selecting } from './prepared.ts';
import { activity, report } from './schema/index.ts';

/** What names an activity, and what decides what a cut asks of it: half of a plan's columns are long texts. */
export const shortColumns = {
  id: activity.id,
  planId: activity.planId,
  number: activity.number,
  place: activity.place,
  name: activity.name,
  target: activity.target,
  startsOn: activity.startsOn,
  endsOn: activity.endsOn,
  planned: activity.planned,
  programmed: activity.programmed,
  measure: activity.measure,
  yearAmount: activity.yearAmount,
  keeps: activity.keeps,
  retiredAt: activity.retiredAt,
  absences: activity.absences,
};
export type ShortActivity = Pick<Activity, keyof typeof shortColumns>;

/** What decides whether a cut counts an activity. */
const countedColumns = {
  id: activity.id,
  startsOn: activity.startsOn,
  target: activity.target,
  planned: activity.planned,
  programmed: activity.programmed,
  yearAmount: activity.yearAmount,
  keeps: activity.keeps,
  retiredAt: activity.retiredAt,
  absences: activity.absences,
};
export type CountedActivity = Pick<Activity, keyof typeof countedColumns>;

const ofPlan = selecting(shortColumns, (rows) =>
  rows
    .from(activity)
    .where(eq(activity.planId, sql.placeholder('planId')))
    .orderBy(asc(activity.place)),
);

/** The activities of a plan as they hold for a cut, in the form's order. */
export function shortActivitiesOfCut(db: Db, planned: PlannedCut): readonly ShortActivity[] {
  return asOfCut(shortActivities(db, planned.plan.id), planned);
}

const unreported = selecting(shortColumns, (rows) =>
  rows
    .from(activity)
    .where(
      sql`${eq(activity.planId, sql.placeholder('planId'))} and not exists (select 1 from ${report}
        where ${report.activityId} = ${activity.id} and ${report.cutId} = ${sql.placeholder('cutId')}
        and ${report.voidedAt} is null)`,
    )
    .orderBy(asc(activity.place)),
);

/** Those without a report at the cut. */
export function shortUnreportedOfCut(db: Db, planned: PlannedCut): readonly ShortActivity[] {
  return asOfCut(unreported(db).all({ planId: planned.plan.id, cutId: planned.cut.id }), planned);
}

/** The same as they are stored, of the newest version. */
export function shortActivities(db: Db, planId: number): readonly ShortActivity[] {
  return ofPlan(db).all({ planId });
}

/** Stored activities as they hold for a cut. */
export function asOfCut<Stored extends CountedActivity>(
  stored: readonly Stored[],
  planned: PlannedCut,
): readonly Stored[] {
  return planned.version.later.length === 0 ? stored : stored.map((each) => activityAt(each, planned));
}

const numbersInPlan = selecting({ id: activity.id, number: activity.number }, (rows) =>
  rows.from(activity).where(eq(activity.planId, sql.placeholder('planId'))),
);

/** The number of each activity of a plan, by id. */
export function numbersById(db: Db, planId: number): ReadonlyMap<number, string> {
  return new Map(
    numbersInPlan(db)
      .all({ planId })
      .map(({ id, number }) => [id, number]),
  );
}

const numbered = selecting(shortColumns, (rows) =>
  rows
    .from(activity)
    .where(
      sql`${eq(activity.planId, sql.placeholder('planId'))} and ${activity.number} in
        (select value from json_each(${sql.placeholder('numbers')}))`,
    )
    .orderBy(asc(activity.place)),
);

/** Those with one of these numbers. */
export function shortActivitiesNumbered(
  db: Db,
  planned: PlannedCut,
  numbers: readonly string[],
): readonly ShortActivity[] {
  return asOfCut(numbered(db).all({ planId: planned.plan.id, numbers: JSON.stringify(numbers) }), planned);
}

const numbersOfIds = selecting({ number: activity.number }, (rows) =>
  rows
    .from(activity)
    .where(sql`${activity.id} in (select value from json_each(${sql.placeholder('ids')}))`)
    .orderBy(asc(activity.place)),
);

/** The numbers of these activities, in the form's order. */
export function numbersOfActivities(db: Db, ids: readonly number[]): readonly string[] {
  if (ids.length === 0) return [];
  return numbersOfIds(db)
    .all({ ids: JSON.stringify(ids) })
    .map(({ number }) => number);
}

const countedInPlan = selecting(countedColumns, (rows) =>
  rows.from(activity).where(eq(activity.planId, sql.placeholder('planId'))),
);

/** The activities of a plan, for counting those of a cut. */
export function countedActivities(db: Db, planId: number): readonly CountedActivity[] {
  return countedInPlan(db).all({ planId });
}

const recordedOfCut = selecting({ activityId: report.activityId, recordedAt: report.recordedAt }, (rows) =>
  rows
    .from(report)
    .where(sql`${eq(report.cutId, sql.placeholder('cutId'))} and ${isNull(report.voidedAt)}`)
    .orderBy(asc(report.id)),
);

/** When the last word on every reported activity of a cut was stored, by activity. */
export function recordedInCut(db: Db, cutId: number): ReadonlyMap<number, { readonly recordedAt: Moment }> {
  return new Map(
    recordedOfCut(db)
      .all({ cutId })
      .map(({ activityId, recordedAt }) => [activityId, { recordedAt }]),
  );
}
