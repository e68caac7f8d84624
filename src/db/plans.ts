import type { CutAct, CutWindow, DaysOff } from '../domain/calendar.ts';
import { cutWindow } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import { asc, eq, inArray } from './drizzle.ts';
import type { Db } from './open.ts';
import {
  activity,
  activityPosition,
  cut,
  cutAct,
  cutExclusion,
  dayOff,
  plan,
  position,
} from './schema/index.ts';

export type Plan = typeof plan.$inferSelect;
export type Activity = typeof activity.$inferSelect;
export type Cut = typeof cut.$inferSelect;

/** A cut with everything computed from its dates: what it does and when. */
export type PlannedCut = {
  readonly plan: Plan;
  readonly cut: Cut;
  readonly acts: readonly CutAct[];
  readonly window: CutWindow;
  /** *No programada en este corte*. */
  readonly excluded: ReadonlySet<number>;
};

export function allPlans(db: Db): readonly Plan[] {
  return db.select().from(plan).orderBy(asc(plan.fiscalYear), asc(plan.code)).all();
}

export function daysOff(db: Db): DaysOff {
  return new Set(
    db
      .select({ date: dayOff.date })
      .from(dayOff)
      .all()
      .map((row) => row.date),
  );
}

export function activityById(db: Db, id: number): Activity | undefined {
  return db.select().from(activity).where(eq(activity.id, id)).get();
}

export function activitiesOf(db: Db, planId: number): readonly Activity[] {
  return db.select().from(activity).where(eq(activity.planId, planId)).orderBy(asc(activity.place)).all();
}

/** Every cut of every plan, by date and plan. */
export function plannedCuts(db: Db): readonly PlannedCut[] {
  const off = daysOff(db);
  const acts = actsByCut(db);
  const excluded = Map.groupBy(db.select().from(cutExclusion).all(), (row) => row.cutId);
  return db
    .select({ plan, cut })
    .from(cut)
    .innerJoin(plan, eq(plan.id, cut.planId))
    .orderBy(asc(cut.date), asc(plan.id))
    .all()
    .map((row) => {
      const own = acts.get(row.cut.id) ?? [];
      const calendar = {
        date: row.cut.date,
        openingDays: row.cut.openingDays ?? row.plan.openingDays,
        graceWorkingDays: row.cut.graceWorkingDays ?? row.plan.graceWorkingDays,
      };
      return {
        ...row,
        acts: own,
        window: cutWindow(calendar, off, own),
        excluded: new Set((excluded.get(row.cut.id) ?? []).map((each) => each.activityId)),
      };
    });
}

export function plannedCut(db: Db, cutId: number): PlannedCut | undefined {
  return plannedCuts(db).find((each) => each.cut.id === cutId);
}

/** Since when (epoch ms) a cut has been known: nothing automatic about it is due for a moment before. */
export function knownSince({ plan: own, cut: of }: Pick<PlannedCut, 'plan' | 'cut'>): Moment {
  return Math.max(own.importedAt, of.addedAt);
}

/** Why each activity taken out of a cut is *no programada*, by activity. */
export function exclusionReasons(db: Db, cutId: number): ReadonlyMap<number, string> {
  const rows = db.select().from(cutExclusion).where(eq(cutExclusion.cutId, cutId)).all();
  return new Map(rows.map((row) => [row.activityId, row.reason]));
}

function actsByCut(db: Db): ReadonlyMap<number, readonly CutAct[]> {
  const rows = db.select().from(cutAct).orderBy(asc(cutAct.id)).all();
  const grouped = Map.groupBy(rows, (row) => row.cutId);
  return new Map(
    [...grouped].map(([cutId, own]) => [
      cutId,
      own.map(
        (row): CutAct =>
          row.kind === 'reopen' && row.lastDay !== null
            ? { kind: 'reopen', at: row.at, lastDay: row.lastDay, activityIds: row.activityIds }
            : { kind: 'close', at: row.at },
      ),
    ]),
  );
}

/** The positions of each of these activities, in the form's order. */
export function positionsOf(
  db: Db,
  activityIds: readonly number[],
): ReadonlyMap<number, readonly (typeof position.$inferSelect)[]> {
  const rows = db
    .select({ activityId: activityPosition.activityId, position })
    .from(activityPosition)
    .innerJoin(position, eq(position.id, activityPosition.positionId))
    .where(inArray(activityPosition.activityId, [...activityIds]))
    .orderBy(asc(activityPosition.place))
    .all();
  const grouped = Map.groupBy(rows, (row) => row.activityId);
  return new Map([...grouped].map(([id, own]) => [id, own.map((row) => row.position)]));
}

/** The ids of the positions of each of these activities, and since when (epoch ms) the activity is theirs. */
export function positionsSince(
  db: Db,
  activityIds: readonly number[],
): ReadonlyMap<number, readonly { readonly positionId: number; readonly addedAt: Moment }[]> {
  const rows = db
    .select()
    .from(activityPosition)
    .where(inArray(activityPosition.activityId, [...activityIds]))
    .orderBy(asc(activityPosition.place))
    .all();
  return Map.groupBy(rows, (row) => row.activityId);
}
