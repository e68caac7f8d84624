import { expected, found } from '../texts/importing/form-problems.ts';
import { addProblem, type Findings, placeOf } from './findings.ts';
import { cellAt, type Grid, MAX_CELL_LENGTH } from './grid.ts';
import type { Mender } from './mend-splits.ts';

/** What the parts of the reader share while one form is read. */
export type Reading = { readonly grid: Grid; readonly findings: Findings; readonly mend: Mender };

export type At = { readonly row: number; readonly column: number };

const CELL_ERROR =
  /^#(?:ref|n\/a|value|div\/0|name|num|null|¡ref|¡valor|¡div\/0|¡num|¡nulo|¿nombre|n\/d|campo|calc|spill)[!?]?$/i;

/** The error a cell shows, from a workbook or copied as text. */
export function cellError(grid: Grid, at: At): string | undefined {
  const cell = cellAt(grid, at.row, at.column);
  const text = cell.text.trim();
  return cell.error ?? (text.length < 12 && CELL_ERROR.test(text) ? text : undefined);
}

/** The text of a cell, trimmed and with its splits mended. A cell error or a text too long is a problem, and gives ''. */
export function readText(reading: Reading, at: At): string {
  const { grid, findings } = reading;
  const error = cellError(grid, at);
  if (error !== undefined) {
    addProblem(findings, 'cell-error', at, found.cellError(error), expected.noError);
    return '';
  }
  const text = cellAt(grid, at.row, at.column).text.trim();
  if (text.length > MAX_CELL_LENGTH) {
    addProblem(findings, 'too-long', at, found.tooLong(text.length), expected.shorter(MAX_CELL_LENGTH));
    return '';
  }
  return mendText(reading, at, text);
}

/** Mends a text that was found at `at`, and notes each mending. */
export function mendText(reading: Reading, at: At, text: string): string {
  const mended = reading.mend(text);
  const place = placeOf(reading.findings.sheet, at.row, at.column);
  for (const mend of mended.mends) reading.findings.mendings.push({ ...place, ...mend });
  return mended.text;
}

/** The text of a cell that may not be blank; `what` names it (`el número de la actividad`). */
export function readRequired(reading: Reading, at: At, what: string): string {
  const before = reading.findings.problems.length;
  const text = readText(reading, at);
  if (text === '' && reading.findings.problems.length === before) {
    addProblem(reading.findings, 'empty', at, found.blank, what);
  }
  return text;
}
