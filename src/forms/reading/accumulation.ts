import { questions } from '../../texts/importing/questions.ts';
import { cellAt } from '../grid.ts';
import { readPercentageCell } from '../read-percentage.ts';
import { type Asking, decide } from './asking.ts';
import { exceedsWhole, type Figures, firstDecrease, repeatsAShare, sharesAddUp } from './figures.ts';
import type { MonitoringColumns, MonitoringOptions } from './monitoring-columns.ts';
import type { ReadActivity } from './plan-activities.ts';
import type { ProgressCell } from './progress.ts';
import { plainQuestion } from './questions.ts';

/** Whether each percentage is the share of its own period. It is asked when figures or headings make it doubtful. */
export function decideAccumulation(
  activities: readonly ReadActivity[],
  columns: MonitoringColumns,
  cells: ReadonlyMap<number, readonly ProgressCell[]>,
  options: MonitoringOptions,
  asking: Asking,
): boolean {
  asking.allowed.set('accumulation', (option) => option === 'cumulative' || option === 'perPeriod');
  const ordered = [...columns.progress].sort((a, b) => a.cut - b.cut).flatMap(({ columns: all }) => all);
  const figures: Figures = activities.map((_, row) =>
    ordered.map((column) => numberIn(cells.get(column)?.[row])),
  );
  const planned: Figures = activities.map(({ reading, line }) =>
    columns.planned
      .flatMap(({ columns: all }) => all)
      .map((column) => percentIn(readPercentageCell(cellAt(reading.grid, line.row, column)))),
  );
  const doubtful = doubtfulRow(figures, planned, columns, options);
  if (doubtful < 0) {
    const said = asking.answers.accumulation;
    return said === 'perPeriod';
  }
  const example = (figures[doubtful] ?? []).some((value) => value !== null)
    ? figures[doubtful]
    : planned[doubtful];
  const shown = (example ?? []).flatMap((value) => (value === null ? [] : [String(value).replace('.', ',')]));
  const row = activities[doubtful]?.line.row ?? 0;
  const option = decide(
    asking,
    plainQuestion(
      'accumulation',
      questions.accumulation(`fila ${row + 1}: ${shown.join(', ')}`, example === figures[doubtful]),
      [
        { id: 'perPeriod', label: questions.perPeriod },
        { id: 'cumulative', label: questions.cumulative },
      ],
      sharesAddUp(figures) ||
        sharesAddUp(planned) ||
        repeatsAShare(planned, columns.planned.length) ||
        options.ofPeriod ||
        repeatsAShare(figures, columns.progress.length)
        ? 'perPeriod'
        : 'cumulative',
      { examples: shown.slice(0, 3) },
    ),
  );
  return option === 'perPeriod';
}

/** The row that makes it doubtful whether figures are of their period; -1 when there is no doubt. */
function doubtfulRow(
  figures: Figures,
  planned: Figures,
  columns: MonitoringColumns,
  { cumulative, ofPeriod }: MonitoringOptions,
): number {
  if (cumulative) return contradicted(figures);
  const several = (row: readonly (number | null)[]) =>
    row.filter((value) => value !== null && value !== 0).length >= 2;
  const firstOf = (all: Figures) => Math.max(0, all.findIndex(several));
  if (ofPeriod && figures.some(several)) return firstOf(figures);
  if (sharesAddUp(figures)) return firstOf(figures);
  const ofPlan = figures.some(several) ? figures : planned;
  if (sharesAddUp(planned) || repeatsAShare(planned, columns.planned.length)) return firstOf(ofPlan);
  const whole = figures.flat().every((value) => value === null || value <= 1) ? 1 : 100;
  if (exceedsWhole(figures, whole)) return -1;
  if (repeatsAShare(figures, Math.max(columns.progress.length, 2))) return firstOf(figures);
  return firstDecrease(figures);
}

/** A row that shows that the figures are not cumulative: in three or more rows they add up to exactly 100. -1 for none. */
function contradicted(figures: Figures): number {
  const rows = figures.map((row) => row.filter((value) => value !== null && value !== 0));
  const told = rows.filter((row) => row.length >= 2);
  const whole = told.filter((row) => sum(row.map(Number)) === 100);
  return told.length >= 3 && whole.length === told.length ? rows.indexOf(whole[0] ?? []) : -1;
}

function numberIn(cell: ProgressCell | undefined): number | null {
  if (cell === undefined) return null;
  return percentIn(cell.cell) ?? (cell.cell.kind === 'bare' ? cell.cell.value : null);
}

function percentIn(cell: ReturnType<typeof readPercentageCell>): number | null {
  return cell.kind === 'percent' || cell.kind === 'among-words' ? cell.tenths / 10 : null;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
