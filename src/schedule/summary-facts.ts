import { decidedSummaries } from '../db/automatic-summaries.ts';
import { lastWordOfCut } from '../db/last-word.ts';
import type { Db } from '../db/open.ts';
import { activitiesOfCut, knownSince, type PlannedCut } from '../db/plans.ts';
import { lastReportsOfCut } from '../db/reports.ts';
import { awaitsReport, isAsked } from '../db/tasks.ts';
import type { Moment } from '../domain/dates.ts';
import type { SummaryFacts } from '../domain/due-summaries.ts';
import { startsLater } from '../domain/programming.ts';

/** The facts that decide about the automatic summary of a cut at a moment. */
export function summaryFacts(db: Db, planned: PlannedCut, now: Moment): SummaryFacts {
  const activities = activitiesOfCut(db, planned);
  const reports = lastReportsOfCut(db, planned.cut.id);
  const asked = activities.filter(
    (each) => isAsked(each, planned, now) && (reports.has(each.id) || !startsLater(each, planned.cut)),
  );
  const missing = asked.filter((each) => awaitsReport(planned, each, reports.get(each.id), now));
  const { last, lastReported, voided } = lastWordOfCut(db, planned.cut.id);
  return {
    window: planned.window,
    acts: planned.acts,
    importedAt: knownSince(planned),
    asked: asked.length,
    missing: missing.length,
    basis: `${last?.id ?? 0}/${voided}/${asked.map((activity) => activity.id).join(',')}`,
    lastWordAt:
      lastReported &&
      lastReported.origin !== 'import' &&
      lastReported.recordedAt >= lastRetirement(activities)
        ? lastReported.recordedAt
        : null,
    decided: decidedSummaries(db, planned.cut.id),
  };
}

/** An activity that leaves the form can complete a cut without anybody's report, by an import. */
function lastRetirement(activities: readonly { readonly retiredAt: number | null }[]): Moment {
  return Math.max(0, ...activities.map((activity) => activity.retiredAt ?? 0));
}
