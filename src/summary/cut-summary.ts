import type { Db } from '../db/open.ts';
import { activitiesAt, lastWords } from '../db/plan-read.ts';
import { type Activity, hasSeveralPlans, type PlannedCut, plannedCut } from '../db/plans.ts';
import { type Cause, causes, type reportOrigins } from '../db/schema/index.ts';
import { type CutState, cutState } from '../domain/calendar.ts';
import { type LocalDate, localDate, type Moment } from '../domain/dates.ts';
import type { Consolidation, TrafficLight } from '../domain/progress.ts';
import { properName } from '../texts/words/names.ts';
import { byPosition, type MissingPosition, type PendingActivity, pendingAmong } from './missing.ts';
import { type ControlAlone, controlAlone } from './review/control-alone.ts';
import type { coverages, DocumentActivity, FiguresDocument } from './review/document.ts';
import { figuresOf, reportsOfCut } from './review/figures.ts';
import type { OwnPart } from './review/live-document.ts';
import { type ReviewRead, readForReview } from './review/review-read.ts';
import { figuresReview, type ReviewState, type Version } from './review/review-state.ts';
import { type ShownVerdict, verdictsOn } from './review/verdicts.ts';

/** One activity that counts in the figures of a cut. */
export type SummaryRow = {
  readonly activity: Activity;
  readonly light: TrafficLight;
  /** Percent, unrounded. */
  readonly expected: number;
  /** Percent, unrounded; null without a report. */
  readonly compliance: number | null;
  /** What the expected progress comes from. */
  readonly basis: ExpectedBasis;
  /** Null: missing. */
  readonly report: CountedReport | null;
  /**
   * The cause that holds it back, while it is yellow or red: an earlier cause no longer applies once it has
   * caught up.
   */
  readonly cause: Cause | null;
  /** Control Interno's verdict; null: there is none. */
  readonly verdict: ShownVerdict | null;
};

/** `dates`: the straight line between start and end. `keeps`: 100 % at every cut. */
export type ExpectedBasis = 'programmed' | 'dates' | 'keeps';

export type CountedReport = {
  /** Whole tenths of a percent. */
  readonly progress: number;
  /** How many of the activity's measure; absent: reported as a percentage. */
  readonly amount?: number | undefined;
  readonly observation: string;
  readonly coverage: (typeof coverages)[number];
  readonly origin: (typeof reportOrigins)[number];
  /** Moment of the last revision; null: taken from a form. */
  readonly reportedAt: Moment | null;
};

export type LeftOut = {
  readonly activity: Activity;
  readonly why: 'notBegun' | 'retired' | 'notScheduled' | 'startsLater';
  /** The reason given when it was taken out of this cut. */
  readonly reason: string | null;
};

/** The whole plan at one cut: plain data, unrounded figures (specification: Figures, Summary). */
export type CutSummary = {
  readonly entity: string;
  /** There are more plans than this one. */
  readonly severalPlans: boolean;
  readonly plan: PlannedCut['plan'];
  readonly cut: PlannedCut['cut'];
  /** The version of the plan that the figures are of, from 1. */
  readonly planVersion: number;
  readonly moment: Moment;
  readonly state: CutState;
  readonly standing: ReviewState;
  /** The presentation that the figures come from; null: the figures are live. */
  readonly presentationId: number | null;
  /** Percent; null when no activity is counted. */
  readonly overall: number | null;
  readonly expected: number | null;
  readonly lights: Consolidation['lights'];
  readonly coverage: {
    readonly onTime: number;
    readonly late: number;
    readonly imported: number;
    readonly missing: number;
    /** The reported ones whose last word is *registrado por Planeación*. */
    readonly planning: number;
    /** The reported ones whose last word is a correction of Planeación. */
    readonly corrected: number;
  };
  /**
   * The figure of the plan's previous cut, as it was shown; null when there is no such cut or it has no
   * report.
   */
  readonly previous: {
    readonly cut: { readonly number: number; readonly date: LocalDate };
    /** Percent, rounded to one decimal. */
    readonly overall: number;
    /** Whole tenths of a percent of each activity, by number. */
    readonly progress: ReadonlyMap<string, number>;
  } | null;
  /** The causes of yellow and red activities, the most frequent first, with the numbers of their activities. */
  readonly causes: readonly { readonly cause: Cause; readonly numbers: readonly string[] }[];
  /** In the form's order. */
  readonly rows: readonly SummaryRow[];
  /** Who verified and was appointed alone. */
  readonly controlAlone: readonly ControlAlone[];
  readonly leftOut: readonly LeftOut[];
  /** By position: the activities that are yellow or red. */
  readonly behind: readonly MissingPosition<SummaryRow>[];
  /** By position: the activities without a report, or that wait for a revision since a reopening. */
  readonly missing: readonly MissingPosition<MissingActivity>[];
  /** The last day on which something missing can still be reported; null when nothing can. */
  readonly lastDay: LocalDate | null;
};

export type MissingActivity = { readonly activity: Activity; readonly reopened: boolean };

/**
 * The summary of a cut. An approved cut has the approved figures, another one the stored ones. Who is missing
 * is always live.
 * @param moment the present: it decides the state of the cut and who holds the positions.
 * @param version other figures than the shown ones: live, or of a presentation.
 * @throws {RangeError} when there is no such cut.
 */
export function cutSummary(
  db: Db,
  cutId: number,
  moment: Moment,
  entityName: string | null = null,
  version: Version = 'shown',
): CutSummary {
  const planned = plannedCut(db, cutId);
  if (!planned) throw new RangeError(`There is no cut ${cutId}`);
  return summaryOf(db, planned, moment, entityName, version, readForReview(db, planned.plan.id));
}

/** The same of a plan that is read already. */
export function summaryOf(
  db: Db,
  planned: PlannedCut,
  moment: Moment,
  entityName: string | null,
  version: Version,
  read: ReviewRead,
): CutSummary {
  const { standing, document, presentationId } = figuresReview(db, planned, moment, version, read);
  const activities = activitiesAt(read, planned);
  const stored = new Map(activities.map((each) => [each.number, each]));
  const figures = figuresOf(document);
  const { overall, expected, lights } = figures;
  const rows = rowsOf(db, planned, document, figures, stored);
  const reported = lastWords(read, planned.cut.id);
  const pending = pendingAmong(activities, reported, planned, moment);
  return {
    severalPlans: hasSeveralPlans(db),
    entity: entityName ?? properName(document.plan.entity),
    plan: { ...planned.plan, ...document.plan },
    cut: { ...planned.cut, date: document.cut.date },
    planVersion: document.planVersion?.number ?? 1,
    moment,
    state: cutState(planned.window, planned.acts, moment),
    standing,
    presentationId,
    overall,
    expected,
    lights,
    controlAlone: controlAlone(
      db,
      rows.flatMap(({ verdict }) => verdict ?? []),
    ),
    coverage: {
      onTime: rows.filter((row) => row.report?.coverage === 'onTime').length,
      late: rows.filter((row) => row.report?.coverage === 'late').length,
      imported: rows.filter((row) => row.report?.coverage === 'imported').length,
      missing: rows.filter((row) => row.report === null).length,
      planning: rows.filter((row) => row.report?.origin === 'planning').length,
      corrected: rows.filter((row) => row.report?.origin === 'correction').length,
    },
    previous: previousOf(document),
    causes: causesOf(rows),
    rows,
    leftOut: document.activities.flatMap((each) => leftOutOf(each, stored)),
    behind: byPosition(
      db,
      rows.filter((row) => isBehind(row.light)),
      moment,
      read.positions,
    ),
    missing: byPosition(db, missingOf(activities, reported, document, pending), moment, read.positions),
    lastDay: pending.length === 0 ? null : localDate(Math.max(...pending.map((each) => each.until)) - 1),
  };
}

/** The activities that count. */
export function rowsOf(
  db: Db,
  planned: PlannedCut,
  document: OwnPart,
  { perActivity }: Consolidation,
  stored: ReadonlyMap<string, Activity>,
): readonly SummaryRow[] {
  const reports = reportsOfCut(document);
  const verdicts = verdictsOn(db, planned, reports);
  return document.activities.flatMap((each, place): readonly SummaryRow[] => {
    const figures = perActivity.get(place);
    const activity = activityOf(each, stored);
    if (!figures || !activity) return [];
    return [
      {
        activity,
        ...figures,
        basis: basisOf(each),
        report: reports.get(each.number) ?? null,
        cause: isBehind(figures.light) ? each.cause : null,
        verdict: verdicts.get(each.number) ?? null,
      },
    ];
  });
}

function basisOf({ keeps, programming }: DocumentActivity): ExpectedBasis {
  if (keeps) return 'keeps';
  return programming === undefined ? 'dates' : 'programmed';
}

/** The stored activity of one in the document: an activity is never deleted and keeps its number. */
function activityOf(each: DocumentActivity, stored: ReadonlyMap<string, Activity>): Activity | undefined {
  const known = stored.get(each.number);
  if (!known) return undefined;
  if (shownColumns.every((column) => each[column] === known[column])) return known;
  const { name, target, responsible, weight, startsOn, endsOn } = each;
  return { ...known, name, target, responsible, weight, startsOn, endsOn };
}

const shownColumns = ['name', 'target', 'responsible', 'weight', 'startsOn', 'endsOn'] as const;

function leftOutOf(each: DocumentActivity, stored: ReadonlyMap<string, Activity>): readonly LeftOut[] {
  const activity = activityOf(each, stored);
  if (!activity || each.standing === 'counted') return [];
  return [{ activity, why: each.standing, reason: each.reason }];
}

function causesOf(rows: readonly SummaryRow[]): CutSummary['causes'] {
  const given = rows.flatMap(({ cause, activity }) => (cause === null ? [] : [{ cause, activity }]));
  return [...Map.groupBy(given, (each) => each.cause)]
    .map(([cause, own]) => ({ cause, numbers: own.map((each) => each.activity.number) }))
    .toSorted(
      (a, b) => b.numbers.length - a.numbers.length || causes.indexOf(a.cause) - causes.indexOf(b.cause),
    );
}

/** *Atrasada*. */
export function isBehind(light: TrafficLight): boolean {
  return light === 'yellow' || light === 'red';
}

/** The activities without a report (unless retired since), and those that wait for a revision. */
function missingOf(
  activities: readonly Activity[],
  reported: ReadonlyMap<number, unknown>,
  document: FiguresDocument,
  pending: readonly PendingActivity[],
): readonly MissingActivity[] {
  const reopened = new Set(pending.filter((each) => each.reopened).map((each) => each.activity.id));
  const counted = new Set(
    document.activities.flatMap((each) => (each.standing === 'counted' ? each.number : [])),
  );
  return activities
    .filter(({ id, number, retiredAt }) => {
      if (!counted.has(number)) return false;
      return (!reported.has(id) && retiredAt === null) || reopened.has(id);
    })
    .map((activity) => ({ activity, reopened: reopened.has(activity.id) }));
}

function previousOf(document: FiguresDocument): CutSummary['previous'] {
  const { previous } = document;
  if (!previous) return null;
  const reports = [...reportsOfCut(document, previous.number)];
  return {
    cut: { number: previous.number, date: previous.date },
    overall: previous.overall / 10,
    progress: new Map(reports.map(([number, report]) => [number, report.progress])),
  };
}
