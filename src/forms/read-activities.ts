import { expected, found, warned } from '../texts/importing/form-problems.ts';
import type { UnknownColumn } from './find-columns.ts';
import { isActivityNumber } from './find-header.ts';
import { addProblem, addWarning } from './findings.ts';
import type { FormActivity } from './form.ts';
import { cellAt, isUncalculated, textAt } from './grid.ts';
import type { ColumnName } from './layout.ts';
import { type Reading, readRequired, readRequiredDate, readText } from './read-cell.ts';
import { readPercentageCell } from './read-percentage.ts';
import { splitPositions } from './split-positions.ts';

export type ActivityRow = Omit<FormActivity, 'monitoring'> & { readonly row: number };

const LONGEST_NUMBER = 20;

type Columns = ReadonlyMap<ColumnName, number>;

/** Reads the rows of the activities, everything but their monitoring. Every problem of every row is told. */
export function readActivities(
  reading: Reading,
  rows: readonly number[],
  columns: Columns,
  unknown: readonly UnknownColumn[],
  knownPositions: readonly string[],
): ActivityRow[] {
  const activities = rows.map((row) => readActivity(reading, row, columns, unknown));
  tellDuplicates(reading, activities, columns);
  const split = splitPositions(
    activities.map((activity) => activity.responsible),
    knownPositions,
  );
  return activities.map((activity, index) => {
    const { positions = [], doubtful = [] } = split[index] ?? {};
    const at = { row: activity.row, column: columns.get('responsible') ?? 0 };
    for (const name of doubtful)
      addWarning(reading.findings, 'whole-position', at, warned.wholePosition(name));
    return { ...activity, positions };
  });
}

/** A plan whose year none of its activities touches has one of the two wrong, most likely the year. @param at where it is told */
export function tellOtherYear(
  { findings }: Reading,
  activities: readonly Pick<FormActivity, 'start' | 'end'>[],
  at: { readonly row: number; readonly column: number },
  year: number | null,
): void {
  if (year === null || activities.length === 0) return;
  if (activities.some(({ start, end }) => start <= `${year}-12-31` && end >= `${year}-01-01`)) return;
  addWarning(findings, 'other-year', at, warned.otherYear(year));
}

function readActivity(
  reading: Reading,
  row: number,
  columns: Columns,
  unknown: readonly UnknownColumn[],
): ActivityRow {
  const optional = (name: ColumnName): string => {
    const column = columns.get(name);
    return column === undefined ? '' : readText(reading, { row, column });
  };
  const required = (name: ColumnName, what: string): string => {
    const column = columns.get(name);
    return column === undefined ? '' : readRequired(reading, { row, column }, what);
  };
  return {
    row,
    number: readNumber(reading, row, columns.get('number')),
    name: required('activity', 'el nombre de la actividad'),
    target: optional('target'),
    responsible: required('responsible', 'el cargo responsable'),
    positions: [],
    indicator: optional('indicator'),
    phase: optional('phase'),
    ...readDates(reading, row, columns),
    participationLevel: optional('participationLevel'),
    channels: optional('channels'),
    stakeholderGroup: optional('stakeholderGroup'),
    means: optional('means'),
    resources: optional('resources'),
    weight: readWeight(reading, row, columns.get('weight')),
    extra: unknown.flatMap(({ column, heading }) => {
      const at = { row, column };
      const text = isUncalculated(cellAt(reading.grid, row, column)) ? '' : readText(reading, at);
      return text === '' ? [] : [{ heading, text }];
    }),
  };
}

/** The number as printed; it has a digit, stands on one line and is short, since people write it in the chat. */
function readNumber(reading: Reading, row: number, column: number | undefined): string {
  if (column === undefined) return '';
  const at = { row, column };
  const text = readRequired(reading, at, 'el número de la actividad').replace(/^'/, '');
  if (text !== '' && !isActivityNumber(text) && !(text.length <= LONGEST_NUMBER && /^\S*\d\S*$/.test(text))) {
    addProblem(reading.findings, 'number', at, found.text(text), 'un número como 1 o 1.1');
  }
  return text;
}

function readDates(reading: Reading, row: number, columns: Columns): { start: string; end: string } {
  const [startColumn, endColumn] = [columns.get('start'), columns.get('end')];
  const start =
    startColumn === undefined ? undefined : readRequiredDate(reading, { row, column: startColumn });
  const end = endColumn === undefined ? undefined : readRequiredDate(reading, { row, column: endColumn });
  if (start !== undefined && end !== undefined && end < start && endColumn !== undefined) {
    const at = { row, column: endColumn };
    addProblem(reading.findings, 'dates-crossed', at, found.datesCrossed(start, end), expected.startFirst);
  }
  return { start: start ?? '', end: end ?? '' };
}

/** Ponderación in percent: `20%`, a percent format, or the bare number; null when blank or not applicable. */
function readWeight(reading: Reading, row: number, column: number | undefined): number | null {
  if (column === undefined) return null;
  const at = { row, column };
  const cell = readPercentageCell(cellAt(reading.grid, row, column));
  if (cell.kind === 'blank' || cell.kind === 'not-applicable') return null;
  const weight = cell.kind === 'unreadable' ? -1 : cell.kind === 'bare' ? cell.value : cell.tenths / 10;
  if (weight >= 0) return weight;
  const text = textAt(reading.grid, row, column);
  addProblem(reading.findings, 'weight', at, found.text(text), expected.weight);
  return null;
}

/** `1`, `01` and `1.` are the same number: people would not tell them apart. */
function tellDuplicates(reading: Reading, activities: readonly ActivityRow[], columns: Columns): void {
  const rows = new Map<string, number>();
  for (const { number, row } of activities) {
    const key = number
      .toLowerCase()
      .replace(/^0+(?=\d)/, '')
      .replace(/\.$/, '');
    const first = rows.get(key);
    if (key === '') continue;
    if (first === undefined) rows.set(key, row);
    else {
      const at = { row, column: columns.get('number') ?? 0 };
      addProblem(
        reading.findings,
        'duplicate',
        at,
        found.numberTwice(number, first + 1),
        expected.otherNumber,
      );
    }
  }
}
