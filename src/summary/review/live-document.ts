import { causesOfCut } from '../../db/causes.ts';
import type { Db } from '../../db/open.ts';
import { planById } from '../../db/plan-changes.ts';
import {
  type Activity,
  activitiesOfCut,
  exclusionReasons,
  type PlannedCut,
  plannedCutsOf,
  positionsOf,
} from '../../db/plans.ts';
import { type Report, revisionsOfCuts } from '../../db/reports.ts';
import { lastApproved } from '../../db/review.ts';
import { formDateOf } from '../../domain/programming.ts';
import { begunBy, roundHalfUp } from '../../domain/progress.ts';
import { retiredFrom } from '../../domain/retirement.ts';
import { headerOf } from '../../forms/form.ts';
import { evidenceUpTo } from '../evidence-list.ts';
import { type CutDocument, type DocumentActivity, type DocumentReport, documentOf } from './document.ts';
import { programmingOfCut, startsLaterThan } from './document-programming.ts';
import { figuresOf } from './figures.ts';

/**
 * A cut as it is stored now. For the earlier cuts it holds what was approved, or without approval what is
 * stored, so that a figure is compared with the one that was shown.
 */
export function liveDocument(db: Db, planned: PlannedCut): CutDocument {
  const { plan, cut } = planned;
  const all = plannedCutsOf(db, [plan.id]);
  const earlier = all.filter((each) => each.cut.date < cut.date).map((each) => earlierCut(db, each, all));
  const last = earlier.at(-1);
  const own = ownPart(db, planned, all);
  return {
    ...own,
    cuts: all.map((each) => ({ number: each.cut.number, date: each.cut.date })),
    reports: [...earlier.flatMap((each) => countedAs(own, each)), ...own.reports],
    previous: last ? figureOf(last) : null,
    evidence: [...evidenceUpTo(db, planned)],
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
export function earlierFigures(db: Db, { plan, cut }: PlannedCut): readonly CutFigure[] {
  const all = plannedCutsOf(db, [plan.id]);
  return all
    .filter((each) => each.cut.date < cut.date)
    .flatMap((each) => figureOf(earlierCut(db, each, all)) ?? []);
}

type OwnPart = Omit<CutDocument, 'cuts' | 'previous' | 'evidence'>;

/** The reports of the cut itself, without those of earlier cuts. */
function earlierCut(db: Db, planned: PlannedCut, all: readonly PlannedCut[]): OwnPart {
  const approved = lastApproved(db, planned.cut.id);
  if (!approved) return ownPart(db, planned, all);
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
  if (overall === null || !of.reports.some((each) => counts(of, each.activity))) return null;
  return { number: of.cut.number, date: of.cut.date, overall: Math.round(roundHalfUp(overall) * 10) };
}

function counts(of: OwnPart, number: string): boolean {
  return of.activities.some((each) => each.number === number && each.standing === 'counted');
}

function ownPart(db: Db, planned: PlannedCut, all: readonly PlannedCut[]): OwnPart {
  const { cut } = planned;
  const plan = planById(db, planned.plan.id);
  if (!plan) throw new Error(`plan ${planned.plan.id} does not exist`);
  const activities = activitiesOfCut(db, planned);
  const reports = reportParts(db, planned, activities);
  const header = headerOf(plan);
  return {
    format: 1,
    plan: { ...header, drawnUpBy: [...header.drawnUpBy], approvedBy: [...header.approvedBy] },
    cut: { number: cut.number, date: cut.date },
    ...versionPart(planned, all),
    activities: activityParts(db, planned, all, activities, new Set(reports.map((each) => each.activity))),
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
  all: readonly PlannedCut[],
  activities: readonly Activity[],
  reported: ReadonlySet<string>,
): DocumentActivity[] {
  const reasons = exclusionReasons(db, planned.cut.id);
  const causes = causesOfCut(db, planned.cut.id);
  const positions = positionsOf(
    db,
    activities.map((each) => each.id),
  );
  const programmed = programmingOfCut(db, planned, all);
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

function reportParts(db: Db, { cut }: PlannedCut, activities: readonly Activity[]): DocumentReport[] {
  const revisions = revisionsOfCuts(db, [cut.id]).filter((each) => each.voidedAt === null);
  const grouped = Map.groupBy(revisions, (each) => each.activityId);
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
function originOf(own: readonly Report[], last: Report): DocumentReport['origin'] {
  if (last.origin !== 'correction') return last.origin;
  const reported = own.findLast((each) => each.origin !== 'correction');
  return reported?.origin === 'planning' ? 'planning' : 'correction';
}

function coverageOf(first: Report): DocumentReport['coverage'] {
  if (first.origin === 'import') return 'imported';
  return first.late ? 'late' : 'onTime';
}
