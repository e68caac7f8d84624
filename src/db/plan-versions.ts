import type { LocalDate, Moment } from '../domain/dates.ts';
import type { LaterVersion } from '../domain/plan-change.ts';
import { desc, eq, getTableColumns, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { selecting } from './prepared.ts';
import { cut, planChange, planVersion } from './schema/index.ts';

const later = {
  planId: planVersion.planId,
  number: planVersion.number,
  acceptedAt: planVersion.acceptedAt,
  fromDate: sql<LocalDate>`${planVersion.fromDate}`,
  changes: planChange.changes,
};

const ofPlans = selecting(later, (rows) =>
  rows
    .from(planVersion)
    .innerJoin(planChange, eq(planChange.id, planVersion.changeId))
    .where(sql`${planVersion.planId} in (select value from json_each(${sql.placeholder('plans')}))`),
);
const ofCutsPlan = selecting(later, (rows) =>
  rows
    .from(cut)
    .innerJoin(planVersion, eq(planVersion.planId, cut.planId))
    .innerJoin(planChange, eq(planChange.id, planVersion.changeId))
    .where(eq(cut.id, sql.placeholder('cutId'))),
);

type OfPlan = LaterVersion & { readonly planId: number };

/** The versions of these plans after the first. */
export function laterVersions(db: Db, planIds: readonly number[]): readonly OfPlan[] {
  return ofPlans(db).all({ plans: JSON.stringify(planIds) });
}

/** The versions of a cut's plan after the first. */
export function laterVersionsOfCut(db: Db, cutId: number): readonly OfPlan[] {
  return ofCutsPlan(db).all({ cutId });
}

/** A version of a plan with the change that made it; the first has none. */
export type PlanVersion = typeof planVersion.$inferSelect & {
  readonly change: typeof planChange.$inferSelect | null;
};

/** All versions of a plan, newest first. */
export function versionsOf(db: Db, planId: number): readonly PlanVersion[] {
  return db
    .select({ ...getTableColumns(planVersion), change: planChange })
    .from(planVersion)
    .leftJoin(planChange, eq(planChange.id, planVersion.changeId))
    .where(eq(planVersion.planId, planId))
    .orderBy(desc(planVersion.number))
    .all();
}

/** The plan as it was imported is its first version. @param personId null: the operator */
export function addFirstVersion(
  db: Db,
  of: { readonly planId: number; readonly personId: number | null; readonly acceptedAt: Moment },
): void {
  db.insert(planVersion)
    .values({ ...of, number: 1 })
    .run();
}
