import type { Db } from '../../db/open.ts';
import { activitiesAt, lastProgress, type PlanRead } from '../../db/plan-read.ts';
import type { PlannedCut } from '../../db/plans.ts';
import { lastApproved } from '../../db/review.ts';
import type { LocalDate } from '../../domain/dates.ts';
import { overallOf, roundHalfUp } from '../../domain/progress.ts';
import { countedAt, reportParts } from './counted-activities.ts';
import type { CutDocument, DocumentActivity, DocumentReport } from './document.ts';

import type { ReviewRead } from './review-read.ts';

/** What the figure of a cut is made of: its own reports alone. */
type Figured = Pick<CutDocument, 'cut'> & {
  readonly activities: readonly Pick<DocumentActivity, 'number' | 'weight' | 'standing'>[];
  readonly reports: readonly Pick<DocumentReport, 'activity' | 'progress'>[];
};

/** The cuts of a plan before one of them, by date. */
export function before({ cuts }: PlanRead, { cut }: PlannedCut): readonly PlannedCut[] {
  return cuts.filter((each) => each.cut.date < cut.date);
}

export type CutFigure = NonNullable<CutDocument['previous']>;

/**
 * The figures of the cuts before the one that a cut is compared with, of those that have reports, as they were shown,
 * in order.
 * @param compared the date of the one that it is compared with
 */
export function earlierFigures(
  db: Db,
  planned: PlannedCut,
  read: ReviewRead,
  compared: LocalDate,
): readonly CutFigure[] {
  return before(read, planned).flatMap((each) => {
    const approved = lastApproved(db, each.cut.id);
    if (!approved && each.cut.date >= compared) return [];
    const figure = figureOf(
      approved ? asShown(each, read.documentOf(approved)) : figuredPart(db, each, read),
    );
    return figure && figure.date < compared ? figure : [];
  });
}

/** A cut before another one, as its figures and reports are compared with it. */
export type EarlierCut = Pick<CutDocument, 'cut' | 'reports'> & {
  readonly activities: readonly Pick<DocumentActivity, 'number' | 'weight' | 'standing' | 'measure'>[];
};

/** An earlier cut as it was approved, or without approval as it is stored; its own reports alone. */
export function earlierCut(db: Db, planned: PlannedCut, read: ReviewRead): EarlierCut {
  const approved = lastApproved(db, planned.cut.id);
  if (approved) return asShown(planned, read.documentOf(approved));
  const activities = activitiesAt(read, planned);
  return countedPart(db, planned, read, reportParts(planned, activities, read.words(planned.cut.id)));
}

/** What was approved, under the number that the cut has now. */
function asShown({ cut: { number } }: PlannedCut, shown: CutDocument): EarlierCut {
  return {
    activities: shown.activities,
    cut: { ...shown.cut, number },
    reports: shown.reports
      .filter((each) => each.cut === shown.cut.number)
      .map((each) => (each.cut === number ? each : { ...each, cut: number })),
  };
}

/** Null: no activity is counted, or none of them has a report. */
export function figureOf({ cut, activities, reports }: Figured): CutFigure | null {
  const progress = new Map(reports.map((each) => [each.activity, each.progress]));
  const counted = activities
    .filter((each) => each.standing === 'counted')
    .map(({ number, weight }) => ({ weight, progressTenths: progress.get(number) ?? null }));
  const overall = overallOf(counted);
  if (overall === null || counted.every((each) => each.progressTenths === null)) return null;
  return { number: cut.number, date: cut.date, overall: Math.round(roundHalfUp(overall) * 10) };
}

/** A cut as it is stored, for its figures alone. */
function figuredPart(db: Db, planned: PlannedCut, read: ReviewRead): Figured {
  const progress = lastProgress(db, planned.cut.id);
  const reports = activitiesAt(read, planned).flatMap(({ id, number }) => {
    const tenths = progress.get(id);
    return tenths === undefined ? [] : [{ activity: number, progress: tenths }];
  });
  return countedPart(db, planned, read, reports);
}

function countedPart<Report extends { readonly activity: string }>(
  db: Db,
  planned: PlannedCut,
  read: ReviewRead,
  reports: Report[],
) {
  const { number, date } = planned.cut;
  const counted = countedAt(db, planned, read, reports);
  return { cut: { number, date }, activities: activitiesAt(read, planned).map(counted), reports };
}
