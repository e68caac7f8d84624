import { expected, found, warned } from '../../texts/importing/form-problems.ts';
import { isActivityNumber } from '../find-header.ts';
import { addProblem, addWarning } from '../findings.ts';
import type { FormActivity } from '../form.ts';
import { cellAt, isBlank, isUncalculated, textAt } from '../grid.ts';
import type { ColumnName } from '../layout.ts';
import { type At, cellError, type Reading, readRequired, readText } from '../read-cell.ts';
import { readPercentageCell } from '../read-percentage.ts';
import { readDates } from './activity-dates.ts';
import type { BaseColumns } from './base-candidates.ts';
import type { Line } from './plan-table.ts';
import { readNumber } from './read-number.ts';

/** An activity without its reports and positions, and the row it was read from. */
export type ReadActivity = Omit<FormActivity, 'monitoring' | 'positions'> & {
  readonly line: Line;
  readonly reading: Reading;
  /** What the other columns that group activities say. A blank cell says the same as the one above. */
  readonly others: readonly string[];
};

export type KeptColumn = { readonly column: number; readonly heading: string };

/** How the columns of a table are read. */
export type TableColumns = {
  readonly base: BaseColumns;
  readonly kept: readonly KeptColumn[];
  /** The column that names what several activities have in common. */
  readonly group: number | undefined;
  /** Columns that may tell two activities with the same number apart. */
  readonly otherGroups: readonly number[];
};

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

/** The text of a column of the entity's own. An error in it is only told. */
function keptText(reading: Reading, at: At): string {
  if (isUncalculated(cellAt(reading.grid, at.row, at.column))) return '';
  const error = cellError(reading.grid, at);
  if (error === undefined) return readText(reading, at);
  addWarning(reading.findings, 'error-kept', at, warned.errorKept(error));
  return '';
}

function readName(reading: Reading, row: number, column: number | undefined): string {
  if (column === undefined) return '';
  const at = { row, column };
  const name = readRequired(reading, at, 'el nombre de la actividad');
  if (name !== '' && isActivityNumber(name))
    addProblem(reading.findings, 'empty', at, found.nameIsNumber(name), expected.nameInWords);
  return name;
}

/**
 * The responsible of each line. One given once for several activities counts for those below; a single blank cell is a
 * problem.
 */
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
