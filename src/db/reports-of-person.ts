import type { Moment } from '../domain/dates.ts';
import { and, asc, eq, gte, isNull, lt } from './drizzle.ts';
import type { Evidence } from './evidence.ts';
import type { Db } from './open.ts';
import type { Report } from './reports.ts';
import { evidence, report } from './schema/index.ts';

/** `until` is excluded. */
type Span = { readonly personId: number; readonly from: Moment; readonly until: Moment };

/** What a person reported of their own activities in a time, oldest first; without what was voided. */
export function reportsOfPerson(db: Db, span: Span): readonly Report[] {
  return reportsWithin(db, span).all();
}

function reportsWithin(db: Db, { personId, from, until }: Span) {
  return db
    .select()
    .from(report)
    .where(
      and(
        eq(report.personId, personId),
        eq(report.origin, 'chat'),
        isNull(report.voidedAt),
        gte(report.moment, from),
        lt(report.moment, until),
      ),
    )
    .orderBy(asc(report.id));
}

const ever = { from: 0, until: Number.MAX_SAFE_INTEGER };

/** Whether a person ever reported something, or sent evidence, that still stands. */
export function hasReported(db: Db, personId: number): boolean {
  return hasReportedBetween(db, { personId, ...ever });
}

/** The same of a time. */
export function hasReportedBetween(db: Db, span: Span): boolean {
  return reportsWithin(db, span).get() !== undefined || evidenceWithin(db, span).get() !== undefined;
}

/** The evidence that a person sent in a time and that is kept, oldest first. */
export function evidenceOfPerson(db: Db, span: Span): readonly Evidence[] {
  return evidenceWithin(db, span).all();
}

function evidenceWithin(db: Db, { personId, from, until }: Span) {
  return db
    .select()
    .from(evidence)
    .where(
      and(
        eq(evidence.personId, personId),
        eq(evidence.state, 'stored'),
        gte(evidence.moment, from),
        lt(evidence.moment, until),
      ),
    )
    .orderBy(asc(evidence.id));
}
