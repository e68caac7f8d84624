import type { TrafficLight } from '../../domain/progress.ts';
import { standingWords } from '../../texts/review/review-state.ts';
import { chartTexts, coverageText, leftOutText } from '../../texts/summary/chart.ts';
import { changeLine } from '../../texts/summary/summary.ts';
import { shownMeasure, unitsOf } from '../../texts/words/units.ts';
import type { CutSummary, SummaryRow } from '../cut-summary.ts';
import { figuresShown, inOrder, whoAnswers } from '../message.ts';
import type { CutFigure } from '../review/earlier-cuts.ts';
import type { Bar, ChartModel } from './model.ts';

/** With more bars, a phone shows each too small, and Telegram shrinks the picture (longest side 2,560 px). */
export const MOST_BARS = 20;

const LIGHTS: readonly TrafficLight[] = ['green', 'yellow', 'red', 'grey'];

/** Tenths of a percent at the previous cut, by the activity's number. */
type PreviousProgress = ReadonlyMap<string, number>;

/** More pictures than these are not drawn: the PDF has everything. */
const MOST_PICTURES = 10;

/** How many pictures show the activities of a summary, the first one included. */
export function picturesOf({ rows }: Pick<CutSummary, 'rows'>): number {
  return Math.min(MOST_PICTURES, Math.max(1, Math.ceil(rows.length / MOST_BARS)));
}

/**
 * The summary as one picture, in the order of the message. Of more than 20 activities it shows 20: those that are
 * behind, then those without a report; the others are on further pictures (specification: Summary).
 * @param earlier the figures of the earlier cuts, in order.
 * @param page which picture, from 1
 */
export function chartOf(summary: CutSummary, earlier: readonly CutFigure[] = [], page = 1): ChartModel {
  const previous: PreviousProgress = summary.previous?.progress ?? new Map();
  const isWhole = summary.rows.length <= MOST_BARS;
  const rows = isWhole
    ? inOrder(summary.rows)
    : whatMatters(summary.rows).slice((page - 1) * MOST_BARS, page * MOST_BARS);
  const bars = rows.map((row) => barOf(row, previous, whoOf(summary, row)));
  return {
    ...headOf(summary),
    course: courseOf(summary, earlier),
    part: partOf(summary, bars.length, page),
    bars,
    hasPrevious: bars.some((bar) => bar.previous !== null),
    leftOut: leftOutOf(summary),
  };
}

const MATTERS: Readonly<Record<TrafficLight, number>> = { red: 0, yellow: 1, grey: 2, green: 3 };

function whatMatters(rows: readonly SummaryRow[]): readonly SummaryRow[] {
  return rows.toSorted((a, b) => MATTERS[a.light] - MATTERS[b.light]);
}

function partOf(summary: CutSummary, bars: number, page: number): string {
  if (summary.rows.length <= MOST_BARS) return '';
  return page === 1
    ? chartTexts.part(bars, summary.rows.length)
    : chartTexts.furtherPart(page, picturesOf(summary));
}

function headOf(
  summary: CutSummary,
): Omit<ChartModel, 'part' | 'bars' | 'course' | 'hasPrevious' | 'leftOut'> {
  const { overall, expected, coverage, previous, rows } = summary;
  const reported = rows.length - coverage.missing;
  return {
    entity: chartTexts.entity(summary.entity),
    plan: chartTexts.plan(summary.plan, summary.moment, summary.planVersion),
    cut: chartTexts.cut(summary.cut),
    standing: standingWords(summary.standing, figuresShown(summary)),
    overall:
      overall === null || expected === null
        ? null
        : { progress: chartTexts.overall(overall), expected: chartTexts.expected(expected) },
    change:
      overall === null || previous === null || reported === 0
        ? ''
        : changeLine(overall, { date: previous.cut.date, overall: previous.overall }),
    coverage: rows.length === 0 ? '' : coverageText(coverage, summary.lastDay),
    lights: LIGHTS.filter((light) => summary.lights[light] > 0).map((light) => ({
      light,
      text: chartTexts.lightCount(light, summary.lights[light]),
    })),
  };
}

/** The previous figure is the one that this cut is compared with, also when that cut was approved again since. */
function courseOf(summary: CutSummary, earlier: readonly CutFigure[]): ChartModel['course'] {
  const { overall, previous, rows, coverage, cut } = summary;
  if (overall === null || previous === null || coverage.missing === rows.length) return null;
  const cuts = [
    ...earlier
      .filter((each) => each.date < previous.cut.date)
      .map(({ date, overall: tenths }) => ({ date, overall: tenths / 10 })),
    { date: previous.cut.date, overall: previous.overall },
    { date: cut.date, overall },
  ];
  return { percents: cuts.map((each) => each.overall), text: chartTexts.course(cuts) };
}

function whoOf({ behind }: CutSummary, row: SummaryRow): string {
  const own = behind.filter(({ items }) => items.includes(row));
  return chartTexts.who([...new Set(own.map(whoAnswers))]);
}

function barOf(
  { activity, light, report, expected, basis }: SummaryRow,
  previous: PreviousProgress,
  who: string,
): Bar {
  // The cuts of one to keep are not compared.
  const before = basis === 'keeps' ? undefined : previous.get(activity.number);
  return {
    number: chartTexts.number(activity.number),
    name: chartTexts.name(activity.name),
    who: chartTexts.whoAndUnits(who, report ? unitsOf({ ...report, measure: shownMeasure(activity) }) : null),
    light,
    word: chartTexts.light(light),
    progress: chartTexts.progress(report?.progress ?? null),
    percent: report === null ? null : report.progress / 10,
    expected,
    previous: before === undefined ? null : before / 10,
  };
}

function leftOutOf({ leftOut }: CutSummary): string {
  return leftOutText(leftOut.map(({ activity, why }) => ({ number: activity.number, why })));
}
