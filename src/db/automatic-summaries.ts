import type { Moment } from '../domain/dates.ts';
import type { DecidedSummary, SummaryKind } from '../domain/due-summaries.ts';
import { and, asc, eq, getTableColumns, gt, gte, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { selecting } from './prepared.ts';
import { automaticSummary } from './schema/index.ts';

/** The automatic summaries decided for a cut, in order of decision. */
export function decidedSummaries(db: Db, cutId: number): readonly DecidedSummary[] {
  return ofCut(db)
    .all({ cutId })
    .map(({ kind, reopening, basis, recipients }) => ({ kind, reopening, basis, wasSent: recipients > 0 }));
}

const ofCut = selecting(getTableColumns(automaticSummary), (rows) =>
  rows
    .from(automaticSummary)
    .where(eq(automaticSummary.cutId, sql.placeholder('cutId')))
    .orderBy(asc(automaticSummary.decidedAt), asc(sql`rowid`)),
);

/** Whether a summary of the cut went to anybody since a moment. */
export function wasSummarySent(db: Db, cutId: number, since: Moment): boolean {
  const sent = and(
    eq(automaticSummary.cutId, cutId),
    gte(automaticSummary.decidedAt, since),
    gt(automaticSummary.recipients, 0),
  );
  return db.select({ at: automaticSummary.decidedAt }).from(automaticSummary).where(sent).get() !== undefined;
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
