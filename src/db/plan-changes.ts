import type { LocalDate, Moment } from '../domain/dates.ts';
import { and, asc, eq, getTableColumns, isNull, sql } from './drizzle.ts';
import { insertMany } from './insert-many.ts';
import type { Db } from './open.ts';
import type { Position } from './people.ts';
import type { Cut, Plan } from './plans.ts';
import { given, prepared, selecting } from './prepared.ts';
import { activity, activityPosition, cut, plan, position, report } from './schema/index.ts';

export type NewPlan = typeof plan.$inferInsert;
export type NewActivity = typeof activity.$inferInsert;

/** A plan is identified by its code and its year. */
export function planByIdentity(db: Db, code: string, fiscalYear: number): Plan | undefined {
  return db
    .select()
    .from(plan)
    .where(and(eq(plan.code, code), eq(plan.fiscalYear, fiscalYear)))
    .get();
}

export function planById(db: Db, id: number): Plan | undefined {
  return byId(db).get({ id });
}

const byId = selecting(getTableColumns(plan), (rows) =>
  rows.from(plan).where(eq(plan.id, sql.placeholder('id'))),
);

export function addPlan(db: Db, row: NewPlan): Plan {
  return db.insert(plan).values(row).returning().get();
}

export function updatePlan(db: Db, id: number, changed: Partial<NewPlan>): Plan {
  return db.update(plan).set(changed).where(eq(plan.id, id)).returning().get();
}

/** Columns of a new activity; `retiredAt` and `absences` begin with their defaults. */
type AddedActivity = Required<Omit<NewActivity, 'id' | 'retiredAt' | 'absences'>>;

/** A plan of a city adds 10,000 at once. @returns the id of the first; those of the others follow it */
export function addActivities(db: Db, rows: readonly AddedActivity[]): number {
  return insertMany(db, activity, rows);
}

export function updateActivity(db: Db, id: number, changed: Partial<NewActivity>): void {
  db.update(activity).set(changed).where(eq(activity.id, id)).run();
}

/** The columns of a form, and whether the activity is in it. */
type ChangedByForm = Required<
  Omit<NewActivity, 'id' | 'planId' | 'number' | 'programmed' | 'measure' | 'yearAmount' | 'keeps'>
>;

const changeByForm = prepared((db) =>
  db
    .update(activity)
    .set({
      place: given('place', activity.place),
      name: given('name', activity.name),
      target: given('target', activity.target),
      responsible: given('responsible', activity.responsible),
      indicator: given('indicator', activity.indicator),
      phase: given('phase', activity.phase),
      startsOn: given('startsOn', activity.startsOn),
      endsOn: given('endsOn', activity.endsOn),
      participationLevel: given('participationLevel', activity.participationLevel),
      channels: given('channels', activity.channels),
      stakeholderGroup: given('stakeholderGroup', activity.stakeholderGroup),
      means: given('means', activity.means),
      resources: given('resources', activity.resources),
      weight: given('weight', activity.weight),
      extra: given('extra', activity.extra),
      planned: given('planned', activity.planned),
      executed: given('executed', activity.executed),
      retiredAt: given('retiredAt', activity.retiredAt),
      absences: given('absences', activity.absences),
    })
    .where(eq(activity.id, sql.placeholder('id')))
    .prepare(),
);

/** Gives an activity what its form says now. A new version of a plan of a city changes thousands at once. */
export function updateByForm(db: Db, id: number, columns: ChangedByForm): void {
  changeByForm(db).run({ id, ...columns });
}

/** Retires an activity from the form: no cut asks for it after this moment; the earlier ones keep it. */
export function retireActivity(db: Db, id: number, now: Moment): void {
  db.update(activity).set({ retiredAt: now }).where(eq(activity.id, id)).run();
}

/**
 * Sets an activity's positions, in the form's order. A position that stays keeps the date since when it has
 * the activity.
 */
export function setPositions(db: Db, activityId: number, positionIds: readonly number[], now: Moment): void {
  const before = ownPositions(db).all({ activityId });
  if (before.length > 0) db.delete(activityPosition).where(eq(activityPosition.activityId, activityId)).run();
  for (const [index, positionId] of positionIds.entries()) {
    const addedAt = before.find((each) => each.positionId === positionId)?.addedAt ?? now;
    addOwnPosition(db).run({ activityId, positionId, place: index + 1, addedAt });
  }
}

/** The same for activities that have none yet. */
export function addPositions(
  db: Db,
  of: readonly { readonly activityId: number; readonly positionIds: readonly number[] }[],
  now: Moment,
): void {
  const rows = of.flatMap(({ activityId, positionIds }) =>
    positionIds.map((positionId, index) => ({ activityId, positionId, place: index + 1, addedAt: now })),
  );
  if (rows.length > 0) insertMany(db, activityPosition, rows);
}

const ownPositions = selecting(getTableColumns(activityPosition), (rows) =>
  rows.from(activityPosition).where(eq(activityPosition.activityId, sql.placeholder('activityId'))),
);
const addOwnPosition = prepared((db) =>
  db
    .insert(activityPosition)
    .values({
      activityId: sql.placeholder('activityId'),
      positionId: sql.placeholder('positionId'),
      place: sql.placeholder('place'),
      addedAt: sql.placeholder('addedAt'),
    })
    .prepare(),
);

export function positionByKey(db: Db, key: string): Position | undefined {
  return byKey(db).get({ key });
}

const byKey = selecting(getTableColumns(position), (rows) =>
  rows.from(position).where(eq(position.key, sql.placeholder('key'))),
);

export function addPosition(db: Db, name: string, key: string): Position {
  return db.insert(position).values({ name, key }).returning().get();
}

export function cutsOf(db: Db, planId: number): readonly Cut[] {
  return db.select().from(cut).where(eq(cut.planId, planId)).orderBy(asc(cut.date)).all();
}

export function addCut(
  db: Db,
  row: {
    readonly planId: number;
    readonly number: number;
    readonly date: LocalDate;
    readonly addedAt: Moment;
  },
): Cut {
  return db.insert(cut).values(row).returning().get();
}

export function removeCut(db: Db, id: number): void {
  db.delete(cut).where(eq(cut.id, id)).run();
}

export function updateCut(db: Db, id: number, changed: Partial<Omit<Cut, 'id' | 'planId'>>): void {
  db.update(cut).set(changed).where(eq(cut.id, id)).run();
}

/** Whether a cut has reports, including voided ones. */
export function isReported(db: Db, cutId: number): boolean {
  return (
    db.select({ id: report.id }).from(report).where(eq(report.cutId, cutId)).limit(1).get() !== undefined
  );
}

/** Whether anything was ever reported, asked or decided about a cut, in any table that refers to cuts. */
export function isCutUsed(db: Db, cutId: number): boolean {
  const references = db.all<{ table: string; column: string }>(
    sql`select m.name as "table", f."from" as "column" from sqlite_master m, pragma_foreign_key_list(m.name) f
        where m.type = 'table' and f."table" = 'cut'`,
  );
  return references.some(
    ({ table, column }) =>
      db.get(
        sql`select 1 from ${sql.identifier(table)} where ${sql.identifier(column)} = ${cutId} limit 1`,
      ) !== undefined,
  );
}

/** How many activities each plan has, without retired ones. */
export function activitiesPerPlan(db: Db): ReadonlyMap<number, number> {
  const rows = db
    .select({ planId: activity.planId, activities: sql<number>`count(*)` })
    .from(activity)
    .where(isNull(activity.retiredAt))
    .groupBy(activity.planId)
    .all();
  return new Map(rows.map((row) => [row.planId, row.activities]));
}
