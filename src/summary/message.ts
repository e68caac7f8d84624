import { isEnrolled } from '../db/people.ts';
import type { Activity } from '../db/plans.ts';
import { LISTED, RED_FIRST_ABOVE, WHOLE_SUMMARY_UP_TO } from '../domain/constants.ts';
import type { Html } from '../domain/events.ts';
import { folded, nothing } from '../texts/html.ts';
import { standingLine } from '../texts/review/review-state.ts';
import { verificationLine } from '../texts/review/verification.ts';
import * as texts from '../texts/summary/summary.ts';
import { shownMeasure } from '../texts/words/units.ts';
import { type CutSummary, type ExpectedBasis, isBehind, type SummaryRow } from './cut-summary.ts';
import type { MissingPosition } from './missing.ts';
import { splitAtLines } from './split-at-lines.ts';

/**
 * The summary as messages in order, each under Telegram's limit: the figure first, then who is behind, what is missing
 * and what is asked, then the subject and the activities. A long plan fits one message (specification: Summary).
 * @param of.every all activities of a long plan too
 * @param of.asked what is asked of the reader, in place of the state
 */
export function summaryTexts(
  summary: CutSummary,
  of: { readonly every?: boolean; readonly asked?: readonly Html[] } = {},
): readonly Html[] {
  const isLong = !of.every && summary.rows.length > WHOLE_SUMMARY_UP_TO;
  const review = standingLine(summary.standing, figuresShown(summary));
  const asked = of.asked ?? (summary.standing.kind === 'presented' ? [review] : []);
  return splitAtLines([
    ...(summary.severalPlans ? [texts.planLine(summary.plan)] : []),
    ...figureLines(summary),
    ...asked,
    nothing,
    ...texts.subject({ ...summary, isNamed: summary.severalPlans }),
    ...(asked.length > 0 ? [] : [review]),
    ...coverageLines(summary),
    nothing,
    ...(isLong ? behindRows(summary) : [...listed(summary, of.every), nothing, ...leftOutLines(summary)]),
    nothing,
    ...(isLong ? [] : missingLines(summary)),
  ]);
}

function leftOutLines({ leftOut }: CutSummary): readonly Html[] {
  return texts.leftOutLines(leftOut.map(({ activity, why }) => ({ number: activity.number, why })));
}

/** More lines than this would not fit into one message. */
const MOST_BEHIND = 10;

/** Of a long plan: what is behind, red ones first, and a line for the rest. */
function behindRows({ rows, leftOut }: CutSummary): readonly Html[] {
  const behind = inOrder(rows.filter((row) => isBehind(row.light)));
  const more = behind.slice(MOST_BEHIND).map((row) => row.activity.number);
  const rest = texts.theRest({
    green: rows.filter((row) => row.light === 'green').length,
    leftOut: leftOut.map(({ activity, why }) => ({ number: activity.number, why })),
  });
  return [
    ...behind.slice(0, MOST_BEHIND).map(rowLine),
    ...(more.length === 0 ? [] : [texts.moreBehind(more)]),
    ...(rest === null ? [] : [nothing, rest]),
  ];
}

/** Lists who is missing, by position and name; empty when nobody is. */
export function missingLines(summary: CutSummary): readonly Html[] {
  if (summary.missing.length === 0) return [];
  return [
    texts.missingHeading(summary.state, summary.lastDay),
    ...texts.firstPositions(summary.missing.map(missingLine)),
  ];
}

/** A list that a phone folds below the figures; one that was asked for (*Ver todas*) stands open. */
function listed(summary: CutSummary, every = false): readonly Html[] {
  const lines = activityLines(summary);
  return every || lines.length <= FOLDED_ABOVE ? lines : lines.map(folded);
}

/** A phone shows so many lines of a folded list anyway. */
const FOLDED_ABOVE = 3;

/** Every activity; of a very long plan the first ones, the red ones before. */
function activityLines({ rows }: CutSummary): readonly Html[] {
  const { most, first } = LISTED.activities;
  const ordered = inOrder(rows);
  if (rows.length <= most) return ordered.map(rowLine);
  return [...ordered.slice(0, first).map(rowLine), texts.otherActivities(rows.length - first)];
}

/** By number; with more than ten, the red ones first. */
export function inOrder(rows: readonly SummaryRow[]): readonly SummaryRow[] {
  if (rows.length <= RED_FIRST_ABOVE) return rows;
  const red = (row: SummaryRow) => row.light === 'red';
  return [...rows.filter(red), ...rows.filter((row) => !red(row))];
}

/** What a mayor reads first: the figure, who is behind, what is missing, and the change since the earlier cut. */
export function figureLines(summary: CutSummary): readonly Html[] {
  const { coverage, overall, expected, previous, rows } = summary;
  const total = rows.length;
  const reported = total - coverage.missing;
  const behind = rows.filter((row) => isBehind(row.light)).length;
  const first = texts.headline({ overall, expected, behind, reported, total });
  if (total === 0 || overall === null) return [first];
  const missing = rows.filter((row) => row.report === null).map((row) => row.activity.number);
  const withoutNow = missing.filter((number) => (previous?.progress.get(number) ?? 0) > 0).length;
  return [
    first,
    ...texts.basisLines(countOfBasis(rows)),
    ...texts.behindLine(whoIsBehind(summary)),
    ...(reported === 0
      ? [texts.nothingReported(total, summary.lastDay)]
      : texts.missingCount(missing.length, total > WHOLE_SUMMARY_UP_TO ? missing : [])),
    ...(previous && reported > 0
      ? [texts.changeLine(overall, { date: previous.cut.date, overall: previous.overall }, withoutNow)]
      : []),
  ];
}

/** Each person, or the position that nobody holds, with the numbers of what is behind. */
function whoIsBehind({ behind, rows }: CutSummary) {
  const named = behind.map(({ position, holders, items }) => {
    return { who: whoAnswers({ position, holders }), items };
  });
  const places = new Map(rows.map((row, place) => [row, place]));
  const placeOf = (row: SummaryRow) => places.get(row) ?? 0;
  return [...Map.groupBy(named, (each) => each.who)].map(([who, own]) => {
    const theirs = [...new Set(own.flatMap((each) => each.items))].toSorted(
      (a, b) => placeOf(a) - placeOf(b),
    );
    return { who, numbers: theirs.map((row) => row.activity.number) };
  });
}

/** The persons who report it, or the position that nobody holds. */
export function whoAnswers(of: Pick<CutSummary['behind'][number], 'position' | 'holders'>): string {
  const enrolled = of.holders.filter(isEnrolled).map((holder) => holder.name);
  return enrolled.length > 0 ? enrolled.join(' / ') : of.position.name;
}

/** How it was reported, what Control Interno says, and what holds things back. */
function coverageLines(summary: CutSummary): readonly Html[] {
  const { coverage, rows } = summary;
  if (rows.length === coverage.missing) return [];
  return [
    texts.coverageLine(coverage, summary.lights),
    verificationLine({ ...verdictCounts(summary), alone: summary.controlAlone }),
    ...(summary.causes.length === 0 ? [] : [texts.causesLine(summary.causes)]),
  ].filter((line) => line !== nothing);
}

function countOfBasis(rows: readonly SummaryRow[]): Readonly<Record<ExpectedBasis, number>> {
  const of = (basis: ExpectedBasis) => rows.filter((row) => row.basis === basis).length;
  return { programmed: of('programmed'), keeps: of('keeps'), dates: of('dates') };
}

/** Which figures a summary shows. */
export function figuresShown({ standing, presentationId }: CutSummary): 'now' | 'presented' | 'approved' {
  if (standing.kind === 'approved' && presentationId === standing.by.id) return 'approved';
  return presentationId === null ? 'now' : 'presented';
}

/** How many reports have a verdict of Control Interno. */
export function verdictCounts({ rows }: Pick<CutSummary, 'rows'>) {
  const current = rows.flatMap(({ verdict }) => (verdict?.current ? [verdict.verdict] : []));
  return {
    endorsed: current.filter((each) => each === 'endorsed').length,
    observed: current.filter((each) => each === 'observed').length,
    ineffective: current.filter((each) => each === 'ineffective').length,
    unverified: rows.filter(({ report, verdict }) => report !== null && !verdict?.current).length,
    outdated: rows.filter(({ verdict }) => verdict?.current === false).length,
  };
}

function rowLine({ activity, report, light, cause, verdict }: SummaryRow): Html {
  return texts.activityLine({
    number: activity.number,
    name: activity.name,
    light,
    figure: report && { progress: report.progress, amount: report.amount, measure: shownMeasure(activity) },
    observation: report?.observation ?? '',
    late: report?.coverage === 'late',
    byPlanning: report?.origin === 'planning' || report?.origin === 'correction' ? report.origin : null,
    cause,
    verdict,
  });
}

/** A position's missing activities and its holder, in one line. */
export function missingLine(
  of: MissingPosition<{ readonly activity: Pick<Activity, 'number'>; readonly reopened: boolean }>,
): Html {
  const numbersOf = (reopened: boolean) =>
    of.items.filter((item) => item.reopened === reopened).map((item) => item.activity.number);
  return texts.missingLine({
    position: of.position.name,
    holders: of.holders.map((holder) => ({ name: holder.name, enrolled: isEnrolled(holder) })),
    numbers: numbersOf(false),
    reopened: numbersOf(true),
  });
}
