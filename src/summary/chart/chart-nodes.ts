import type { Node } from '@takumi-rs/core';
import { chartWords } from '../../texts/summary/chart.ts';
import { BAR_HEIGHT, bar, COURSE_HEIGHT, course, shape } from './drawings.ts';
import type { Bar, ChartModel } from './model.ts';
import { bold, column, picture, row, words } from './nodes.ts';
import { divider, paper, softInk } from './palette.ts';

/** px; the height of the picture follows its content. */
export const CHART_WIDTH = 1080;
const MARGIN = 40;
const INNER = CHART_WIDTH - 2 * MARGIN;
const MOST_COURSE_WIDTH = 280;
/** With more bars the names of those behind take the second line of the activity's name. */
const FEW_BARS = 10;
const WORD_WIDTH = 250;
const PROGRESS_WIDTH = 150;
const BAR_WIDTH = INNER - WORD_WIDTH - PROGRESS_WIDTH;

/** The picture as a tree of boxes and texts. */
export function chartNodes(chart: ChartModel): Node {
  return column(
    [
      ...head(chart),
      ...(chart.bars.length > 0
        ? [legend(chart), ...chart.bars.map((each) => barRow(each, chart.bars.length > FEW_BARS))]
        : []),
      ...(chart.leftOut === '' ? [] : [ruled(words(chart.leftOut, 28, { color: softInk }))]),
    ],
    { width: CHART_WIDTH, padding: MARGIN, backgroundColor: paper, fontFamily: 'Noto Sans' },
  );
}

function head(chart: ChartModel): readonly Node[] {
  const said = (text: string, style = {}) => (text === '' ? [] : [words(text, 30, style)]);
  return [
    words(chart.entity, 34, bold),
    words(chart.cut, 40, bold),
    words(chart.plan, 28, { color: softInk }),
    words(chart.standing, 28, bold),
    ...(chart.part === '' ? [] : [words(chart.part, 28, { color: softInk })]),
    ...(chart.overall === null
      ? [words(chartWords.noActivities, 34, { marginTop: 20 })]
      : [
          row(
            [
              words(`${chartWords.overall} ${chart.overall.progress}`, 64, { ...bold, marginRight: 24 }),
              words(chart.overall.expected, 36, { color: softInk }),
            ],
            { alignItems: 'baseline', flexWrap: 'wrap', marginTop: 14 },
          ),
        ]),
    ...said(chart.change),
    ...(chart.course === null ? [] : [courseRow(chart.course)]),
    ...said(chart.coverage),
    row(
      chart.lights.map(({ light, text }) =>
        row([picture(shape(light, 34), 34, 34), words(text, 30, { marginLeft: 10 })], { marginRight: 36 }),
      ),
      { flexWrap: 'wrap', marginTop: 10 },
    ),
  ];
}

function courseRow({ percents, text }: NonNullable<ChartModel['course']>): Node {
  const width = Math.min(MOST_COURSE_WIDTH, 70 * percents.length);
  return row([
    picture(course(percents, width), width, COURSE_HEIGHT),
    // A line ends between two cuts, never between a date and its figure.
    words(text.replace(/(?<!·) (?!·)/g, '\u00a0'), 28, { color: softInk, marginLeft: 14, flexShrink: 1 }),
  ]);
}

/** Explains the two marks. */
function legend(chart: ChartModel): Node {
  const none = { light: 'grey', percent: 0, expected: null, previous: null } as const;
  const entry = (drawn: Partial<typeof none> | { expected: number } | { previous: number }, text: string) =>
    row([picture(bar({ ...none, ...drawn }, 70), 70, BAR_HEIGHT), words(text, 28, { marginLeft: 10 })], {
      marginRight: 36,
    });
  return ruled(
    row(
      [
        entry({ expected: 50 }, chartWords.legendExpected),
        ...(chart.hasPrevious ? [entry({ previous: 50 }, chartWords.legendPrevious)] : []),
      ],
      { flexWrap: 'wrap' },
    ),
  );
}

function barRow(of: Bar, isTight: boolean): Node {
  return ruled(
    row(
      [
        words(of.number, 30, { ...bold, marginRight: 12, flexShrink: 0 }),
        words(of.name, 30, {
          lineClamp: isTight && of.who !== '' ? 1 : 2,
          textOverflow: 'ellipsis',
          flexGrow: 1,
          flexShrink: 1,
          flexBasis: 0,
        }),
      ],
      { alignItems: 'flex-start' },
    ),
    ...(of.who === '' ? [] : [words(of.who, 28, { color: softInk, lineClamp: 1, textOverflow: 'ellipsis' })]),
    row(
      [
        row([picture(shape(of.light, 36), 36, 36), words(of.word, 30, { marginLeft: 12 })], {
          width: WORD_WIDTH,
        }),
        picture(bar(of, BAR_WIDTH), BAR_WIDTH, BAR_HEIGHT),
        words(of.progress, 34, { ...bold, width: PROGRESS_WIDTH, textAlign: 'right' }),
      ],
      { marginTop: 4 },
    ),
  );
}

function ruled(...children: readonly Node[]): Node {
  return column(children, {
    marginTop: 14,
    paddingTop: 12,
    borderTopWidth: 2,
    borderTopStyle: 'solid',
    borderTopColor: divider,
  });
}
