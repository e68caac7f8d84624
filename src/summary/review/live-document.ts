import { causesOfCut } from '../../db/causes.ts';
import type { Db } from '../../db/open.ts';
import { activitiesAt } from '../../db/plan-read.ts';
import type { Activity, PlannedCut } from '../../db/plans.ts';
import { formDateOf } from '../../domain/programming.ts';
import { retiredFrom } from '../../domain/retirement.ts';
import { headerOf } from '../../forms/form.ts';
import { evidenceOf } from '../evidence-list.ts';
import { countedAt, reportParts } from './counted-activities.ts';
import type { CutDocument, DocumentActivity, DocumentReport, FiguresDocument } from './document.ts';
import { before, type EarlierCut, earlierCut, figureOf } from './earlier-cuts.ts';
import { type ReviewRead, readForReview } from './review-read.ts';

/**
 * A cut as it is stored now. For the earlier cuts it holds what was approved, or without approval what is
 * stored, so that a figure is compared with the one that was shown.
 */
export function liveDocument(
  db: Db,
  planned: PlannedCut,
  read: ReviewRead = readForReview(db, planned.plan.id),
): CutDocument {
  const earlier = before(read, planned);
  return {
    format: 1,
    ...liveParts(db, planned, read, earlier, [...earlier, planned]),
    cuts: read.cuts.map(({ cut }) => ({ number: cut.number, date: cut.date })),
  };
}

/**
 * The same without what only files show: of the earlier cuts it reads the last one, and no evidence of them. It is
 * never sealed.
 */
export function liveFigures(db: Db, planned: PlannedCut, read: ReviewRead): FiguresDocument {
  return liveParts(db, planned, read, before(read, planned).slice(-1), [planned]);
}

function liveParts(
  db: Db,
  planned: PlannedCut,
  read: ReviewRead,
  earlierCuts: readonly PlannedCut[],
  withEvidence: readonly PlannedCut[],
): FiguresDocument {
  const earlier = earlierCuts.map((each) => earlierCut(db, each, read));
  const last = earlier.at(-1);
  const own = ownPart(db, planned, read);
  return {
    ...own,
    reports: [...earlier.flatMap((each) => countedAs(own, each)), ...own.reports],
    previous: last ? figureOf(last) : null,
    evidence: [...evidenceOf(db, withEvidence, read.activities)],
  };
}

/** The reports of an earlier cut, without the amounts of a measure that is no longer the activity's. */
function countedAs(own: OwnPart, earlier: EarlierCut): readonly DocumentReport[] {
  const now = new Map(own.activities.map(({ number, measure }) => [number, measure]));
  const then = new Map(earlier.activities.map(({ number, measure }) => [number, measure]));
  return earlier.reports.map(({ amount, ...each }) =>
    amount === undefined || then.get(each.activity) !== now.get(each.activity) ? each : { ...each, amount },
  );
}

/** A cut alone, with its own reports. */
export type OwnPart = Omit<FiguresDocument, 'previous' | 'evidence'>;

/** The cut alone as it is stored now. */
export function ownPart(db: Db, planned: PlannedCut, read: ReviewRead): OwnPart {
  const { cut } = planned;
  const activities = activitiesAt(read, planned);
  const reports = reportParts(planned, activities, read.words(cut.id));
  const header = headerOf(read.plan);
  return {
    plan: { ...header, drawnUpBy: [...header.drawnUpBy], approvedBy: [...header.approvedBy] },
    cut: { number: cut.number, date: cut.date },
    ...versionPart(planned, read.cuts),
    activities: activityParts(db, planned, read, activities, reports),
    reports,
  };
}

/** The first version has no key, so that a plan that was never reformulated is sealed as it always was. */
function versionPart(
  { version: { number, fromDate } }: PlannedCut,
  all: readonly PlannedCut[],
): Pick<CutDocument, 'planVersion'> {
  if (fromDate === null) return {};
  const first = all.find(({ cut }) => formDateOf(cut) >= fromDate);
  return { planVersion: { number, fromDate: first?.cut.date ?? fromDate } };
}

function activityParts(
  db: Db,
  planned: PlannedCut,
  read: ReviewRead,
  activities: readonly Activity[],
  reports: readonly DocumentReport[],
): DocumentActivity[] {
  const causes = causesOfCut(db, planned.cut.id);
  const counted = countedAt(db, planned, read, reports);
  return activities.map((each) => ({
    ...counted(each),
    name: each.name,
    target: each.target,
    responsible: each.responsible,
    positions: (read.positions.get(each.id) ?? []).map(({ name }) => name),
    indicator: each.indicator,
    phase: each.phase,
    participationLevel: each.participationLevel,
    channels: each.channels,
    stakeholderGroup: each.stakeholderGroup,
    means: each.means,
    resources: each.resources,
    extra: Object.entries(each.extra).map(([heading, text]) => ({ heading, text })),
    inForm: retiredFrom(each, planned.window) !== 'before',
    cause: causes.get(each.id) ?? null,
  }));
}
