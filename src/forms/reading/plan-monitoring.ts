import { warned } from '../../texts/importing/form-problems.ts';
import { questions } from '../../texts/importing/questions.ts';
import { percent } from '../../texts/words/amounts.ts';
import { addWarning } from '../findings.ts';
import type { FormFigure, FormMonitoring } from '../form.ts';
import { cellAt } from '../grid.ts';
import { readText } from '../read-cell.ts';
import { readPercentageCell, tenthsOfFraction } from '../read-percentage.ts';
import { decideAccumulation, sum } from './accumulation.ts';
import { type Asking, decide } from './asking.ts';
import type { CutColumns, MonitoringColumns, MonitoringOptions } from './monitoring-columns.ts';
import type { ReadActivity } from './plan-activities.ts';
import { mayBeFractions, type ProgressCell, progressCell, progressTenths } from './progress.ts';
import { plainQuestion } from './questions.ts';

export type Monitoring = {
  readonly of: ReadonlyMap<ReadActivity, readonly FormMonitoring[]>;
  readonly planned: ReadonlyMap<ReadActivity, readonly FormFigure[]>;
  readonly executed: ReadonlyMap<ReadActivity, readonly FormFigure[]>;
  readonly perPeriod: boolean;
};

/** Reads what the blocks report, plan and count. Rows with both cells of a block blank have no report at it. */
export function readMonitoring(
  activities: readonly ReadActivity[],
  columns: MonitoringColumns,
  options: MonitoringOptions,
  asking: Asking,
): Monitoring {
  const cells = new Map(
    columns.progress
      .flatMap(({ columns: all }) => all)
      .map((column) => [column, cellsOf(activities, column)]),
  );
  const fractionColumns = fractionsAmong(cells, options.fractions, asking);
  const perPeriod = decideAccumulation(activities, columns, cells, options, asking);
  const tenths = new Map(
    [...cells].map(([column, all]): [number, (number | null)[]] => [
      column,
      all.map((cell) => progressTenths(cell, fractionColumns.has(column))),
    ]),
  );
  const monitoring = new Map<ReadActivity, FormMonitoring[]>();
  activities.forEach((activity, index) => {
    monitoring.set(activity, reportsOf(activity, index, columns, cells, tenths, perPeriod));
  });
  const asFractions = fractionColumns.size > 0;
  return {
    of: monitoring,
    planned: figuresFor(activities, columns.planned, perPeriod, asFractions),
    executed: figuresFor(activities, columns.executed, false, false),
    perPeriod,
  };
}

function cellsOf(activities: readonly ReadActivity[], column: number): ProgressCell[] {
  return activities.map(({ reading, line }) => progressCell(reading, { row: line.row, column }));
}

/** The columns whose bare numbers are fractions: asked once for all that may be. */
function fractionsAmong(
  cells: ReadonlyMap<number, readonly ProgressCell[]>,
  said: boolean | undefined,
  asking: Asking,
): ReadonlySet<number> {
  const doubtful = [...cells].flatMap(([column, all]) => {
    const value = mayBeFractions(all);
    return value === undefined ? [] : [{ column, value, all }];
  });
  const [first] = doubtful;
  asking.allowed.set('percent', (option) => option === 'asWritten' || option === 'fractions');
  if (first === undefined) return new Set();
  const shown = String(first.value).replace('.', ',');
  const [asWritten, asFraction] = [`${shown} %`, percent(tenthsOfFraction(first.value).tenths)];
  const withDecimals = doubtful.some(({ all }) =>
    all.some(({ cell }) => cell.kind === 'bare' && !Number.isInteger(cell.value)),
  );
  const certain = said === undefined ? undefined : said ? 'fractions' : 'asWritten';
  const option = decide(
    asking,
    plainQuestion(
      'percent',
      questions.percent(shown, asWritten, asFraction),
      [
        { id: 'fractions', label: questions.fractions(`${shown} es ${asFraction}`) },
        { id: 'asWritten', label: questions.asWritten(`${shown} es ${asWritten}`) },
      ],
      'fractions',
      { examples: withDecimals ? [shown] : [] },
    ),
    certain,
  );
  return option === 'fractions' ? new Set(doubtful.map(({ column }) => column)) : new Set();
}

function reportsOf(
  activity: ReadActivity,
  index: number,
  columns: MonitoringColumns,
  cells: ReadonlyMap<number, readonly ProgressCell[]>,
  tenths: ReadonlyMap<number, readonly (number | null)[]>,
  perPeriod: boolean,
): FormMonitoring[] {
  const { reading, line } = activity;
  const numbers = [...new Set([...columns.progress, ...columns.observation].map(({ cut }) => cut))].sort(
    (a, b) => a - b,
  );
  let before = 0;
  return numbers.flatMap((cut): FormMonitoring[] => {
    const progress = columns.progress.find((each) => each.cut === cut)?.columns ?? [];
    const texts = columns.observation.find((each) => each.cut === cut)?.columns ?? [];
    const values = progress.map((column) => tenths.get(column)?.[index] ?? null);
    const told = values.filter((value): value is number => value !== null);
    const own = told.length === 0 ? null : perPeriod ? sum(told) : (told.at(-1) ?? null);
    if (perPeriod && own !== null) before = Math.min(1_000, before + own);
    const report = own === null ? null : perPeriod ? before : own;
    const observation = texts
      .map((column) => readText(reading, { row: line.row, column }))
      .filter((text) => text !== '')
      .join('\n');
    const blank = progress.every((column) => cells.get(column)?.[index]?.cell.kind === 'blank');
    if (blank && observation === '') return [];
    if (blank && progress.length > 0)
      addWarning(
        reading.findings,
        'observation-only',
        { row: line.row, column: texts[0] ?? 0 },
        warned.observationOnly,
      );
    const [text] = texts;
    if (report !== null && observation === '' && text !== undefined)
      addWarning(reading.findings, 'percentage-only', { row: line.row, column: text }, warned.percentageOnly);
    if (report === null && observation === '') return [];
    return [{ cut, progressTenths: report, observation }];
  });
}

/** What is planned or counted at each cut: a percentage where the cell says so, else an amount. */
function figuresFor(
  activities: readonly ReadActivity[],
  columns: readonly CutColumns[],
  perPeriod: boolean,
  asFractions: boolean,
): Map<ReadActivity, FormFigure[]> {
  const figures = new Map<ReadActivity, FormFigure[]>();
  for (const activity of activities) {
    const { reading, line } = activity;
    let before = 0;
    const own = [...columns]
      .sort((a, b) => a.cut - b.cut)
      .flatMap(({ cut, columns: all }): FormFigure[] => {
        const read = all.map((column) => readPercentageCell(cellAt(reading.grid, line.row, column)));
        const percents = read.flatMap((cell) =>
          cell.kind === 'percent' || cell.kind === 'among-words'
            ? [cell.tenths]
            : asFractions && cell.kind === 'bare' && cell.value <= 1
              ? [tenthsOfFraction(cell.value).tenths]
              : [],
        );
        const amounts = read.flatMap((cell) => (cell.kind === 'bare' ? [cell.value] : []));
        if (percents.length > 0) {
          const value = perPeriod ? sum(percents) : (percents.at(-1) ?? 0);
          if (perPeriod) before += value;
          return [{ cut, tenths: perPeriod ? before : value }];
        }
        const amount = perPeriod ? sum(amounts) : amounts.at(-1);
        return amounts.length === 0 || amount === undefined ? [] : [{ cut, amount }];
      });
    if (own.length > 0) figures.set(activity, own);
  }
  return figures;
}
