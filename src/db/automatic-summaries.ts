import type { Moment } from '../domain/dates.ts';
import type { DecidedSummary, SummaryKind } from '../domain/due-summaries.ts';
import { asc, eq, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { automaticSummary } from './schema/index.ts';

/** The automatic summaries decided for a cut, in order of decision. */
export function decidedSummaries(db: Db, cutId: number): readonly DecidedSummary[] {
  return db
    .select()
    .from(automaticSummary)
    .where(eq(automaticSummary.cutId, cutId))
    .orderBy(asc(automaticSummary.decidedAt), asc(sql`rowid`))
    .all()
    .map(({ kind, reopening, basis, recipients }) => ({ kind, reopening, basis, wasSent: recipients > 0 }));
}

export function recordSummary(
  db: Db,
  row: {
    cutId: number;
    kind: SummaryKind;
    reopening: number;
    decidedAt: Moment;
    basis: string;
    recipients: number;
  },
): void {
  db.insert(automaticSummary).values(row).onConflictDoNothing().run();
}
