import { causesOfCut } from '../../db/causes.ts';
import { exclusionReasons } from '../../db/exclusions.ts';
import type { Db } from '../../db/open.ts';
import { activitiesAt, type PlanRead, readPlan, type Word } from '../../db/plan-read.ts';
import type { Activity, PlannedCut } from '../../db/plans.ts';
import { lastApproved } from '../../db/review.ts';
import { formDateOf } from '../../domain/programming.ts';
import { begunBy, roundHalfUp } from '../../domain/progress.ts';
import { retiredFrom } from '../../domain/retirement.ts';
import { headerOf } from '../../forms/form.ts';
import { evidenceOf } from '../evidence-list.ts';
import {
  type CutDocument,
  type DocumentActivity,
  type DocumentReport,
  documentOf,
  type FiguresDocument,
} from './document.ts';
import { programmingOfCut, startsLaterThan } from './document-programming.ts';
import { figuresOf } from './figures.ts';

/**
 * A cut as it is stored now. For the earlier cuts it holds what was approved, or without approval what is
 * stored, so that a figure is compared with the one that was shown.
 */
export function liveDocument(
  db: Db,
  planned: PlannedCut,
  read: PlanRead = readPlan(db, planned.plan.id),
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
export function liveFigures(db: Db, planned: PlannedCut, read: PlanRead): FiguresDocument {
  return liveParts(db, planned, read, before(read, planned).slice(-1), [planned]);
}

function before({ cuts }: PlanRead, { cut }: PlannedCut): readonly PlannedCut[] {
  return cuts.filter((each) => each.cut.date < cut.date);
}

function liveParts(
  db: Db,
  planned: PlannedCut,
  read: PlanRead,
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
function countedAs(own: OwnPart, earlier: OwnPart): readonly DocumentReport[] {
  const now = new Map(own.activities.map(({ number, measure }) => [number, measure]));
  const then = new Map(earlier.activities.map(({ number, measure }) => [number, measure]));
  return earlier.reports.map(({ amount, ...each }) =>
    amount === undefined || then.get(each.activity) !== now.get(each.activity) ? each : { ...each, amount },
  );
}

export type CutFigure = NonNullable<CutDocument['previous']>;

/** The figures of the earlier cuts that have reports, as they were shown, in order. */
export function earlierFigures(db: Db, planned: PlannedCut, read: PlanRead): readonly CutFigure[] {
  return before(read, planned).flatMap((each) => figureOf(earlierCut(db, each, read)) ?? []);
}

type OwnPart = Omit<FiguresDocument, 'previous' | 'evidence'>;

/** The reports of the cut itself, without those of earlier cuts. */
function earlierCut(db: Db, planned: PlannedCut, read: PlanRead): OwnPart {
  const approved = lastApproved(db, planned.cut.id);
  if (!approved) return ownPart(db, planned, read);
  const shown = documentOf(approved);
  const { number } = planned.cut;
  return {
    ...shown,
    cut: { ...shown.cut, number },
    reports: shown.reports
      .filter((each) => each.cut === shown.cut.number)
      .map((each) => ({ ...each, cut: number })),
  };
}

function figureOf(of: OwnPart): CutDocument['previous'] {
  const { overall } = figuresOf(of);
  const counted = new Set(of.activities.flatMap((each) => (each.standing === 'counted' ? each.number : [])));
  if (overall === null || !of.reports.some((each) => counted.has(each.activity))) return null;
  return { number: of.cut.number, date: of.cut.date, overall: Math.round(roundHalfUp(overall) * 10) };
}

function ownPart(db: Db, planned: PlannedCut, read: PlanRead): OwnPart {
  const { cut } = planned;
  const activities = activitiesAt(read, planned);
  const reports = reportParts(planned, activities, read.words(cut.id));
  const header = headerOf(read.plan);
  return {
    plan: { ...header, drawnUpBy: [...header.drawnUpBy], approvedBy: [...header.approvedBy] },
    cut: { number: cut.number, date: cut.date },
    ...versionPart(planned, read.cuts),
    activities: activityParts(db, planned, read, activities, new Set(reports.map((each) => each.activity))),
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
  { cuts, positions }: PlanRead,
  activities: readonly Activity[],
  reported: ReadonlySet<string>,
): DocumentActivity[] {
  const reasons = exclusionReasons(db, planned.cut.id);
  const causes = causesOfCut(db, planned.cut.id);
  const programmed = programmingOfCut(db, planned, cuts);
  return activities.map((each) => {
    const programming = programmed(each);
    const later = startsLaterThan(programming, planned.cut.number);
    const standing = reviewStateOf(each, planned, reasons, reported, later);
    return {
      number: each.number,
      name: each.name,
      target: each.target,
      responsible: each.responsible,
      positions: (positions.get(each.id) ?? []).map(({ name }) => name),
      indicator: each.indicator,
      phase: each.phase,
      startsOn: each.startsOn,
      endsOn: each.endsOn,
      participationLevel: each.participationLevel,
      channels: each.channels,
      stakeholderGroup: each.stakeholderGroup,
      means: each.means,
      resources: each.resources,
      weight: each.weight,
      extra: Object.entries(each.extra).map(([heading, text]) => ({ heading, text })),
      ...programming,
      inForm: retiredFrom(each, planned.window) !== 'before',
      standing,
      reason: standing === 'notScheduled' ? (reasons.get(each.id) ?? null) : null,
      cause: causes.get(each.id) ?? null,
    };
  });
}

/**
 * The state of an activity in a cut. A retired one counts only in the cuts before the day it left
 * (specification: Figures). One that left without a report while the cut still took reports could not have
 * been reported.
 */
function reviewStateOf(
  each: Activity,
  { cut, window }: PlannedCut,
  reasons: ReadonlyMap<number, string>,
  reported: ReadonlySet<string>,
  later: boolean,
): DocumentActivity['standing'] {
  const retired = retiredFrom(each, window);
  if (retired === 'before' || (retired === 'meanwhile' && !reported.has(each.number))) return 'retired';
  if (!begunBy(each.startsOn, cut.date)) return 'notBegun';
  if (reasons.has(each.id)) return 'notScheduled';
  return later && !reported.has(each.number) ? 'startsLater' : 'counted';
}

function reportParts(
  { cut }: PlannedCut,
  activities: readonly Activity[],
  words: readonly Word[],
): DocumentReport[] {
  const grouped = Map.groupBy(words, (each) => each.activityId);
  return activities.flatMap((activity): DocumentReport[] => {
    const own = grouped.get(activity.id) ?? [];
    const first = own[0];
    const last = own.at(-1);
    if (!first || !last) return [];
    return [
      {
        cut: cut.number,
        activity: activity.number,
        progress: last.progress,
        ...(last.amount === null ? {} : { amount: last.amount }),
        observation: last.observation,
        coverage: coverageOf(first),
        origin: originOf(own, last),
        reportedAt: last.origin === 'import' ? null : last.moment,
      },
    ];
  });
}

/** A report that Planeación recorded itself and corrected later keeps the origin `planning`. */
function originOf(own: readonly Word[], last: Word): DocumentReport['origin'] {
  if (last.origin !== 'correction') return last.origin;
  const reported = own.findLast((each) => each.origin !== 'correction');
  return reported?.origin === 'planning' ? 'planning' : 'correction';
}

function coverageOf(first: Word): DocumentReport['coverage'] {
  if (first.origin === 'import') return 'imported';
  return first.late ? 'late' : 'onTime';
}
