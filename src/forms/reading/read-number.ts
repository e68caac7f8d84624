import { expected, found } from '../../texts/importing/form-problems.ts';
import { isActivityNumber } from '../find-header.ts';
import { addProblem } from '../findings.ts';
import { cellAt } from '../grid.ts';
import { type Reading, readRequired } from '../read-cell.ts';

const LONGEST_NUMBER = 20;

/**
 * The number as printed. It has a digit, stands on one line and is short, because people write it in the chat. A date in
 * its place is what a spreadsheet made of `1.2`.
 */
export function readNumber(reading: Reading, row: number, column: number | undefined): string {
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
