import type { Moment } from '../domain/dates.ts';
import { and, desc, eq, isNotNull, isNull, ne, type SQL, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { prepared, selecting } from './prepared.ts';
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
  return {
    last: newestOfCut(db).get({ cutId }),
    lastReported: newestReported(db).get({ cutId }),
    voided: voidedOfCut(db).get({ cutId })?.count ?? 0,
  };
}

const ofCut = eq(report.cutId, sql.placeholder('cutId'));
const newest = (db: Db, ...more: readonly SQL[]) =>
  db
    .select({ id: report.id, origin: report.origin, recordedAt: report.recordedAt })
    .from(report)
    .where(and(ofCut, isNull(report.voidedAt), ...more))
    .orderBy(desc(report.id))
    .limit(1)
    .prepare();
const newestOfCut = prepared((db) => newest(db));
const newestReported = prepared((db) => newest(db, ne(report.origin, 'correction')));
const voidedOfCut = selecting({ count: sql<number>`count(*)` }, (rows) =>
  rows.from(report).where(and(ofCut, isNotNull(report.voidedAt))),
);

/**
 * When the chat's report that is a cut's last word was stored, without voided ones and corrections; null: there is
 * none, or a form came after it.
 */
export function lastWordOfChat(db: Db, cutId: number): Moment | null {
  const last = newestReported(db).get({ cutId });
  return last === undefined || last.origin === 'import' ? null : last.recordedAt;
}
