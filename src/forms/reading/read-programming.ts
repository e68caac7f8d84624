import type { FormActivity, FormFigure, FormProgramming } from '../form.ts';
import { cellAt, textAt } from '../grid.ts';
import { BASIS_WORDS, type ProgrammingPlace, readMeasure } from '../programming-columns.ts';
import { readPercentageCell } from '../read-percentage.ts';
import type { ReadActivity } from './plan-activities.ts';
import type { PlanTable } from './plan-table.ts';
import { programmingIn } from './written-places.ts';

/**
 * Adds what an export of ours says in its columns of programming. Percentages of the form that it says there are
 * cumulative, whatever the form's own columns look like.
 */
export function programmingReader(): <Activity extends Omit<FormActivity, 'positions'>>(
  activity: Activity,
  from: ReadActivity,
) => Activity {
  const known = new Map<PlanTable, readonly ProgrammingPlace[]>();
  return (activity, from) => {
    const { table } = from.line;
    const places = known.get(table) ?? programmingIn(table);
    known.set(table, places);
    const programming = places.length === 0 ? undefined : programmingAt(places, from);
    if (programming === undefined) return activity;
    const monitoring = activity.monitoring.map((each) => ({ ...each, ...amountAt(places, from, each.cut) }));
    const { basis, figures } = programming;
    const ofForm =
      basis === 'form' && activity.planned !== undefined && figures.every((each) => 'tenths' in each);
    return { ...activity, monitoring, programming, ...(ofForm ? { planned: figures } : {}) };
  };
}

function programmingAt(
  places: readonly ProgrammingPlace[],
  { reading: { grid }, line: { row } }: ReadActivity,
): FormProgramming | undefined {
  const said = (kind: 'basis' | 'measure') => {
    const place = places.find((each) => each.kind === kind);
    return place === undefined ? '' : textAt(grid, row, place.column).trim();
  };
  const basis = basisOf(said('basis'));
  const measure = readMeasure(said('measure'));
  const figures = places.flatMap((place): FormFigure[] => {
    if (place.kind !== 'cut') return [];
    const read = readPercentageCell(cellAt(grid, row, place.column));
    if (read.kind === 'percent') return [{ cut: place.cut, tenths: read.tenths }];
    return read.kind === 'bare' ? [{ cut: place.cut, amount: read.value }] : [];
  });
  if (basis === 'nothing' && measure.measure === null) return undefined;
  return { basis, ...measure, figures: basis === 'programmed' || basis === 'form' ? figures : [] };
}

/** The amount that was reported at a cut, beside its percentage. */
function amountAt(
  places: readonly ProgrammingPlace[],
  { reading: { grid }, line: { row } }: ReadActivity,
  cut: number,
): { readonly amount?: number } {
  const place = places.find((each) => each.kind === 'reported' && each.cut === cut);
  const read = place === undefined ? undefined : readPercentageCell(cellAt(grid, row, place.column));
  return read?.kind === 'bare' ? { amount: read.value } : {};
}

function basisOf(text: string): FormProgramming['basis'] {
  const bases = ['keeps', 'programmed', 'dates', 'form'] as const;
  return bases.find((each) => BASIS_WORDS[each] === text) ?? 'nothing';
}
