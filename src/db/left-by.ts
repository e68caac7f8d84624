import { and, eq, inArray, isNull } from './drizzle.ts';
import { type Enrolment, isWithin, within } from './enrolments.ts';
import type { Db } from './open.ts';
import { cause, evidence, presentation, report, verification } from './schema/index.ts';

/** What a person left in the time of an account, as far as it counts. */
export type LeftBy = {
  readonly reports: number;
  readonly evidence: number;
  readonly verdicts: number;
  readonly causes: number;
  /** Whether anything of it is in a cut that the mayor approved, or is such an approval. */
  readonly approved: boolean;
};

export function leftBy(db: Db, { personId, ...when }: { readonly personId: number } & Enrolment): LeftBy {
  const reports = db
    .select({ cutId: report.cutId })
    .from(report)
    .where(and(eq(report.personId, personId), within(report.recordedAt, when), isNull(report.voidedAt)))
    .all();
  const pieces = db
    .select({ cutId: evidence.cutId })
    .from(evidence)
    .where(
      and(
        eq(evidence.personId, personId),
        within(evidence.recordedAt, when),
        inArray(evidence.state, ['stored', 'fetching']),
      ),
    )
    .all();
  const verdicts = db
    .select({ cutId: report.cutId })
    .from(verification)
    .innerJoin(report, eq(report.id, verification.reportId))
    .where(and(eq(verification.personId, personId), within(verification.at, when)))
    .all();
  const causes = db
    .select({ id: cause.id })
    .from(cause)
    .where(and(eq(cause.personId, personId), within(cause.moment, when)))
    .all();
  const cuts = new Set([...reports, ...pieces, ...verdicts].map((row) => row.cutId));
  const approvals = db
    .select({ cutId: presentation.cutId, by: presentation.decidedBy, at: presentation.decidedAt })
    .from(presentation)
    .where(eq(presentation.outcome, 'approved'))
    .all();
  const approved = approvals.some(
    (each) => cuts.has(each.cutId) || (each.by === personId && each.at !== null && isWithin(each.at, when)),
  );
  return {
    reports: reports.length,
    evidence: pieces.length,
    verdicts: verdicts.length,
    causes: causes.length,
    approved,
  };
}

/** Whether there is anything of it to void. */
export function isAnything({ reports, evidence, verdicts, causes, approved }: LeftBy): boolean {
  return reports + evidence + verdicts + causes > 0 || approved;
}
