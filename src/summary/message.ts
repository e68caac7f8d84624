import { isEnrolled } from '../db/people.ts';
import { LISTED, RED_FIRST_ABOVE } from '../domain/constants.ts';
import type { Html } from '../domain/events.ts';
import { nothing } from '../texts/html.ts';
import { standingLine } from '../texts/review/review-state.ts';
import { verificationLine } from '../texts/review/verification.ts';
import * as texts from '../texts/summary/summary.ts';
import type { CutSummary, ExpectedBasis, MissingActivity, SummaryRow } from './cut-summary.ts';
import type { MissingPosition } from './missing.ts';
import { splitAtLines } from './split-at-lines.ts';

/** The summary as messages in order, each under Telegram's limit. */
export function summaryTexts(summary: CutSummary): readonly Html[] {
  return splitAtLines([
    ...texts.heading(summary),
    standingLine(summary.standing, figuresShown(summary)),
    nothing,
    ...figureLines(summary),
    ...(summary.causes.length === 0 ? [] : [texts.causesLine(summary.causes)]),
    nothing,
    ...activityLines(summary),
    nothing,
    ...texts.leftOutLines(summary.leftOut.map(({ activity, why }) => ({ number: activity.number, why }))),
    nothing,
    ...missingLines(summary),
  ]);
}

/** Lists who is missing, by position and name; empty when nobody is. */
export function missingLines(summary: CutSummary): readonly Html[] {
  if (summary.missing.length === 0) return [];
  return [
    texts.missingHeading(summary.state, summary.lastDay),
    ...texts.firstPositions(summary.missing.map(missingLine)),
  ];
}

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

/** The figures of a cut, without its activities. */
export function figureLines(summary: CutSummary): readonly Html[] {
  const { coverage, overall, previous } = summary;
  const overallLine = texts.overallLine(overall, summary.expected);
  if (summary.rows.length === 0 || overall === null) return [overallLine];
  const reported = summary.rows.length - coverage.missing;
  return [
    overallLine,
    ...texts.basisLines(countOfBasis(summary.rows)),
    ...(previous && reported > 0
      ? [texts.changeLine(overall, { date: previous.cut.date, overall: previous.overall })]
      : []),
    reported === 0
      ? texts.nothingReported(coverage.missing, summary.lastDay)
      : texts.coverageLine(coverage, summary.lights),
    verificationLine({ ...verdictCounts(summary), alone: summary.controlAlone }),
  ];
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
    progress: report?.progress ?? null,
    observation: report?.observation ?? '',
    late: report?.coverage === 'late',
    byPlanning: report?.origin === 'planning' || report?.origin === 'correction' ? report.origin : null,
    cause,
    verdict,
  });
}

/** A position's missing activities and its holder, in one line. */
export function missingLine(of: MissingPosition<MissingActivity>): Html {
  const numbersOf = (reopened: boolean) =>
    of.items.filter((item) => item.reopened === reopened).map((item) => item.activity.number);
  return texts.missingLine({
    position: of.position.name,
    holders: of.holders.map((holder) => ({ name: holder.name, enrolled: isEnrolled(holder) })),
    numbers: numbersOf(false),
    reopened: numbersOf(true),
  });
}
