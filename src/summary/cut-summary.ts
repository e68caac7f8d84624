import type { Db } from '../db/open.ts';
import {
  type Activity,
  activitiesOf,
  exclusionReasons,
  type PlannedCut,
  plannedCut,
  plannedCuts,
} from '../db/plans.ts';
import { causesOfCut, type Report, revisionsOfCuts } from '../db/reports.ts';
import type { Cause } from '../db/schema/index.ts';
import { type CutState, cutState } from '../domain/calendar.ts';
import { type LocalDate, localDate, type Moment } from '../domain/dates.ts';
import {
  type ActivityFigures,
  begunBy,
  type Consolidation,
  consolidate,
  type TrafficLight,
} from '../domain/progress.ts';
import { retiredFrom } from '../domain/retirement.ts';
import { properName } from '../texts/words.ts';
import { byPosition, type MissingPosition, pendingActivities } from './missing.ts';

/** One activity that counts in the figures of a cut. */
export type SummaryRow = {
  readonly activity: Activity;
  readonly light: TrafficLight;
  /** Percent, unrounded. */
  readonly expected: number;
  /** Percent, unrounded; null without a report. */
  readonly compliance: number | null;
  /** Null: missing. */
  readonly report: CountedReport | null;
  /** What holds it back, while it is yellow or red: a cause given before it caught up says nothing any more. */
  readonly cause: Cause | null;
};

export type CountedReport = {
  /** Whole tenths of a percent. */
  readonly progress: number;
  readonly observation: string;
  /** Of the first report: a correction changes neither lateness nor where it came from. */
  readonly coverage: 'onTime' | 'late' | 'imported';
};

export type LeftOut = {
  readonly activity: Activity;
  readonly why: 'notBegun' | 'retired' | 'notScheduled';
  /** Why it was taken out of this cut, as it was said. */
  readonly reason: string | null;
};

/** The whole plan at one cut: plain data, figures unrounded (product.md, *The summary*). */
export type CutSummary = {
  readonly entity: string;
  readonly plan: PlannedCut['plan'];
  readonly cut: PlannedCut['cut'];
  readonly moment: Moment;
  readonly state: CutState;
  /** Percent; null when no activity is counted. */
  readonly overall: number | null;
  readonly expected: number | null;
  readonly lights: Consolidation['lights'];
  readonly coverage: {
    readonly onTime: number;
    readonly late: number;
    readonly imported: number;
    readonly missing: number;
  };
  /** The figure of the cut before it in the plan; null when there is none or nothing was reported in it. */
  readonly previous: { readonly cut: PlannedCut['cut']; readonly overall: number } | null;
  /** In the form's order. */
  readonly rows: readonly SummaryRow[];
  readonly leftOut: readonly LeftOut[];
  /** By position: what has no report, or waits for a revision since a reopening. */
  readonly missing: readonly MissingPosition<MissingActivity>[];
  /** Last day on which something that is missing can still be reported; null when nothing can. */
  readonly lastDay: LocalDate | null;
};

export type MissingActivity = { readonly activity: Activity; readonly reopened: boolean };

/**
 * The summary of a cut with what is stored now.
 * @param moment what *now* is: the state of the cut and who holds the positions.
 * @throws {RangeError} when there is no such cut.
 */
export function cutSummary(
  db: Db,
  cutId: number,
  moment: Moment,
  entityName: string | null = null,
): CutSummary {
  const planned = plannedCut(db, cutId);
  if (!planned) throw new RangeError(`There is no cut ${cutId}`);
  const { plan, cut } = planned;
  const figures = figuresOfCut(db, planned);
  const causes = causesOfCut(db, cutId);
  const rows = figures.counted.map(
    ({ activity, report, ...own }): SummaryRow => ({
      activity,
      ...own,
      report,
      cause: isBehind(own.light) ? (causes.get(activity.id) ?? null) : null,
    }),
  );
  const pending = pendingActivities(db, planned, moment);
  const previous = previousCut(db, planned);
  return {
    entity: entityName ?? properName(plan.entity),
    plan,
    cut,
    moment,
    state: cutState(planned.window, planned.acts, moment),
    ...figures.figures,
    coverage: {
      onTime: rows.filter((row) => row.report?.coverage === 'onTime').length,
      late: rows.filter((row) => row.report?.coverage === 'late').length,
      imported: rows.filter((row) => row.report?.coverage === 'imported').length,
      missing: rows.filter((row) => row.report === null).length,
    },
    previous,
    rows,
    leftOut: figures.leftOut,
    missing: byPosition(db, missingOf(rows, pending), moment),
    lastDay: pending.length === 0 ? null : localDate(Math.max(...pending.map((each) => each.until)) - 1),
  };
}

function isBehind(light: TrafficLight): boolean {
  return light === 'yellow' || light === 'red';
}

/** Without a report, unless retired since; and what waits for a revision. */
function missingOf(
  rows: readonly SummaryRow[],
  pending: ReturnType<typeof pendingActivities>,
): readonly MissingActivity[] {
  const reopened = new Set(pending.filter((each) => each.reopened).map((each) => each.activity.id));
  return rows
    .filter(
      (row) => (row.report === null && row.activity.retiredAt === null) || reopened.has(row.activity.id),
    )
    .map((row) => ({ activity: row.activity, reopened: reopened.has(row.activity.id) }));
}

type CutFigures = {
  readonly figures: Pick<Consolidation, 'overall' | 'expected' | 'lights'>;
  readonly counted: readonly (ActivityFigures & {
    readonly activity: Activity;
    readonly report: CountedReport | null;
  })[];
  readonly leftOut: readonly LeftOut[];
};

function figuresOfCut(db: Db, planned: PlannedCut): CutFigures {
  const { plan, cut } = planned;
  const activities = activitiesOf(db, plan.id);
  const reports = reportsOf(db, cut.id);
  const leftOut = leftOutOf(db, activities, planned, reports);
  const out = new Set(leftOut.map((each) => each.activity.id));
  const consolidation = consolidate(
    activities.map((activity) => ({
      id: activity.id,
      start: activity.startsOn,
      end: activity.endsOn,
      weight: activity.weight,
      progressTenths: reports.get(activity.id)?.progress ?? null,
      counted: !out.has(activity.id),
    })),
    cut.date,
  );
  const { overall, expected, lights, perActivity } = consolidation;
  const counted = activities.flatMap((activity) => {
    const own = perActivity.get(activity.id);
    return own ? [{ ...own, activity, report: reports.get(activity.id) ?? null }] : [];
  });
  return { figures: { overall, expected, lights }, counted, leftOut };
}

/**
 * A retired one counts in the cuts before that day only (product.md, *The official form*), and in one that it left
 * without a report while it could still be reported nobody could have reported it.
 */
function leftOutOf(
  db: Db,
  activities: readonly Activity[],
  planned: PlannedCut,
  reports: ReadonlyMap<number, CountedReport>,
): readonly LeftOut[] {
  const reasons = exclusionReasons(db, planned.cut.id);
  return activities.flatMap((activity): LeftOut[] => {
    const retired = retiredFrom(activity, planned.window);
    if (retired === 'before' || (retired === 'meanwhile' && !reports.has(activity.id)))
      return [{ activity, why: 'retired', reason: null }];
    if (!begunBy(activity.startsOn, planned.cut.date)) return [{ activity, why: 'notBegun', reason: null }];
    const reason = reasons.get(activity.id);
    return reason === undefined ? [] : [{ activity, why: 'notScheduled', reason }];
  });
}

function reportsOf(db: Db, cutId: number): ReadonlyMap<number, CountedReport> {
  const revisions = revisionsOfCuts(db, [cutId]).filter((each) => each.voidedAt === null);
  const grouped = Map.groupBy(revisions, (each) => each.activityId);
  return new Map(
    [...grouped].flatMap(([activityId, own]) => {
      const first = own[0];
      const last = own.at(-1);
      if (!first || !last) return [];
      const { progress, observation } = last;
      return [[activityId, { progress, observation, coverage: coverageOf(first) }] as const];
    }),
  );
}

function coverageOf(first: Report): CountedReport['coverage'] {
  if (first.origin === 'import') return 'imported';
  return first.late ? 'late' : 'onTime';
}

function previousCut(db: Db, planned: PlannedCut): CutSummary['previous'] {
  const before = plannedCuts(db)
    .filter((each) => each.plan.id === planned.plan.id && each.cut.date < planned.cut.date)
    .at(-1);
  if (!before) return null;
  const { figures, counted } = figuresOfCut(db, before);
  if (figures.overall === null || !counted.some((each) => each.report !== null)) return null;
  return { cut: before.cut, overall: figures.overall };
}
