import type { BlockDoubt } from '../../texts/importing/questions.ts';
import { UNKNOWN } from './block-columns.ts';
import type { Unit } from './block-units.ts';
import type { BlockRole } from './block-words.ts';
import type { ColumnData } from './column-data.ts';
import { type Figures, sharesAddUp } from './figures.ts';

/** What else in the plan makes a decision about its blocks doubtful or not. */
export type BlockContext = {
  /** The layout is known: nothing about it is asked. */
  readonly known: boolean;
  /** A column outside the blocks holds observations. */
  readonly observedElsewhere: boolean;
  readonly figuresOf: (unit: Unit) => Figures;
};

export function looksPercent(data: ColumnData): boolean {
  return (data.percents >= 0.5 && data.length < 35) || data.bareShare + data.percents >= 0.5;
}

export function isProse(data: ColumnData): boolean {
  return data.texts >= 0.5 && data.bareShare < 0.5 && (data.percents < 0.5 || data.length >= 35);
}

type Doubt = { readonly why: BlockDoubt; readonly suggested: BlockRole };

/** Why the likely role of a unit cannot be taken without asking; undefined when it can. */
export function doubtOf(
  unit: Unit,
  units: readonly Unit[],
  likely: ReadonlyMap<Unit, BlockRole>,
  context: BlockContext,
): Doubt | undefined {
  const role = likely.get(unit);
  const { data, words } = unit;
  if (context.known || data.filled === 0) return undefined;
  const has = (wanted: BlockRole) =>
    units.some((each) => likely.get(each) === wanted && each.data.filled > 0);
  const untold = units.find((each) => mayBeObservation(each));
  if (unit === untold && has('progress') && !has('observation')) {
    return { why: 'words', suggested: 'observation' };
  }
  const told = units.some((each) => likely.get(each) === 'progress' && looksPercent(each.data));
  if (role === 'other' && words?.rank === UNKNOWN && data.percents >= 0.5 && !told) {
    return { why: 'words', suggested: 'progress' };
  }
  const share = units.find(
    (each) => likely.get(each) === 'progress' && isShareOfPlanned(each, units, likely, context),
  );
  if (role === 'executed' && share !== undefined && data.percents >= 0.5) {
    return { why: 'words', suggested: 'progress' };
  }
  if (role === 'executed' && !has('progress')) {
    if (data.percents >= 0.5) return { why: 'words', suggested: 'progress' };
    const planned = units.find((each) => likely.get(each) === 'planned');
    const shares = planned !== undefined && sharesAddUp(context.figuresOf(planned));
    return looksPercent(data) ? { why: 'words', suggested: shares ? 'progress' : 'executed' } : undefined;
  }
  if (role === 'observation' && words !== undefined && looksPercent(data)) {
    const counted = data.bareShare >= 0.5 && !has('executed');
    return { why: 'words', suggested: counted ? 'executed' : has('progress') ? 'other' : 'progress' };
  }
  if (role !== 'progress') return undefined;
  if (isProse(data) && words !== undefined)
    return { why: 'prose', suggested: has('observation') ? 'other' : 'observation' };
  if (words?.percent !== true && data.percents < 0.3 && areCounts(data.bare)) {
    return { why: 'counts', suggested: 'executed' };
  }
  if (words?.percent !== true && data.percents < 0.3 && isCountedAsPlanned(units, likely, data)) {
    return { why: 'counts', suggested: 'executed' };
  }
  if (share === unit) {
    const inPercent = units.some((each) => likely.get(each) === 'executed' && each.data.percents >= 0.5);
    return { why: 'share', suggested: inPercent ? 'other' : 'progress' };
  }
  const observed =
    has('observation') || untold !== undefined || (context.observedElsewhere && words !== undefined);
  if (!observed) {
    const shares = sharesAddUp(context.figuresOf(unit));
    const planned = (words === undefined || shares) && !has('planned') && !isOverDone(unit);
    return { why: 'noObservation', suggested: planned ? 'planned' : 'progress' };
  }
  if (words === undefined && !looksPercent(data)) return { why: 'words', suggested: 'observation' };
  return undefined;
}

/** Whether the words over the blocks say that it was done: EJECUCIÓN MENSUAL, AVANCES. */
function isOverDone({ columns }: Unit): boolean {
  return columns.every(({ over }) => /ejecuci|ejecutad|avance|logro|realizad/.test(over));
}

/** Whether prose stands under words that the reader does not know. */
function mayBeObservation({ words, data }: Unit): boolean {
  return words?.role === 'other' && words.rank === UNKNOWN && isProse(data) && data.length >= 15;
}

/** Whether bare numbers more likely count things than are percentages. */
function areCounts(bare: readonly number[]): boolean {
  const told = bare.filter((value) => value !== 0);
  if (told.length === 0) return false;
  if (told.some((value) => value > 150)) return true;
  if (told.every((value) => value <= 1)) return false;
  const rounds = told.filter((value) => value >= 5 && value % 5 === 0).length;
  return (
    !told.includes(100) &&
    rounds * 2 < told.length &&
    told.every((value) => Number.isInteger(value) && value < 40)
  );
}

/** Whether both what is planned and this are whole numbers without percentages, so that both count things. */
function isCountedAsPlanned(
  units: readonly Unit[],
  likely: ReadonlyMap<Unit, BlockRole>,
  data: ColumnData,
): boolean {
  const planned = units.find((each) => likely.get(each) === 'planned' && each.data.filled > 0);
  if (planned === undefined || planned.data.percents >= 0.3 || planned.data.bareShare < 0.5) return false;
  const all = [...planned.data.bare, ...data.bare];
  return all.every((value) => Number.isInteger(value)) && Math.max(...planned.data.bare) < 100;
}

/** Whether the percentage is what was executed over what was planned, cut by cut. */
function isShareOfPlanned(
  unit: Unit,
  units: readonly Unit[],
  likely: ReadonlyMap<Unit, BlockRole>,
  { figuresOf }: BlockContext,
): boolean {
  const planned = units.find((each) => likely.get(each) === 'planned');
  const executed = units.find((each) => likely.get(each) === 'executed');
  if (planned === undefined || executed === undefined) return false;
  const [shares, wanted, done] = [figuresOf(unit), figuresOf(planned), figuresOf(executed)];
  let same = 0;
  let looked = 0;
  shares.forEach((row, index) => {
    row.forEach((share, cut) => {
      const plan = wanted[index]?.[cut];
      const reached = done[index]?.[cut];
      if (
        share === null ||
        plan === null ||
        plan === undefined ||
        reached === null ||
        reached === undefined ||
        plan === 0
      )
        return;
      looked += 1;
      if (Math.abs((reached / plan) * 100 - share) <= 1 || Math.abs(reached / plan - share) <= 0.01)
        same += 1;
    });
  });
  return looked > 0 && same / looked >= 0.7;
}
