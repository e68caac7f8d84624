import type { CutAct, CutWindow, DaysOff } from '../domain/calendar.ts';
import { cutWindow } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import { activityAt, type VersionOfCut, versionOfCut } from '../domain/plan-change.ts';
import { formDateOf } from '../domain/programming.ts';
import { alias, and, asc, eq, getTableColumns, sql } from './drizzle.ts';
import { type Excluded, excludedFrom } from './exclusions.ts';
import type { Db } from './open.ts';
import { laterVersions, laterVersionsOfCut } from './plan-versions.ts';
import { prepared, selecting } from './prepared.ts';
import {
  activity,
  activityPosition,
  cut,
  cutAct,
  cutExclusion,
  dayOff,
  plan,
  planVersion,
  position,
} from './schema/index.ts';

export type Plan = typeof plan.$inferSelect;
/** The columns of a plan that a cut and its reports need; the plan's title page is long. */
export type PlanOfCut = Pick<Plan, keyof typeof planOfCut>;
export type Activity = typeof activity.$inferSelect;
export type Cut = typeof cut.$inferSelect;

/** A cut with everything that is computed from its dates. */
export type PlannedCut = {
  readonly plan: PlanOfCut;
  readonly cut: Cut;
  readonly acts: readonly CutAct[];
  readonly window: CutWindow;
  /** The version of the plan that holds for it. */
  readonly version: VersionOfCut;
  /** Activities that are *no programada en este corte*. */
  readonly excluded: Excluded;
};

const planOfCut = {
  id: plan.id,
  code: plan.code,
  fiscalYear: plan.fiscalYear,
  title: plan.title,
  openingDays: plan.openingDays,
  graceWorkingDays: plan.graceWorkingDays,
  needsApproval: plan.needsApproval,
  importedAt: plan.importedAt,
};

export function allPlans(db: Db): readonly Plan[] {
  return everyPlan(db).all();
}

/** The entities that the plans name, each once. */
export function entitiesOfPlans(db: Db): readonly string[] {
  return entities(db)
    .all()
    .map((row) => row.entity);
}

const entities = prepared((db) => db.selectDistinct({ entity: plan.entity }).from(plan).prepare());

const following = prepared((db) => {
  const next = alias(plan, 'next');
  return db
    .select({ id: next.id })
    .from(plan)
    .innerJoin(next, and(eq(next.code, plan.code), sql`${next.fiscalYear} = ${plan.fiscalYear} + 1`))
    .where(eq(plan.id, sql.placeholder('planId')))
    .prepare();
});

/** Whether the plan of the same code of the next year is there. */
export function isFollowed(db: Db, planId: number): boolean {
  return following(db).get({ planId }) !== undefined;
}

const everyPlan = selecting(getTableColumns(plan), (rows) =>
  rows.from(plan).orderBy(asc(plan.fiscalYear), asc(plan.code)),
);

/** Whether an activity's number may be in more than one plan. */
export function hasSeveralPlans(db: Db): boolean {
  return twoPlans(db).all().length > 1;
}

const twoPlans = selecting({ id: plan.id }, (rows) => rows.from(plan).limit(2));

export function daysOff(db: Db): DaysOff {
  return new Set(
    days(db)
      .all()
      .map((row) => row.date),
  );
}

const days = selecting({ date: dayOff.date }, (rows) => rows.from(dayOff));

const activityOfId = selecting(getTableColumns(activity), (rows) =>
  rows.from(activity).where(eq(activity.id, sql.placeholder('id'))),
);

export function activityById(db: Db, id: number): Activity | undefined {
  return activityOfId(db).get({ id });
}

export function activitiesOf(db: Db, planId: number): readonly Activity[] {
  return ofPlan(db).all({ planId });
}

const ofPlan = selecting(getTableColumns(activity), (rows) =>
  rows
    .from(activity)
    .where(eq(activity.planId, sql.placeholder('planId')))
    .orderBy(asc(activity.place)),
);

/** How many activities a plan ever had, also retired ones. */
export function countActivities(db: Db, planId: number): number {
  return countInPlan(db).get({ planId })?.activities ?? 0;
}

const countInPlan = selecting({ activities: sql<number>`count(*)` }, (rows) =>
  rows.from(activity).where(eq(activity.planId, sql.placeholder('planId'))),
);

/** The activities of a plan as they hold for a cut. */
export function activitiesOfCut(db: Db, planned: PlannedCut): readonly Activity[] {
  return activitiesOf(db, planned.plan.id).map((each) => activityAt(each, planned));
}

/**
 * A cut with its plan, and whether anything changed it: few cuts have acts, exclusions or a later version of their plan,
 * so they are asked for only where there are some.
 */
const cutWithPlan = {
  plan: planOfCut,
  cut,
  has: {
    acts: sql<number>`exists (select 1 from ${cutAct} where ${cutAct.cutId} = ${cut.id})`,
    exclusions: sql<number>`exists (select 1 from ${cutExclusion} where ${cutExclusion.cutId} = ${cut.id})`,
    versions: sql<number>`exists (select 1 from ${planVersion} where ${planVersion.planId} = ${plan.id} and ${planVersion.changeId} is not null)`,
  },
};
type CutWithPlan = {
  readonly plan: PlanOfCut;
  readonly cut: Cut;
  readonly has: Readonly<Record<keyof typeof cutWithPlan.has, number>>;
};

/** Every cut of every plan, by date and plan. */
export function plannedCuts(db: Db): readonly PlannedCut[] {
  const rows = everyCut(db).all();
  return planned(db, rows, {
    acts: () => everyAct(db).all(),
    versions: () => laterVersions(db, [...new Set(rows.map((row) => row.plan.id))]),
  });
}

const everyCut = selecting(cutWithPlan, (rows) =>
  rows.from(cut).innerJoin(plan, eq(plan.id, cut.planId)).orderBy(asc(cut.date), asc(plan.id)),
);
const everyAct = selecting({ act: cutAct }, (rows) => rows.from(cutAct).orderBy(asc(cutAct.id)));

/**
 * The cuts of some plans, by date and plan. One person's act needs only these, however many plans there are.
 */
export function plannedCutsOf(db: Db, planIds: readonly number[]): readonly PlannedCut[] {
  if (planIds.length === 0) return [];
  const plans = JSON.stringify(planIds);
  return planned(db, cutsOfPlans(db).all({ plans }), {
    acts: () => actsOfPlans(db).all({ plans }),
    versions: () => laterVersions(db, planIds),
  });
}

/** The first cut of a plan that has not opened: from it on a change of the plan holds. */
export function firstUnopenedCut(db: Db, planId: number, now: Moment): PlannedCut | undefined {
  return plannedCutsOf(db, [planId])
    .filter(({ window }) => now < window.opensAt)
    .toSorted((a, b) => (formDateOf(a.cut) < formDateOf(b.cut) ? -1 : 1))[0];
}

export function plannedCut(db: Db, cutId: number): PlannedCut | undefined {
  return planned(db, oneCut(db).all({ cutId }), {
    acts: () => actsOfOne(db).all({ cutId }),
    versions: () => laterVersionsOfCut(db, cutId),
  })[0];
}

const oneCut = selecting(cutWithPlan, (rows) =>
  rows
    .from(cut)
    .innerJoin(plan, eq(plan.id, cut.planId))
    .where(eq(cut.id, sql.placeholder('cutId'))),
);
const actsOfOne = selecting({ act: cutAct }, (rows) =>
  rows
    .from(cutAct)
    .where(eq(cutAct.cutId, sql.placeholder('cutId')))
    .orderBy(asc(cutAct.id)),
);
const amongPlans = () => sql`${cut.planId} in (select value from json_each(${sql.placeholder('plans')}))`;
const cutsOfPlans = selecting(cutWithPlan, (rows) =>
  rows
    .from(cut)
    .innerJoin(plan, eq(plan.id, cut.planId))
    .where(amongPlans())
    .orderBy(asc(cut.date), asc(plan.id)),
);
const actsOfPlans = selecting({ act: cutAct }, (rows) =>
  rows.from(cut).innerJoin(cutAct, eq(cutAct.cutId, cut.id)).where(amongPlans()).orderBy(asc(cutAct.id)),
);

function planned(
  db: Db,
  rows: readonly CutWithPlan[],
  read: {
    readonly acts: () => readonly { readonly act: typeof cutAct.$inferSelect }[];
    readonly versions: () => ReturnType<typeof laterVersions>;
  },
): readonly PlannedCut[] {
  const off = daysOff(db);
  const acts = rows.some(({ has }) => has.acts) ? read.acts() : [];
  const versions = rows.some(({ has }) => has.versions) ? read.versions() : [];
  const actsByCut = Map.groupBy(acts, ({ act }) => act.cutId);
  const versionsByPlan = Map.groupBy(versions, ({ planId }) => planId);
  return rows.map(({ plan: own, cut: of, has }) => {
    const ofCut = (actsByCut.get(of.id) ?? []).map(({ act }) => readAct(act));
    const calendar = {
      date: of.date,
      openingDays: of.openingDays ?? own.openingDays,
      graceWorkingDays: of.graceWorkingDays ?? own.graceWorkingDays,
    };
    return {
      plan: own,
      cut: of,
      acts: ofCut,
      window: cutWindow(calendar, off, ofCut),
      version: versionOfCut(versionsByPlan.get(own.id) ?? [], formDateOf(of)),
      excluded: has.exclusions ? excludedFrom(db, of.id) : none,
    };
  });
}

const none: Excluded = new Set();

/** Since when (epoch ms) a cut has been known: nothing automatic about it is due for an earlier moment. */
export function knownSince({ plan: own, cut: of }: Pick<PlannedCut, 'plan' | 'cut'>): Moment {
  return Math.max(own.importedAt, of.addedAt);
}

function readAct(row: typeof cutAct.$inferSelect): CutAct {
  return row.kind === 'reopen' && row.lastDay !== null
    ? { kind: 'reopen', at: row.at, lastDay: row.lastDay, activityIds: row.activityIds }
    : { kind: 'close', at: row.at };
}

const amongActivities = () =>
  sql`${activityPosition.activityId} in (select value from json_each(${sql.placeholder('activities')}))`;
const positionsOfActivities = selecting({ activityId: activityPosition.activityId, position }, (rows) =>
  rows
    .from(activityPosition)
    .innerJoin(position, eq(position.id, activityPosition.positionId))
    .where(amongActivities())
    .orderBy(asc(activityPosition.place)),
);

/** The positions of each of these activities, in the form's order. */
export function positionsOf(
  db: Db,
  activityIds: readonly number[],
): ReadonlyMap<number, readonly (typeof position.$inferSelect)[]> {
  const rows = positionsOfActivities(db).all({ activities: JSON.stringify(activityIds) });
  const grouped = Map.groupBy(rows, (row) => row.activityId);
  return new Map([...grouped].map(([id, own]) => [id, own.map((row) => row.position)]));
}

/** The ids of the positions of each of these activities, and since when (epoch ms) each has the activity. */
export function positionsSince(
  db: Db,
  activityIds: readonly number[],
): ReadonlyMap<number, readonly { readonly positionId: number; readonly addedAt: Moment }[]> {
  const rows = placesOfActivities(db).all({ activities: JSON.stringify(activityIds) });
  return Map.groupBy(rows, (row) => row.activityId);
}

const placesOfActivities = selecting(getTableColumns(activityPosition), (rows) =>
  rows.from(activityPosition).where(amongActivities()).orderBy(asc(activityPosition.place)),
);
