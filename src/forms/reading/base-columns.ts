import { COLUMNS, type ColumnName } from '../layout.ts';
import type { Asking } from './asking.ts';
import { type BaseRole, choose } from './base-candidates.ts';
import type { Column } from './column-data.ts';
import { namesPeriod, rolesNamed } from './column-words.ts';
import { guessMissing } from './guess-columns.ts';

const ORDER: readonly ColumnName[] = [
  'number',
  'activity',
  'start',
  'end',
  ...COLUMNS.map(({ name }) => name).filter((name) => !['number', 'activity', 'start', 'end'].includes(name)),
];

/**
 * Gives each column of the plan its column of the sheet, by words, data and place. `fixed` are columns that somebody
 * answered for. What cannot be told and matters becomes a question.
 */
export function assignBase(
  columns: readonly Column[],
  fixed: ReadonlyMap<number, string>,
  asking: Asking,
  idOf: (column: number) => string,
): Map<BaseRole, number> {
  const base = new Map<BaseRole, number>();
  const taken = new Set<number>(fixed.keys());
  for (const [column, role] of fixed) if (isBaseRole(role)) base.set(role, column);
  const free = () => columns.filter(({ column }) => !taken.has(column));
  const give = (role: BaseRole, column: number) => {
    base.set(role, column);
    taken.add(column);
  };
  if (!base.has('period') && !(base.has('start') && base.has('end'))) {
    const period = free().find((each) => isPeriod(each));
    const both = (['start', 'end'] as const).every((role) => free().some((each) => names(each, role)));
    if (period !== undefined && !both) give('period', period.column);
  }
  for (const role of ORDER) {
    if (base.has(role) || ((role === 'start' || role === 'end') && base.has('period'))) continue;
    const chosen = choose(role, free(), asking, idOf);
    if (chosen !== undefined) give(role, chosen.column);
  }
  splitActivity(columns, base, taken);
  guessMissing(columns, base, taken, asking, idOf);
  return base;
}

export function isBaseRole(role: string): role is BaseRole {
  return role === 'period' || COLUMNS.some(({ name }) => name === role);
}

function names({ own }: Column, role: BaseRole): boolean {
  return own.some(({ text }) => rolesNamed(text)[0]?.role === role);
}

/** Its words or its cells say that it holds the time of the activity. */
function isPeriod({ own, spread, data }: Column): boolean {
  const named = [...own, ...spread].some(({ text }) => namesPeriod(text));
  const dated = own.some(({ text }) =>
    rolesNamed(text).some(({ role }) => role === 'end' || role === 'start'),
  );
  return data.periods >= 0.5 && data.dates < 0.5 && (named || dated);
}

/** *Actividades* over two columns: the number in the first and the text in the next. */
function splitActivity(columns: readonly Column[], base: Map<BaseRole, number>, taken: Set<number>): void {
  const column = base.get('activity');
  const named = columns.find((each) => each.column === column);
  const next = columns.find((each) => each.column === (column ?? -2) + 1);
  if (column === undefined || named === undefined || next === undefined) return;
  if (next.own.length > 0 || named.data.numbers < 0.5 || next.data.texts < 0.5) return;
  base.set('activity', next.column);
  taken.add(next.column);
  if (!base.has('number')) base.set('number', column);
  else taken.delete(column);
}
