import { type Asking, allow, decide } from './asking.ts';
import { shareCut, type Unit } from './block-units.ts';
import type { BlockRole } from './block-words.ts';
import { blockQuestion, isBlockOption } from './questions.ts';
import { type BlockContext, doubtOf, isProse, looksPercent } from './unit-doubts.ts';

export type DecidedUnit = Unit & { readonly role: BlockRole };

/** Decides what each unit is. What words and data do not settle becomes a question, one for all blocks. */
export function decideUnits(units: readonly Unit[], context: BlockContext, asking: Asking): DecidedUnit[] {
  for (const unit of units) allow(asking, unit.id, isBlockOption);
  const roles = new Map<Unit, BlockRole>();
  const observed = units.some(({ words }) => words === undefined || words.role === 'observation');
  const likely = new Map(
    units.map((unit): [Unit, BlockRole] => {
      const named = unit.words?.role ?? byData(unit, units, context);
      // RESULTADO over prose is what was done in words, not an amount.
      const inWords = named === 'executed' && !observed && isProse(unit.data) && unit.data.length >= 15;
      return [unit, inWords ? 'observation' : named];
    }),
  );
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

/**
 * Leaves one unit for each role and cut. The cumulative percentage comes before the one of the quarter, the plain
 * wording before the others. Where the words do not tell, it is asked.
 */
function oneOfEach(units: readonly DecidedUnit[], asking: Asking, context: BlockContext): DecidedUnit[] {
  const decided = units.map((unit) => ({ ...unit }));
  const view = new Set<string>();
  for (const role of ['progress', 'observation', 'planned', 'executed'] as const) {
    const rivals = decided
      .filter((unit) => unit.role === role)
      .sort((a, b) => preference(a, view, asking) - preference(b, view, asking));
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
    if (role === 'progress') for (const { columns } of kept) for (const { over } of columns) view.add(over);
  }
  return decided;
}

/**
 * How much a unit is preferred; lower is better. An answered unit comes first, then a filled one, then one under the same
 * words as the percentage (`view`), then the surer wording, then the one further left.
 */
function preference(unit: Unit, view: ReadonlySet<string>, asking: Asking): number {
  const answered = asking.decisions.get(unit.id)?.taken === 'answered' ? -1_000 : 0;
  const place = unit.columns[0]?.column.column ?? 0;
  const others = unit.columns.every((column) => column.others) ? 500 : 0;
  const elsewhere = view.size > 0 && unit.columns.every(({ over }) => !view.has(over)) ? 300 : 0;
  return (
    answered +
    others +
    elsewhere +
    (unit.data.filled === 0 ? 100 : 0) +
    (unit.words?.rank ?? 5) * 10 +
    place / 1_000
  );
}

/** @returns the unit that does not keep the role */
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
