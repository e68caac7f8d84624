import { activityAt } from '../domain/plan-change.ts';
import { and, asc, desc, eq, isNull, lt, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { activityById, plannedCut } from './plans.ts';
import { selecting } from './prepared.ts';
import type { Report } from './reports.ts';
import { cut, report } from './schema/index.ts';

const wordBefore = selecting({ report, cutDate: cut.date }, (rows) =>
  rows
    .from(report)
    .innerJoin(cut, eq(cut.id, report.cutId))
    .where(
      and(
        eq(report.activityId, sql.placeholder('activityId')),
        lt(cut.date, sql.placeholder('cutDate')),
        isNull(report.voidedAt),
      ),
    )
    .orderBy(desc(cut.date), desc(report.id))
    .limit(1),
);

/**
 * The last word at the latest earlier cut in which the activity was reported: what a cut is compared with. None for one
 * to keep (*permanente*), whose cuts stand alone.
 */
export function earlierReport(
  db: Db,
  activity: Counting & { readonly keeps: boolean },
  cutDate: string,
): { readonly report: Report; readonly cutDate: string } | undefined {
  const found = activity.keeps ? undefined : wordBefore(db).get({ activityId: activity.id, cutDate });
  if (!found) return undefined;
  return { ...found, report: { ...found.report, amount: amountToCompare(db, activity, found.report) } };
}

/** An activity and what it is counted in at the cut that looks back. */
type Counting = { readonly id: number; readonly measure: string | null };

/** The amount of an earlier report; null when the version of the plan of that cut counted something else. */
function amountToCompare(
  db: Db,
  { id, measure }: Counting,
  { amount, cutId }: Pick<Report, 'amount' | 'cutId'>,
): number | null {
  if (amount === null) return null;
  const [stored, planned] = [activityById(db, id), plannedCut(db, cutId)];
  const then = stored && planned ? activityAt(stored, planned).measure : null;
  return then === measure ? amount : null;
}

/** The last word at each earlier cut that has one, oldest first. */
export function earlierReports(
  db: Db,
  activity: Counting,
  cutDate: string,
): readonly {
  readonly cutDate: string;
  readonly progress: number;
  readonly amount: number | null;
  readonly observation: string;
}[] {
  const rows = db
    .select({
      cutId: report.cutId,
      cutDate: cut.date,
      progress: report.progress,
      amount: report.amount,
      observation: report.observation,
    })
    .from(report)
    .innerJoin(cut, eq(cut.id, report.cutId))
    .where(and(eq(report.activityId, activity.id), lt(cut.date, cutDate), isNull(report.voidedAt)))
    .orderBy(asc(cut.date), asc(report.id))
    .all();
  return [...new Map(rows.map((row) => [row.cutDate, row])).values()].map(({ cutId, ...row }) => ({
    ...row,
    amount: amountToCompare(db, activity, { amount: row.amount, cutId }),
  }));
}
