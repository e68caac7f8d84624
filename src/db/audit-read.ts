import type { LocalDate, Moment } from '../domain/dates.ts';
import type { AuditRow } from './audit.ts';
import { and, asc, desc, eq, gte, inArray, lt, lte, or, type SQL, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { activity, audit, cut } from './schema/index.ts';

/** A filter of the audit. A row must match every value that is given. */
export type AuditFilter = {
  /** Matches the person who acted, and the person whom the act concerns. */
  readonly personId?: number | undefined;
  readonly planIds?: readonly number[] | undefined;
  readonly activityIds?: readonly number[] | undefined;
  readonly cutIds?: readonly number[] | undefined;
  /** From this moment on, and before `until` (epoch ms). */
  readonly from?: Moment | undefined;
  readonly until?: Moment | undefined;
};

/** A page of the audit, newest first. */
export function auditPage(db: Db, filter: AuditFilter, limit: number, offset: number): readonly AuditRow[] {
  return db
    .select()
    .from(audit)
    .where(fitting(filter))
    .orderBy(desc(audit.id))
    .limit(limit)
    .offset(offset)
    .all();
}

/** All matching rows, oldest first. */
export function auditRows(db: Db, filter: AuditFilter): readonly AuditRow[] {
  return db.select().from(audit).where(fitting(filter)).orderBy(asc(audit.id)).all();
}

export function countAudit(db: Db, filter: AuditFilter): number {
  return db.select({ rows: sql<number>`count(*)` }).from(audit).where(fitting(filter)).get()?.rows ?? 0;
}

/** The local days with at least one row, latest first. Colombia is at UTC-5 all year. */
export function auditDays(db: Db, filter: AuditFilter): readonly LocalDate[] {
  const date = sql<string>`date(${audit.at} / 1000 - 5 * 3600, 'unixepoch')`;
  return db
    .selectDistinct({ date })
    .from(audit)
    .where(fitting(filter))
    .orderBy(desc(date))
    .all()
    .map((row) => row.date);
}

/** The row with a hash: an anchor that is part of the chain. */
export function auditRowOfHash(db: Db, hash: string): AuditRow | undefined {
  return db.select().from(audit).where(eq(audit.hash, hash)).get();
}

function fitting(filter: AuditFilter): SQL | undefined {
  const { personId, planIds, activityIds, cutIds, from, until } = filter;
  return and(
    personId === undefined ? undefined : or(eq(audit.actorId, personId), eq(audit.personId, personId)),
    planIds === undefined ? undefined : ofPlans(planIds),
    activityIds === undefined ? undefined : ofActivities(activityIds),
    cutIds === undefined ? undefined : inArray(audit.cutId, [...cutIds]),
    from === undefined ? undefined : gte(audit.at, from),
    until === undefined ? undefined : lt(audit.at, until),
  );
}

/** A plan's rows are its own acts and those of its activities and cuts. */
function ofPlans(planIds: readonly number[]): SQL | undefined {
  const ids = [...planIds];
  return or(
    inArray(audit.planId, ids),
    sql`${audit.cutId} in (select ${cut.id} from ${cut} where ${inArray(cut.planId, ids)})`,
    sql`${audit.activityId} in (select ${activity.id} from ${activity} where ${inArray(activity.planId, ids)})`,
  );
}

/** An act on a cut names its activities by number, as they are printed. */
function ofActivities(activityIds: readonly number[]): SQL | undefined {
  const ids = [...activityIds];
  return or(
    inArray(audit.activityId, ids),
    sql`exists (
      select 1 from json_each(${audit.after}, '$.activities') named
      join ${cut} of_cut on of_cut."id" = ${audit.cutId}
      join ${activity} own on own."planId" = of_cut."planId" and own."number" = named.value
      where own."id" in (${sql.join(
        ids.map((id) => sql`${id}`),
        sql`, `,
      )})
    )`,
  );
}

/** When a person without an account left, or proved to be somebody else; null: there was no such act. */
export function goneSince(db: Db, personId: number, until: Moment): Moment | null {
  const row = db
    .select({ at: audit.at })
    .from(audit)
    .where(
      and(
        eq(audit.personId, personId),
        inArray(audit.act, ['left', 'enrolmentUndone']),
        lte(audit.at, until),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(1)
    .get();
  return row?.at ?? null;
}
