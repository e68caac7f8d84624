import type { LocalDate } from '../../domain/dates.ts';
import { comparable } from '../../domain/outside-text.ts';
import { expected, found, warned } from '../../texts/importing/form-problems.ts';
import { isActivityNumber } from '../find-header.ts';
import { addProblem, addWarning } from '../findings.ts';
import type { FormActivity } from '../form.ts';
import { cellAt, isBlank, isUncalculated, textAt } from '../grid.ts';
import type { ColumnName } from '../layout.ts';
import { type At, cellError, type Reading, readRequired, readText } from '../read-cell.ts';
import { readPercentageCell } from '../read-percentage.ts';
import type { BaseColumns } from './base-columns.ts';
import { readPlanDay, readPlanPeriod, type Side, saysHowOften } from './plan-dates.ts';
import type { Line } from './plan-table.ts';

/** An activity without its reports and positions, and the row it was read from. */
export type ReadActivity = Omit<FormActivity, 'monitoring' | 'positions'> & {
  readonly line: Line;
  readonly reading: Reading;
  /** What the other columns that group activities say, blank ones as above. */
  readonly others: readonly string[];
};

export type KeptColumn = { readonly column: number; readonly heading: string };

/** How the columns of a table are read. */
export type TableColumns = {
  readonly base: BaseColumns;
  readonly kept: readonly KeptColumn[];
  /** The column that names what several activities have in common. */
  readonly group: number | undefined;
  /** Columns that tell two activities with the same number apart, where nothing else does. */
  readonly otherGroups: readonly number[];
};

const LONGEST_NUMBER = 20;

/** Reads the rows of the activities, everything but their reports. Every problem of every row is told. */
export function readActivities(
  lines: readonly Line[],
  columns: TableColumns,
  readingOf: (line: Line) => Reading,
  fiscalYear: number,
): ReadActivity[] {
  const responsible = responsibles(lines, columns.base, readingOf);
  let group = '';
  const above = new Map<number, string>();
  return lines.map((line, index) => {
    const reading = readingOf(line);
    const { row } = line;
    const optional = (name: ColumnName): string => {
      const column = columns.base.get(name);
      return column === undefined ? '' : readText(reading, { row, column });
    };
    if (columns.group !== undefined) group = textAt(reading.grid, row, columns.group) || group;
    const section = line.section || group;
    for (const column of columns.otherGroups)
      above.set(column, textAt(reading.grid, row, column) || (above.get(column) ?? ''));
    return {
      line,
      reading,
      others: columns.otherGroups.map((column) => above.get(column) ?? ''),
      number: readNumber(reading, row, columns.base.get('number')),
      name: readName(reading, row, columns.base.get('activity')),
      target: optional('target'),
      responsible: responsible[index] ?? '',
      indicator: optional('indicator'),
      phase: optional('phase'),
      ...readDates(reading, row, columns.base, fiscalYear),
      participationLevel: optional('participationLevel'),
      channels: optional('channels'),
      stakeholderGroup: optional('stakeholderGroup'),
      means: optional('means'),
      resources: optional('resources'),
      weight: readWeight(reading, row, columns.base.get('weight')),
      extra: columns.kept.flatMap(({ column, heading }) => {
        const text = keptText(reading, { row, column });
        return text === '' ? [] : [{ heading, text }];
      }),
      ...(section === '' ? {} : { group: section }),
    };
  });
}

/** The text of a column that is the entity's own: an error in it is told and harms nobody. */
function keptText(reading: Reading, at: At): string {
  if (isUncalculated(cellAt(reading.grid, at.row, at.column))) return '';
  const error = cellError(reading.grid, at);
  if (error === undefined) return readText(reading, at);
  addWarning(reading.findings, 'error-kept', at, warned.errorKept(error));
  return '';
}

/**
 * The number as printed; it has a digit, stands on one line and is short, since people write it in the chat. A date in
 * its place is what a spreadsheet made of `1.2`.
 */
function readNumber(reading: Reading, row: number, column: number | undefined): string {
  if (column === undefined) return '';
  const at = { row, column };
  const cell = cellAt(reading.grid, row, column);
  const shown = cell.text.trim();
  if (cell.date !== undefined || isWrittenDate(shown)) {
    addProblem(reading.findings, 'number-date', at, found.numberIsDate(shown), expected.numberAsText);
    return '';
  }
  const text = readRequired(reading, at, 'el número de la actividad').replace(/^'/, '');
  if (text !== '' && !isActivityNumber(text) && !(text.length <= LONGEST_NUMBER && /^\S*\d\S*$/.test(text))) {
    addProblem(reading.findings, 'number', at, found.text(text), 'un número como 1 o 1.1');
  }
  return text;
}

function isWrittenDate(text: string): boolean {
  return (
    /^\d{1,2}\/\d{1,2}\/\d{2,4}$|^\d{1,2}-\d{1,2}-\d{4}$|^\d{4}-\d\d-\d\d/.test(text) ||
    /^\d{1,2}[-/ ]?(ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)[a-z]*([-/ ]\d{2,4})?$|^(ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)[a-z]*[-/ ]\d{1,4}$/i.test(
      text,
    )
  );
}

function readName(reading: Reading, row: number, column: number | undefined): string {
  if (column === undefined) return '';
  const at = { row, column };
  const name = readRequired(reading, at, 'el nombre de la actividad');
  if (name !== '' && isActivityNumber(name))
    addProblem(reading.findings, 'empty', at, found.nameIsNumber(name), expected.nameInWords);
  return name;
}

/** One given once for several activities counts for all below it; a single blank cell is a problem. */
function responsibles(
  lines: readonly Line[],
  base: BaseColumns,
  readingOf: (line: Line) => Reading,
): readonly string[] {
  const column = base.get('responsible');
  if (column === undefined) return lines.map(() => '');
  const blank = (line: Line) => isBlank(cellAt(line.table.sheet.grid, line.row, column));
  const blanks = lines.filter(blank).length;
  const grouped = blanks >= 2 && blanks * 5 >= lines.length && lines[0] !== undefined && !blank(lines[0]);
  let last: { readonly text: string; readonly line: Line } | undefined;
  return lines.map((line) => {
    const reading = readingOf(line);
    const at = { row: line.row, column };
    const usable = last !== undefined && last.line.table === line.table && last.line.section === line.section;
    if (grouped && blank(line) && last !== undefined && usable) {
      addWarning(reading.findings, 'same-responsible', at, warned.sameResponsible(last.line.row + 1));
      return last.text;
    }
    const text = readRequired(reading, at, 'el cargo responsable');
    last = { text, line };
    return text;
  });
}

function readDates(
  reading: Reading,
  row: number,
  base: BaseColumns,
  year: number,
): { start: LocalDate; end: LocalDate } {
  const period = base.get('period');
  if (period !== undefined) return readPeriod(reading, { row, column: period }, year);
  const startColumn = base.get('start');
  const endColumn = base.get('end');
  const end = endColumn === undefined ? undefined : readDay(reading, { row, column: endColumn }, 'end', year);
  const whole = startColumn === undefined ? periodBeside(reading, row, endColumn, year) : undefined;
  const start =
    startColumn === undefined
      ? (whole ?? `${(end ?? '').slice(0, 4) || year}-01-01`)
      : readDay(reading, { row, column: startColumn }, 'start', year);
  const until = endColumn === undefined ? `${(start ?? '').slice(0, 4) || year}-12-31` : end;
  if (start !== undefined && until !== undefined && until < start) {
    const at = { row, column: endColumn ?? startColumn ?? 0 };
    addProblem(reading.findings, 'dates-crossed', at, found.datesCrossed(start, until), expected.startFirst);
  }
  return { start: start ?? '', end: until ?? '' };
}

/** A range in the only column of dates gives its start too. */
function periodBeside(
  reading: Reading,
  row: number,
  column: number | undefined,
  year: number,
): LocalDate | undefined {
  return column === undefined ? undefined : readPlanPeriod(cellAt(reading.grid, row, column), year)?.start;
}

function readPeriod(reading: Reading, at: At, year: number): { start: LocalDate; end: LocalDate } {
  const cell = cellAt(reading.grid, at.row, at.column);
  const period = readPlanPeriod(cell, year);
  if (period !== undefined) return period;
  const [start, end] = [readPlanDay(cell, 'start', year), readPlanDay(cell, 'end', year)];
  if (start?.month === true && end !== undefined) return { start: start.date, end: end.date };
  if (end !== undefined) return { start: `${end.date.slice(0, 4)}-01-01`, end: end.date };
  tellNoDate(reading, at, year);
  return { start: '', end: '' };
}

function readDay(reading: Reading, at: At, side: Side, year: number): LocalDate | undefined {
  const error = cellError(reading.grid, at);
  if (error !== undefined) {
    addProblem(reading.findings, 'cell-error', at, found.cellError(error), expected.date);
    return undefined;
  }
  const cell = cellAt(reading.grid, at.row, at.column);
  const day = readPlanDay(cell, side, year);
  const range = day === undefined ? readPlanPeriod(cell, year) : undefined;
  if (range !== undefined) return range[side];
  if (day === undefined) {
    tellNoDate(reading, at, year);
    return undefined;
  }
  if (day.serial === true) {
    const text = cell.text.trim() || String(cell.number);
    addWarning(reading.findings, 'serial-date', at, warned.serialDate(text, day.date));
  }
  return day.date;
}

function tellNoDate(reading: Reading, at: At, year: number): void {
  const text = textAt(reading.grid, at.row, at.column);
  const wanted = saysHowOften(text) ? expected.dateNotOften(year) : expected.date;
  addProblem(reading.findings, 'date', at, text === '' ? found.blank : found.text(text), wanted);
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

/** The rows as numbers of our own, when the file prints none. */
export function numberInOrder(activities: readonly ReadActivity[]): ReadActivity[] {
  return activities.map((activity, index) => ({ ...activity, number: String(index + 1) }));
}

/** `1`, `01` and `1.` are the same number: people would not tell them apart. */
export function numberKey(number: string): string {
  return number
    .toLowerCase()
    .replace(/^0+(?=\d)/, '')
    .replace(/\.$/, '');
}

/**
 * Numbers that stand twice: under two components each gets its component (`C2-1.1`), told; otherwise they are a problem.
 */
export function tellApart(
  activities: readonly ReadActivity[],
  columnOf: (activity: ReadActivity) => number,
): ReadActivity[] {
  const all = Map.groupBy(activities, ({ number }) => numberKey(number));
  const repeated = [...all.values()].filter((same) => same.length > 1 && same[0]?.number !== '');
  const depth = Math.max(0, ...activities.map(({ others }) => others.length));
  const ways = [
    ({ group }: ReadActivity) => group ?? '',
    ...Array.from(
      { length: depth },
      (_, index) =>
        ({ others }: ReadActivity) =>
          others[index] ?? '',
    ),
  ];
  const componentOf = ways.find((way) =>
    repeated.every((same) => {
      const own = same.map((activity) => comparable(way(activity)));
      return new Set(own).size === same.length && !own.includes('');
    }),
  );
  const groups = [...new Set(activities.map((activity) => comparable(componentOf?.(activity) ?? '')))];
  return activities.map((activity) => {
    const same = all.get(numberKey(activity.number)) ?? [];
    const [first] = same;
    if (activity.number === '' || same.length < 2 || first === undefined) return activity;
    const at = { row: activity.line.row, column: columnOf(activity) };
    if (componentOf !== undefined) {
      const number = `C${componentNumber(componentOf(activity), groups)}-${activity.number}`;
      addWarning(activity.reading.findings, 'component', at, warned.withComponent(activity.number, number));
      return { ...activity, number };
    }
    if (first !== activity) {
      const words = found.numberTwice(activity.number, first.line.row + 1);
      addProblem(activity.reading.findings, 'duplicate', at, words, expected.otherNumber);
    }
    return activity;
  });
}

/** The number in the name of a component (`Componente 2`, `2. Racionalización`), else its place. */
function componentNumber(group: string, groups: readonly string[]): number {
  const own = numberIn(group);
  const numbers = groups.map(numberIn);
  const telling = numbers.every((number) => number !== undefined) && new Set(numbers).size === numbers.length;
  return telling && own !== undefined ? own : groups.indexOf(comparable(group)) + 1;
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

function numberIn(group: string): number | undefined {
  const text = comparable(group);
  const match =
    /(?:^|(?:componente|linea|eje|objetivo|programa|dimension|pilar)\s*(?:n\S*\s*)?)(\d{1,2}|[ivx]{1,4})(?![a-z\d])/.exec(
      text,
    );
  const word = match?.[1];
  if (word === undefined) return undefined;
  return /\d/.test(word) ? Number(word) : ROMAN.indexOf(word) + 1 || undefined;
}
