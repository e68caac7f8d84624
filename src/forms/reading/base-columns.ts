import { headingKey } from '../headings.ts';
import { COLUMNS, type ColumnName } from '../layout.ts';
import { type Asking, decide } from './asking.ts';
import type { Column, ColumnData } from './column-data.ts';
import { namesPeriod, roleAlmostNamed, rolesNamed } from './column-words.ts';
import { stackOf } from './headed-columns.ts';
import { columnQuestion } from './questions.ts';

/** What a column of the plan itself is; `period` is start and end in one cell. */
export type BaseRole = ColumnName | 'period';

export type BaseColumns = ReadonlyMap<BaseRole, number>;

type Candidate = { readonly column: Column; readonly rank: number; readonly fits: boolean };

const EXACT = 100;
/** Roles of which a wrong column would store a wrong date or the wrong activity. */
const CRITICAL: ReadonlySet<BaseRole> = new Set(['activity', 'start', 'end', 'responsible']);

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
    if (period !== undefined) give('period', period.column);
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

/** Its words or its cells say that it holds the time of the activity. */
function isPeriod({ own, spread, data }: Column): boolean {
  const named = [...own, ...spread].some(({ text }) => namesPeriod(text));
  const dated = own.some(({ text }) =>
    rolesNamed(text).some(({ role }) => role === 'end' || role === 'start'),
  );
  return data.periods >= 0.5 && data.dates < 0.5 && (named || dated);
}

/** The candidates of a role, best first: their cells fit, then the nearest wording, then from the left. */
function candidatesOf(role: ColumnName, columns: readonly Column[]): Candidate[] {
  return columns
    .flatMap((column): Candidate[] => {
      const rank = rankOf(role, column);
      if (rank === undefined) return [];
      const fits = fitsData(role, column.data);
      return fits || rank < EXACT
        ? [
            {
              column,
              rank:
                rank + (isOfWhatWasDone(column) ? EXACT : 0) + (role === 'activity' ? broaderBy(column) : 0),
              fits,
            },
          ]
        : [];
    })
    .sort((a, b) => Number(b.fits) - Number(a.fits) || a.rank - b.rank || a.column.column - b.column.column);
}

/** *Acción* beside *Actividad* is the broader one: the activities are what is done for it. */
function broaderBy({ own }: Column): number {
  return own.some(({ text }) =>
    /^(n[o]?)?(nombre|descripcion)?(dela|delas|de)?actividad/.test(headingKey(text)),
  )
    ? 0
    : EXACT;
}

function rankOf(role: ColumnName, { own }: Column): number | undefined {
  const texts = own.map(({ text }) => text);
  const joined = texts.length > 1 ? [texts.join(' ')] : [];
  for (const text of [...texts].reverse().concat(joined)) {
    const named = rolesNamed(text);
    const found = named.find((each) => each.role === role);
    if (found !== undefined) return found.rank;
    if (named.length > 0 && (named[0]?.rank ?? EXACT) < EXACT) return undefined;
  }
  return undefined;
}

/** Dates under REAL or EJECUTADO are not those of the plan. */
function isOfWhatWasDone({ spread, own }: Column): boolean {
  return [...spread, ...own].some(({ text }) =>
    /real|ejecutad|ejecucion$|reprogramad/.test(headingKey(text)),
  );
}

function fitsData(role: ColumnName, data: ColumnData): boolean {
  if (data.filled === 0) return true;
  switch (role) {
    case 'number':
      return (
        data.numbers >= 0.5 || (data.length <= 20 && data.distinct >= data.filled * 0.8 && data.dates < 0.5)
      );
    case 'activity':
      return data.texts >= 0.5;
    case 'start':
    case 'end':
      return data.dates >= 0.3 || data.periods >= 0.3;
    case 'weight':
      return data.percents >= 0.5 || data.bareShare >= 0.5;
    case 'responsible':
      return data.dates < 0.5 && data.percents < 0.5 && data.bareShare < 0.8;
    default:
      return data.dates < 0.5;
  }
}

function choose(
  role: ColumnName,
  columns: readonly Column[],
  asking: Asking,
  idOf: (column: number) => string,
): Column | undefined {
  const candidates = candidatesOf(role, columns);
  const [first, second] = candidates;
  if (first === undefined || second === undefined || !isDoubtful(role, first, second)) return first?.column;
  const likely =
    role === 'activity' && second.column.data.distinct > first.column.data.distinct ? second : first;
  const question = columnQuestion(idOf(likely.column.column), likely.column, role, true);
  const answer = decide(asking, question);
  if (answer === role) return likely.column;
  return likely === first ? second.column : first.column;
}

/** Two columns could be it, and the words do not tell which. */
function isDoubtful(role: ColumnName, first: Candidate, second: Candidate): boolean {
  if (!CRITICAL.has(role) || !second.fits || second.column.data.filled === 0) return false;
  if (first.rank === second.rank) return true;
  if (role !== 'activity') return false;
  const { data } = first.column;
  return data.distinct < data.filled * 0.8 && second.column.data.distinct > data.distinct * 1.2;
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

/** Looks for what is missing among the columns that are left; a likely one is asked about. */
function guessMissing(
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
  const dated = free.filter((column) => column.data.dates >= 0.5 && !isOfFollowUp(column));
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
    const [first, second] = dated;
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
