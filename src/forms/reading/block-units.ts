import type { BlockDoubt } from '../../texts/importing/questions.ts';
import { headingKey } from '../headings.ts';
import { type Asking, allow, decide } from './asking.ts';
import { type BlockColumn, UNKNOWN } from './block-columns.ts';
import type { BlockRole, BlockWords } from './block-words.ts';
import type { ColumnData } from './column-data.ts';
import { type Figures, sharesAddUp } from './figures.ts';
import { blockQuestion, isBlockOption } from './questions.ts';

/** Columns that stand at the same place of each block: what they say is one decision for all. */
export type Unit = {
  readonly id: string;
  readonly printed: string;
  readonly columns: readonly BlockColumn[];
  readonly words: BlockWords | undefined;
  readonly data: ColumnData;
};

/** What the plan says besides that makes a decision about its blocks doubtful or not. */
export type BlockContext = {
  /** The layout is known: nothing about it is asked. */
  readonly known: boolean;
  /** A column outside the blocks holds observations. */
  readonly observedElsewhere: boolean;
  readonly figuresOf: (unit: Unit) => Figures;
};

export type DecidedUnit = Unit & { readonly role: BlockRole };

/** Gathers the columns of all blocks by what stands below the cut, and by place where nothing does. */
export function unitsOf(columns: readonly BlockColumn[]): Unit[] {
  const groups = new Map<string, BlockColumn[]>();
  for (const each of columns) {
    const place = columns
      .filter(({ origin, sub }) => origin === each.origin && headingKey(sub) === headingKey(each.sub))
      .indexOf(each);
    const key = `${headingKey(each.sub)}#${place}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const used = new Set<string>();
  return [...groups.values()].flatMap(toldApart).map((group) => {
    const [first] = group;
    const printed = nameOf(group);
    let id = `block:${printed}`;
    for (let again = 2; used.has(id); again += 1) id = `block:${printed} (${again})`;
    used.add(id);
    return {
      id,
      printed,
      columns: group,
      words: first?.words,
      data: joined(group.map(({ column }) => column.data)),
    };
  });
}

/** Columns of the same cut in one group belong to different views of it, which what stands over them tells apart. */
function toldApart(group: readonly BlockColumn[]): readonly (readonly BlockColumn[])[] {
  const twice = new Set(group.map(({ cuts }) => cutKey(cuts))).size < group.length;
  return twice ? [...Map.groupBy(group, ({ over, others }) => `${over} ${others}`).values()] : [group];
}

/** What the sub-heading is called: as printed, else what is left of the headings of the cuts (`TRIM`, `MES`). */
function nameOf(group: readonly BlockColumn[]): string {
  const [first] = group;
  if (first === undefined) return '';
  if (first.sub !== '') return first.sub;
  const noun =
    /(monitoreo|cuatrimestre|trimestre|trim|bimestre|bim|semestre|sem|seguimiento|corte|periodo|reporte|informe|avance)/i.exec(
      first.origin.text,
    )?.[0];
  return (noun ?? 'MES').toUpperCase();
}

function joined(all: readonly ColumnData[]): ColumnData {
  const filled = all.reduce((sum, { filled: one }) => sum + one, 0);
  const mean = (of: (data: ColumnData) => number) =>
    filled === 0 ? 0 : all.reduce((sum, data) => sum + of(data) * data.filled, 0) / filled;
  return {
    filled,
    share: all.length === 0 ? 0 : all.reduce((sum, { share }) => sum + share, 0) / all.length,
    numbers: mean(({ numbers }) => numbers),
    dates: mean(({ dates }) => dates),
    periods: mean(({ periods }) => periods),
    percents: mean(({ percents }) => percents),
    readable: mean(({ readable }) => readable),
    bare: all.flatMap(({ bare }) => bare),
    bareShare: mean(({ bareShare }) => bareShare),
    texts: mean(({ texts }) => texts),
    length: mean(({ length }) => length),
    distinct: all.reduce((sum, { distinct }) => sum + distinct, 0),
    marks: mean(({ marks }) => marks),
    offices: mean(({ offices }) => offices),
    examples: [...new Set(all.flatMap(({ examples }) => examples))].slice(0, 3),
  };
}

/** Decides what each unit is. What words and data do not settle becomes a question, one for all blocks. */
export function decideUnits(units: readonly Unit[], context: BlockContext, asking: Asking): DecidedUnit[] {
  for (const unit of units) allow(asking, unit.id, isBlockOption);
  const roles = new Map<Unit, BlockRole>();
  const likely = new Map(units.map((unit) => [unit, unit.words?.role ?? byData(unit, units, context)]));
  for (const unit of units) {
    const doubt = doubtOf(unit, units, likely, context);
    const certain = likely.get(unit) ?? 'other';
    const suggested = doubt?.suggested ?? certain;
    const question = blockQuestion({
      id: unit.id,
      printed: unit.printed,
      columns: unit.columns.map(({ column }) => column.column),
      examples: unit.data.examples,
      suggested: optionOf(suggested),
      why: doubt?.why ?? 'words',
    });
    const option = decide(asking, question, doubt === undefined ? optionOf(certain) : undefined);
    roles.set(unit, option === null || option === 'keep' ? 'other' : (option as BlockRole));
  }
  return oneOfEach(
    units.map((unit) => ({ ...unit, role: roles.get(unit) ?? 'other' })),
    asking,
    context,
  );
}

function optionOf(role: BlockRole): string {
  return role === 'other' ? 'keep' : role;
}

/** What the cells say where the headings say nothing; two silent columns are the percentage and its text. */
function byData(unit: Unit, units: readonly Unit[], context: BlockContext): BlockRole {
  const { data } = unit;
  const silent = units.filter(({ words }) => words === undefined);
  const named = new Set(units.map(({ words }) => words?.role));
  const place = silent.indexOf(unit);
  if (named.has('progress') && !named.has('observation'))
    return firstFilled(silent, unit) ? 'observation' : 'other';
  if (named.has('observation') && !named.has('progress') && data.dates < 0.5)
    return firstFilled(silent, unit) ? 'progress' : 'other';
  if (data.dates >= 0.5 && data.percents < 0.3) return 'other';
  const [first, second] = silent;
  if (silent.length === 2 && first !== undefined && second !== undefined) {
    const swapped = second.data.readable > 0.5 && first.data.readable === 0 && first.data.filled > 0;
    const empty = first.data.filled === 0 && second.data.readable > 0.5;
    if (context.known || swapped || empty || !isProse(first.data) || first.data.filled === 0) {
      return (place === 0) === !(swapped || empty) ? 'progress' : 'observation';
    }
  }
  if (isProse(data)) return 'observation';
  return place === 0 || looksPercent(data) ? 'progress' : 'other';
}

function firstFilled(silent: readonly Unit[], unit: Unit): boolean {
  return (silent.find(({ data }) => data.filled > 0) ?? silent[0]) === unit;
}

function looksPercent(data: ColumnData): boolean {
  return (data.percents >= 0.5 && data.length < 35) || data.bareShare + data.percents >= 0.5;
}

function isProse(data: ColumnData): boolean {
  return data.texts >= 0.5 && data.bareShare < 0.5 && (data.percents < 0.5 || data.length >= 35);
}

type Doubt = { readonly why: BlockDoubt; readonly suggested: BlockRole };

/** Why the likely role of a unit cannot be taken without asking; undefined when it can. */
function doubtOf(
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
    return {
      why: 'noObservation',
      suggested: (words === undefined || shares) && !has('planned') ? 'planned' : 'progress',
    };
  }
  if (words === undefined && !looksPercent(data)) return { why: 'words', suggested: 'observation' };
  return undefined;
}

/** Prose under words that nobody here knows. */
function mayBeObservation({ words, data }: Unit): boolean {
  return words?.role === 'other' && words.rank === UNKNOWN && isProse(data) && data.length >= 15;
}

/** Bare numbers that are more likely to count things than to be percentages. */
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

/** What is planned are whole numbers and no percentages, and so is this: both count things. */
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

/** The percentage is what was executed over what was planned, cut by cut. */
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

/**
 * Of two units that could be the same thing at the same cuts one is it: the cumulative percentage before the one of
 * the quarter, the plain wording before the others. Where the words do not tell, it is asked.
 */
function oneOfEach(units: readonly DecidedUnit[], asking: Asking, context: BlockContext): DecidedUnit[] {
  const decided = units.map((unit) => ({ ...unit }));
  for (const role of ['progress', 'observation', 'planned', 'executed'] as const) {
    const rivals = decided
      .filter((unit) => unit.role === role)
      .sort((a, b) => preference(a, asking) - preference(b, asking));
    const kept: DecidedUnit[] = [];
    for (const unit of rivals) {
      const rival = kept.find((each) => shareCut(each, unit));
      if (rival === undefined) {
        kept.push(unit);
        continue;
      }
      const loser = settle(role, rival, unit, asking, context);
      const index = decided.findIndex(({ id }) => id === loser.id);
      const before = decided[index];
      if (before !== undefined) decided[index] = { ...before, role: 'other' };
      if (loser.id === rival.id) kept.splice(kept.indexOf(rival), 1, unit);
    }
  }
  return decided;
}

/** Lower is preferred: filled before empty, answered before the rest, then the words, then from the left. */
function preference(unit: Unit, asking: Asking): number {
  const answered = asking.decisions.get(unit.id)?.taken === 'answered' ? -1_000 : 0;
  const place = unit.columns[0]?.column.column ?? 0;
  const others = unit.columns.every((column) => column.others) ? 500 : 0;
  return (
    answered + others + (unit.data.filled === 0 ? 100 : 0) + (unit.words?.rank ?? 5) * 10 + place / 1_000
  );
}

function shareCut(a: Unit, b: Unit): boolean {
  return a.columns.some(({ cuts }) => b.columns.some((other) => cutKey(other.cuts) === cutKey(cuts)));
}

function cutKey(cuts: BlockColumn['cuts']): string {
  return cuts.map(({ cut }) => JSON.stringify([cut.ordinal, cut.date])).join('|');
}

/** @returns the one of the two that is not it */
function settle(
  role: BlockRole,
  first: DecidedUnit,
  second: DecidedUnit,
  asking: Asking,
  context: BlockContext,
): DecidedUnit {
  const clear =
    context.known ||
    role !== 'progress' ||
    second.data.filled === 0 ||
    second.columns.every((column) => column.others) ||
    second.words?.ofPeriod === true ||
    second.words?.share === true ||
    asking.decisions.get(first.id)?.taken === 'answered';
  if (clear) return second;
  const question = blockQuestion({
    id: first.id,
    printed: first.printed,
    columns: first.columns.map(({ column }) => column.column),
    examples: first.data.examples,
    suggested: 'progress',
    why: 'several',
  });
  return decide(asking, question) === 'progress' ? second : first;
}
