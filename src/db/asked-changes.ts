import type { Moment } from '../domain/dates.ts';
import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, ne, or } from './drizzle.ts';
import type { Db } from './open.ts';
import { selecting } from './prepared.ts';
import { type PlanChangeOutcome, planChange, planVersion, report } from './schema/index.ts';

/** A change of a plan that somebody asked for. */
export type AskedChange = typeof planChange.$inferSelect;

export function addAskedChange(
  db: Db,
  row: Omit<typeof planChange.$inferInsert, 'id' | 'outcome' | 'decidedBy' | 'decidedAt'>,
): AskedChange {
  return db.insert(planChange).values(row).returning().get();
}

export function askedChangeById(db: Db, id: number): AskedChange | undefined {
  return db.select().from(planChange).where(eq(planChange.id, id)).get();
}

export function countChangesAskedBy(db: Db, personId: number): number {
  const asked = db.select({ id: planChange.id }).from(planChange).where(eq(planChange.askedBy, personId));
  return asked.all().length;
}

/** Every change that waits for somebody else, the oldest first. */
export function waitingChanges(db: Db): readonly AskedChange[] {
  return waiting(db).all();
}

const waiting = selecting(getTableColumns(planChange), (rows) =>
  rows.from(planChange).where(isNull(planChange.outcome)).orderBy(asc(planChange.id)),
);

export function settleAskedChange(
  db: Db,
  id: number,
  of: { readonly outcome: PlanChangeOutcome; readonly by: number | null; readonly at: Moment },
): void {
  const settled = { outcome: of.outcome, decidedBy: of.by, decidedAt: of.at };
  db.update(planChange).set(settled).where(eq(planChange.id, id)).run();
}

/** Adds the next version of a plan. @returns its number */
export function addVersion(db: Db, of: Omit<typeof planVersion.$inferInsert, 'id' | 'number'>): number {
  const last = db
    .select({ number: planVersion.number })
    .from(planVersion)
    .where(eq(planVersion.planId, of.planId))
    .orderBy(desc(planVersion.number))
    .limit(1)
    .get();
  const number = Math.max(1, last?.number ?? 1) + 1;
  db.insert(planVersion)
    .values({ ...of, number })
    .run();
  return number;
}

/** The people who ever reported any of these activities, for themselves or for a vacant position. */
export function whoReported(db: Db, activityIds: readonly number[]): ReadonlySet<number> {
  const rows = db
    .selectDistinct({ personId: report.personId })
    .from(report)
    .where(
      and(
        inArray(report.activityId, [...activityIds]),
        ne(report.origin, 'correction'),
        // Without a reason it was voided because its sender proved to be somebody else.
        or(isNull(report.voidedAt), isNotNull(report.voidReason)),
      ),
    )
    .all();
  return new Set(rows.flatMap(({ personId }) => personId ?? []));
}
