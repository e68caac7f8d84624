import { and, eq, isNull, lte, or, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import type { PlannedCut } from './plans.ts';
import { selecting } from './prepared.ts';
import { activity, cutExclusion, report } from './schema/index.ts';

/**
 * An activity without a report that nothing excuses: it was never out of the form, has no programming and is not
 * excluded. It ends at the first one, so most cuts are answered by one row.
 */
const oneMissing = selecting({ id: activity.id }, (rows) =>
  rows
    .from(activity)
    .where(
      and(
        eq(activity.planId, sql.placeholder('planId')),
        lte(activity.startsOn, sql.placeholder('date')),
        isNull(activity.retiredAt),
        sql`${activity.absences} = '[]'`,
        or(eq(activity.keeps, true), and(isNull(activity.programmed), sql`${activity.planned} = '[]'`)),
        sql`not exists (select 1 from ${cutExclusion} where ${cutExclusion.cutId} = ${sql.placeholder('cutId')}
          and ${cutExclusion.activityId} = ${activity.id})`,
        sql`not exists (select 1 from ${report} where ${report.activityId} = ${activity.id}
          and ${report.cutId} = ${sql.placeholder('cutId')} and ${report.voidedAt} is null)`,
      ),
    )
    .limit(1),
);

/**
 * Whether a cut is certainly not complete, found without reading the plan. False in doubt: `summaryFacts` decides. A
 * later version of the plan may have changed what the cut asks for, so such a cut is always in doubt.
 */
export function isSurelyMissing(db: Db, { plan, cut, version }: PlannedCut): boolean {
  if (version.later.length > 0) return false;
  return oneMissing(db).get({ planId: plan.id, cutId: cut.id, date: cut.date }) !== undefined;
}
