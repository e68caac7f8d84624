import type { Moment } from '../domain/dates.ts';
import { and, eq, gte, inArray, isNull } from './drizzle.ts';
import type { Db } from './open.ts';
import { evidence, presentation, report, verification } from './schema/index.ts';

/** What a person left since a moment, as far as it counts. */
export type LeftBy = {
  readonly reports: number;
  readonly evidence: number;
  /** Whether anything of it is in a cut that the mayor approved, or is such an approval. */
  readonly approved: boolean;
};

export function leftBy(db: Db, of: { readonly personId: number; readonly since: Moment }): LeftBy {
  const { personId, since } = of;
  const reports = db
    .select({ cutId: report.cutId })
    .from(report)
    .where(and(eq(report.personId, personId), gte(report.recordedAt, since), isNull(report.voidedAt)))
    .all();
  const pieces = db
    .select({ cutId: evidence.cutId })
    .from(evidence)
    .where(
      and(
        eq(evidence.personId, personId),
        gte(evidence.recordedAt, since),
        inArray(evidence.state, ['stored', 'fetching']),
      ),
    )
    .all();
  const verdicts = db
    .select({ cutId: report.cutId })
    .from(verification)
    .innerJoin(report, eq(report.id, verification.reportId))
    .where(and(eq(verification.personId, personId), gte(verification.at, since)))
    .all();
  const cuts = new Set([...reports, ...pieces, ...verdicts].map((row) => row.cutId));
  const approvals = db
    .select({ cutId: presentation.cutId, by: presentation.decidedBy, at: presentation.decidedAt })
    .from(presentation)
    .where(eq(presentation.outcome, 'approved'))
    .all();
  const approved = approvals.some(
    (each) => cuts.has(each.cutId) || (each.by === personId && each.at !== null && each.at >= since),
  );
  return { reports: reports.length, evidence: pieces.length, approved };
}
