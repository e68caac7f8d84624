import type { Moment } from '../domain/dates.ts';
import { and, desc, eq, isNotNull, isNull, ne, type SQL, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { prepared } from './prepared.ts';
import { report, type reportOrigins } from './schema/index.ts';

type LastWord = {
  readonly id: number;
  readonly origin: (typeof reportOrigins)[number];
  readonly recordedAt: Moment;
};

/**
 * A cut's last word (without voided ones), the last one that is not a correction, and how many of its reports
 * were voided.
 */
export function lastWordOfCut(
  db: Db,
  cutId: number,
): {
  readonly last: LastWord | undefined;
  readonly lastReported: LastWord | undefined;
  readonly voided: number;
} {
  const newest = (...more: readonly SQL[]) =>
    db
      .select({ id: report.id, origin: report.origin, recordedAt: report.recordedAt })
      .from(report)
      .where(and(eq(report.cutId, cutId), isNull(report.voidedAt), ...more))
      .orderBy(desc(report.id))
      .limit(1)
      .get();
  const voided = db
    .select({ count: sql<number>`count(*)` })
    .from(report)
    .where(and(eq(report.cutId, cutId), isNotNull(report.voidedAt)))
    .get();
  return {
    last: newest(),
    lastReported: newest(ne(report.origin, 'correction')),
    voided: voided?.count ?? 0,
  };
}

const newestOfCut = prepared((db) =>
  db
    .select({ recordedAt: report.recordedAt })
    .from(report)
    .where(eq(report.cutId, sql.placeholder('cutId')))
    .orderBy(desc(report.id))
    .limit(1)
    .prepare(),
);

/** Whether a cut's newest revision, including voided ones, was stored after a moment. */
export function isReportedSince(db: Db, cutId: number, moment: Moment): boolean {
  return (newestOfCut(db).get({ cutId })?.recordedAt ?? 0) > moment;
}

/** The last revision of any report, including voided ones (0: there is none). */
export function lastReportId(db: Db): number {
  return (
    db
      .select({ last: sql<number>`coalesce(max(${report.id}), 0)` })
      .from(report)
      .get()?.last ?? 0
  );
}
