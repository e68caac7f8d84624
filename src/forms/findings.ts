import { problemSentence, warned, warningSentence } from '../texts/importing/form-problems.ts';
import { columnLetter } from './grid.ts';

export type ProblemKind =
  /** The file or sheet as a whole: no plan can be read from it. */
  | 'file'
  | 'no-plan'
  | 'title'
  | 'heading'
  | 'cut'
  | 'no-activities'
  | 'number'
  | 'duplicate'
  | 'empty'
  | 'date'
  | 'dates-crossed'
  | 'percentage'
  | 'fractions'
  | 'weight'
  | 'cell-error'
  | 'too-long'
  | 'second-table'
  | 'number-date'
  | 'letters'
  | 'several-rows'
  | 'questions';

/** Where something was found: the sheet ('' without sheets), the row as a spreadsheet counts it (from 1), the column's letter. */
export type Place = { readonly sheet: string; readonly row: number; readonly column: string };

/** Why a form cannot be taken. `found` and `expected` are Spanish. `fractions` can be settled by an option. */
export type Problem = Place & {
  readonly kind: ProblemKind;
  readonly found: string;
  readonly expected: string;
};

export type NoteKind =
  | 'missing'
  | 'unknown-column'
  | 'not-applicable'
  | 'observation-only'
  | 'percentage-only'
  | 'rounded'
  | 'whole-position'
  | 'serial-date'
  | 'skipped-row'
  | 'cut-order'
  | 'other-year'
  | 'other-calendar'
  | 'no-observations'
  | 'hidden-row'
  | 'merged-rows'
  | 'several-sheets'
  | 'hidden-sheet'
  | 'macros'
  | 'links'
  | 'over-100'
  | 'among-words'
  | 'error-kept'
  | 'numbered'
  | 'component'
  | 'same-responsible'
  | 'one-date'
  | 'no-blocks'
  | 'summed'
  | 'title'
  | 'decrease'
  | 'answer'
  /** What was answered about the same layout earlier holds. */
  | 'as-before';

/** Something the person who imports should know; the form is taken all the same. */
export type Note = Place & { readonly kind: NoteKind; readonly text: string };

/** A word that was split in the form and was put together again. */
export type Mending = Place & { readonly before: string; readonly after: string };

/** What is gathered while a form is read; rows and columns are zero-based here. */
export type Findings = {
  readonly sheet: string;
  readonly problems: Problem[];
  readonly warnings: Note[];
  readonly mendings: Mending[];
};

export function noFindings(sheet: string): Findings {
  return { sheet, problems: [], warnings: [], mendings: [] };
}

export function placeOf(sheet: string, row: number, column: number): Place {
  return { sheet, row: row + 1, column: columnLetter(column) };
}

export function addProblem(
  findings: Findings,
  kind: ProblemKind,
  at: { row: number; column: number },
  found: string,
  expected: string,
): void {
  findings.problems.push({ ...placeOf(findings.sheet, at.row, at.column), kind, found, expected });
}

export function addWarning(
  findings: Findings,
  kind: NoteKind,
  at: { row: number; column: number },
  text: string,
): void {
  findings.warnings.push({ ...placeOf(findings.sheet, at.row, at.column), kind, text });
}

/** The problem in one Spanish line: where, what was found, what was expected. */
export function describeProblem(problem: Problem): string {
  return problemSentence(problem);
}

/** The warning in one Spanish line. */
export function describeNote(note: Note): string {
  return warningSentence(note);
}

/** The mending in one Spanish line: what the form has, and what is read. */
export function describeMending(mending: Mending): string {
  return warningSentence({ ...mending, text: warned.mended(mending.before, mending.after) });
}
