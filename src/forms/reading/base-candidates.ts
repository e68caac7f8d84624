import { headingKey } from '../headings.ts';
import type { ColumnName } from '../layout.ts';
import { type Asking, decide } from './asking.ts';
import type { Column, ColumnData } from './column-data.ts';
import { rolesNamed } from './column-words.ts';
import { columnQuestion } from './questions.ts';

/** What a column of the plan itself is; `period` is start and end in one cell. */
export type BaseRole = ColumnName | 'period';

export type BaseColumns = ReadonlyMap<BaseRole, number>;

type Candidate = { readonly column: Column; readonly rank: number; readonly fits: boolean };

const EXACT = 100;

/** A wrong column for one of these roles would store a wrong date or the wrong activity. */
const CRITICAL: ReadonlySet<BaseRole> = new Set(['activity', 'start', 'end', 'responsible']);

/** The candidates of a role, best first: their cells fit, then the nearest wording, then from the left. */
function candidatesOf(role: ColumnName, columns: readonly Column[]): Candidate[] {
  return columns
    .flatMap((column): Candidate[] => {
      const rank = rankOf(role, column);
      if (rank === undefined) return [];
      const fits = fitsData(role, column.data);
      return fits || (rank < EXACT && role !== 'weight')
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

/** How much broader a heading is than *Actividad*: beside it, *Acción* is what the activities are done for. */
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

export function fitsData(role: ColumnName, data: ColumnData): boolean {
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

export function choose(
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
  if (data.share < 0.95 && second.column.data.share > data.share + 0.04) return true;
  return data.distinct < data.filled * 0.8 && second.column.data.distinct > data.distinct * 1.2;
}
