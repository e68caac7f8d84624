import type { Db } from '../../db/open.ts';
import { activitiesOf, type PlannedCut } from '../../db/plans.ts';
import { type Report, revisionsOfCuts } from '../../db/reports.ts';
import { type Verdict, type Verification, verdictsOfCut } from '../../db/review.ts';
import type { DocumentReport } from './document.ts';

/** A verdict of Control Interno as it is shown beside a report. */
export type ShownVerdict = {
  readonly verdict: Verdict;
  /** Control's own percentage in whole tenths, where it differs. */
  readonly progress: number | null;
  readonly remark: string;
  readonly at: number;
  readonly personId: number;
  /** False: it is about an earlier revision, and the present one needs its own verdict. */
  readonly current: boolean;
};

/**
 * The verdicts on the reports of a cut, by activity number as printed. A verdict belongs to one revision:
 * each report gets the verdict on the shown revision, or else one on an earlier revision.
 */
export function verdictsOn(
  db: Db,
  planned: PlannedCut,
  reports: ReadonlyMap<string, DocumentReport>,
): ReadonlyMap<string, ShownVerdict> {
  const verdicts = verdictsOfCut(db, planned.cut.id);
  if (verdicts.size === 0) return new Map();
  const revisions = Map.groupBy(revisionsOfCuts(db, [planned.cut.id]), (each) => each.activityId);
  return new Map(
    activitiesOf(db, planned.plan.id).flatMap(({ id, number }) => {
      const report = reports.get(number);
      const own = (revisions.get(id) ?? []).filter((each) => verdicts.has(each.id));
      const of = report && own.findLast((each) => isShown(each, report));
      const said = verdicts.get((of ?? own.at(-1))?.id ?? 0);
      return report && said ? [[number, shown(said, of !== undefined)] as const] : [];
    }),
  );
}

/** Whether a revision is the one that a document shows. */
export function isShown(
  revision: Report,
  report: Pick<DocumentReport, 'progress' | 'observation' | 'reportedAt'>,
): boolean {
  return (
    revision.progress === report.progress &&
    revision.observation.normalize('NFC') === report.observation.normalize('NFC') &&
    (revision.origin === 'import' ? null : revision.moment) === report.reportedAt
  );
}

function shown(said: Verification, current: boolean): ShownVerdict {
  const { verdict, progress, remark, at, personId } = said;
  return { verdict, progress, remark: remark ?? '', at, personId, current };
}
