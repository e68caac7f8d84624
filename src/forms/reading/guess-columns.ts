import { headingKey } from '../headings.ts';
import { type Asking, decide } from './asking.ts';
import { type BaseRole, choose, fitsData } from './base-candidates.ts';
import type { Column } from './column-data.ts';
import { roleAlmostNamed } from './column-words.ts';
import { stackOf } from './headed-columns.ts';
import { columnQuestion } from './questions.ts';

/** Looks among the columns that are left for what is missing. A likely one is asked about. */
export function guessMissing(
  columns: readonly Column[],
  base: Map<BaseRole, number>,
  taken: Set<number>,
  asking: Asking,
  idOf: (column: number) => string,
): void {
  const free = () => columns.filter(({ column, data }) => !taken.has(column) && data.filled > 0);
  const ask = (role: BaseRole, column: Column | undefined, required = true) => {
    if (column === undefined || base.has(role)) return;
    const answer = decide(asking, columnQuestion(idOf(column.column), column, role, required));
    if (answer !== role) return;
    base.set(role, column.column);
    taken.add(column.column);
  };
  const almost = (role: BaseRole) =>
    free().find((column) => column.own.some(({ text }) => roleAlmostNamed(text) === role));
  for (const role of ['activity', 'responsible', 'start', 'end'] as const)
    if (!((role === 'start' || role === 'end') && base.has('period'))) ask(role, almost(role));
  for (const role of ['target', 'indicator'] as const) ask(role, almost(role), false);
  if (!base.has('number')) {
    const activity = base.get('activity') ?? columns.length;
    const numbered = free().find(
      ({ column, own, data }) =>
        own.length === 0 && column < activity && data.numbers >= 0.8 && data.share >= 0.5,
    );
    const misspelt = almost('number');
    const found =
      numbered ?? (misspelt !== undefined && fitsData('number', misspelt.data) ? misspelt : undefined);
    if (found !== undefined) {
      base.set('number', found.column);
      taken.add(found.column);
    }
  }
  if (!base.has('period')) guessDates(free(), base, ask);
  const goal = columns.find(({ column }) => column === base.get('target'));
  if (!base.has('activity') && goal !== undefined && isProse(goal)) {
    base.delete('target');
    taken.delete(goal.column);
    ask('activity', goal);
    const target = choose('target', free(), asking, idOf);
    if (target !== undefined) {
      base.set('target', target.column);
      taken.add(target.column);
    }
  }
  ask('activity', longest(free()));
  ask('responsible', officeLike(free()));
}

function guessDates(
  free: readonly Column[],
  base: Map<BaseRole, number>,
  ask: (role: BaseRole, column: Column | undefined) => void,
): void {
  const dated = free.filter(
    (column) => (column.data.dates >= 0.5 || column.data.periods >= 0.5) && !isOfFollowUp(column),
  );
  const end = base.get('end');
  const start = base.get('start');
  if (end !== undefined && start === undefined)
    ask(
      'start',
      dated.find(({ column }) => column === end - 1),
    );
  else if (start !== undefined && end === undefined)
    ask(
      'end',
      dated.find(({ column }) => column === start + 1),
    );
  else if (start === undefined && end === undefined) {
    const period = free.find(({ data }) => data.periods >= 0.5 && data.dates < 0.5);
    const [first, second] = dated.filter(({ data }) => data.dates >= 0.5);
    if (period !== undefined && first === undefined) ask('period', period);
    else if (second === undefined) ask('end', first);
    else {
      ask('start', first);
      ask('end', second);
    }
  }
}

function isOfFollowUp(column: Column): boolean {
  return stackOf(column).some(({ text }) =>
    /seguimiento|monitoreo|reporte|corte|verific|elabor|aprob/.test(headingKey(text)),
  );
}

function longest(columns: readonly Column[]): Column | undefined {
  return columns.filter(isProse).sort((a, b) => b.data.length - a.data.length)[0];
}

/** Long texts, most of them different. */
function isProse({ data }: Column): boolean {
  return data.texts >= 0.7 && data.length >= 15 && data.distinct >= data.filled * 0.7;
}

function officeLike(columns: readonly Column[]): Column | undefined {
  return columns
    .filter(({ data }) => data.offices >= 0.4 && data.texts >= 0.7 && data.length < 90)
    .sort((a, b) => b.data.offices - a.data.offices)[0];
}
