import type { LocalDate } from '../../domain/dates.ts';
import { expected, found, warned } from '../../texts/importing/form-problems.ts';
import { addProblem, addWarning } from '../findings.ts';
import { cellAt, textAt } from '../grid.ts';
import { type At, cellError, type Reading } from '../read-cell.ts';
import type { BaseColumns } from './base-candidates.ts';
import { readPlanDay, readPlanPeriod, type Side, saysHowOften } from './plan-dates.ts';

export function readDates(
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
