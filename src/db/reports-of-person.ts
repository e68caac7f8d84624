import type { Moment } from '../domain/dates.ts';
import { and, asc, eq, gte, isNull, lt } from './drizzle.ts';
import type { Evidence } from './evidence.ts';
import type { Db } from './open.ts';
import type { Report } from './reports.ts';
import { evidence, report } from './schema/index.ts';

/** `until` is excluded. */
type Span = { readonly personId: number; readonly from: Moment; readonly until: Moment };

/** What a person reported of their own activities in a time, oldest first; without what was voided. */
export function reportsOfPerson(db: Db, { personId, from, until }: Span): readonly Report[] {
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
    .orderBy(asc(report.id))
    .all();
}

/** Whether a person ever reported something, or sent evidence, that still stands. */
export function hasReported(db: Db, personId: number): boolean {
  const ever = { personId, from: 0, until: Number.MAX_SAFE_INTEGER };
  return reportsOfPerson(db, ever).length > 0 || evidenceOfPerson(db, ever).length > 0;
}

/** The evidence that a person sent in a time and that is kept, oldest first. */
export function evidenceOfPerson(db: Db, { personId, from, until }: Span): readonly Evidence[] {
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
    .orderBy(asc(evidence.id))
    .all();
}
