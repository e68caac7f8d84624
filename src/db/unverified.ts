import { asc, eq, isNull, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { selecting } from './prepared.ts';
import { activity, cutExclusion, report, verification } from './schema/index.ts';

/** A later word of the same activity at the same cut. */
const isLastWord = sql`not exists (select 1 from ${report} later where later.activityId = ${report.activityId}
  and later.cutId = ${report.cutId} and later.id > ${report.id} and later.voidedAt is null)`;

const isUnverified = () =>
  sql`${eq(report.cutId, sql.placeholder('cutId'))} and ${isNull(report.voidedAt)} and ${isLastWord}
    and not exists (select 1 from ${verification} where ${verification.reportId} = ${report.id})
    and not exists (select 1 from ${cutExclusion} where ${cutExclusion.cutId} = ${report.cutId}
      and ${cutExclusion.activityId} = ${report.activityId})`;

const ofCut = selecting({ activityId: report.activityId }, (rows) =>
  rows
    .from(report)
    .innerJoin(activity, eq(activity.id, report.activityId))
    .where(isUnverified())
    .orderBy(asc(activity.place)),
);
const countOfCut = selecting({ count: sql<number>`count(*)` }, (rows) =>
  rows.from(report).where(isUnverified()),
);

/** The activities of a cut whose last word has no verdict, in the form's order. */
export function unverifiedActivities(db: Db, cutId: number): readonly number[] {
  return ofCut(db)
    .all({ cutId })
    .map(({ activityId }) => activityId);
}

/** How many there are. */
export function countUnverified(db: Db, cutId: number): number {
  return countOfCut(db).get({ cutId })?.count ?? 0;
}
