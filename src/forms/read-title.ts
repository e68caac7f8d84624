import type { LocalDate } from '../domain/dates.ts';
import { readDate } from '../domain/written-dates.ts';
import { expected, found, warned } from '../texts/importing/form-problems.ts';
import { addProblem, addWarning } from './findings.ts';
import type { Form } from './form.ts';
import { cellAt, filledColumns, textAt } from './grid.ts';
import { TITLE_FIELDS, type TitleField, type TitleLayout } from './layout.ts';
import { type At, cellError, mendText, type Reading, readText } from './read-cell.ts';
import { readDateCell } from './read-date.ts';
import { beginsWithNameLabel, type FoundField, isNameLabel, labelsIn, valueBeside } from './title-labels.ts';

export type Title = Omit<Form, 'activities' | 'cuts' | 'drawnUpBy' | 'approvedBy' | 'fiscalYear'> & {
  /** Null when it is missing or cannot be read, which is told as a problem. */
  readonly fiscalYear: number | null;
};

const LONGEST_SHORT = 120;

/** Reads the block above the headings (rows before `end`): labels with their values, and the lines of the title. */
export function readTitle(reading: Reading, end: number): Title {
  const fields = new Map<TitleField, FoundField>();
  const lines: { at: At; text: string }[] = [];
  const values = new Set<string>();
  for (let row = 0; row < end; row += 1) {
    for (const column of filledColumns(reading.grid, row)) {
      if (!values.has(`${row}:${column}`)) readTitleCell(reading, { row, column }, fields, lines, values);
    }
  }
  if (!fields.has('entity')) entityFromLines(fields, lines);
  const { title, system } = titleOf(reading, lines);
  return {
    code: shortText(reading, fields, 'code'),
    title,
    system,
    version: shortText(reading, fields, 'version'),
    versionDate: dateField(reading, fields, 'versionDate'),
    entity: text(reading, fields, 'entity').replace(/\s+/g, ' '),
    drawnUpOn: dateField(reading, fields, 'drawnUpOn'),
    fiscalYear: yearField(reading, fields),
    scope: text(reading, fields, 'scope'),
    objectives: text(reading, fields, 'objectives'),
  };
}

function readTitleCell(
  { grid }: Reading,
  at: At,
  fields: Map<TitleField, FoundField>,
  lines: { at: At; text: string }[],
  values: Set<string>,
): void {
  const cellText = textAt(grid, at.row, at.column);
  const labels = labelsIn(cellText);
  if (labels.length === 0) lines.push(...cellText.split('\n').map((line) => ({ at, text: line.trim() })));
  for (const label of labels) {
    const beside = label.value === '' ? valueBeside(grid, at) : { at, value: label.value };
    if (beside.at !== at) values.add(`${beside.at.row}:${beside.at.column}`);
    if (fields.get(label.field)?.value) continue;
    const isName = isNameLabel(cellText) && beside.value !== '';
    fields.set(label.field, {
      label: at,
      at: beside.at,
      value: isName ? `${cellText} ${beside.value}` : beside.value,
    });
  }
}

function entityFromLines(fields: Map<TitleField, FoundField>, lines: { at: At; text: string }[]): void {
  const index = lines.findIndex((line) => beginsWithNameLabel(line.text));
  const [line] = index < 0 ? [] : lines.splice(index, 1);
  if (line !== undefined) fields.set('entity', { label: line.at, at: line.at, value: line.text });
}

/** The title is the first line that says *plan*, else the second, else the first; the system is what stands before it. */
function titleOf(reading: Reading, all: { at: At; text: string }[]): { title: string; system: string } {
  const lines = all.filter(({ text: line }) => line !== '' && !/^p[áa]gina\b/i.test(line));
  const named = lines.findIndex(({ text: line }) => /^(plan|programa|matriz)\s/i.test(line));
  const index = named >= 0 ? named : Math.min(1, lines.length - 1);
  const title = lines[index];
  if (title === undefined) {
    addProblem(reading.findings, 'title', { row: 0, column: 0 }, found.nothing, 'el título del plan');
    return { title: '', system: '' };
  }
  const system = index > 0 ? lines[0] : undefined;
  return {
    title: mendText(reading, title.at, title.text),
    system: system === undefined ? '' : mendText(reading, system.at, system.text),
  };
}

function layoutFor(field: TitleField): TitleLayout {
  const layout = TITLE_FIELDS.find((entry) => entry.field === field);
  if (layout === undefined) throw new Error(`No layout for ${field}`);
  return layout;
}

function text(reading: Reading, fields: ReadonlyMap<TitleField, FoundField>, field: TitleField): string {
  const read = fields.get(field);
  if (read === undefined || read.value === '') {
    addWarning(
      reading.findings,
      'missing',
      read?.at ?? { row: 0, column: 0 },
      warned.missing(layoutFor(field).label),
    );
    return '';
  }
  const wholeCell = textAt(reading.grid, read.at.row, read.at.column);
  if (
    wholeCell === read.value ||
    cellError(reading.grid, read.at) !== undefined ||
    wholeCell.length > 4_000
  ) {
    return readText(reading, read.at);
  }
  return mendText(reading, read.at, read.value);
}

/** The code, without which there is no plan, and the version: short and on one line. */
function shortText(
  reading: Reading,
  fields: ReadonlyMap<TitleField, FoundField>,
  field: 'code' | 'version',
): string {
  const layout = layoutFor(field);
  const read = fields.get(field);
  const value = read?.value ?? '';
  const at = read?.at ?? { row: 0, column: 0 };
  const error = cellError(reading.grid, at);
  if (read !== undefined && (error !== undefined || value.length > LONGEST_SHORT || value.includes('\n'))) {
    const words = error === undefined ? found.text(value) : found.cellError(error);
    addProblem(reading.findings, 'title', at, words, expected.value(layout.meaning, layout.label));
  } else if (value === '' && field === 'code') {
    const words = read === undefined ? found.nothing : found.blank;
    addProblem(reading.findings, 'title', at, words, expected.value(layout.meaning, layout.label));
  } else if (value === '') addWarning(reading.findings, 'missing', at, warned.missing(layout.label));
  return value;
}

function dateField(
  reading: Reading,
  fields: ReadonlyMap<TitleField, FoundField>,
  field: 'versionDate' | 'drawnUpOn',
): LocalDate | null {
  const read = fields.get(field);
  if (read === undefined || read.value === '') {
    addWarning(
      reading.findings,
      'missing',
      read?.at ?? { row: 0, column: 0 },
      warned.missing(layoutFor(field).label),
    );
    return null;
  }
  const cell = cellAt(reading.grid, read.at.row, read.at.column);
  const date =
    readDate(read.value) ?? (cell.text.trim() === read.value ? readDateCell(cell)?.date : undefined);
  if (date === undefined)
    addProblem(reading.findings, 'date', read.at, found.text(read.value), expected.date);
  return date ?? null;
}

function yearField(reading: Reading, fields: ReadonlyMap<TitleField, FoundField>): number | null {
  const layout = layoutFor('fiscalYear');
  const read = fields.get('fiscalYear');
  const value = read?.value.replace(/\s+/g, '') ?? '';
  if (/^(19|20)\d\d$/.test(value)) return Number(value);
  const at = read?.at ?? { row: 0, column: 0 };
  const words = read === undefined ? found.nothing : value === '' ? found.blank : found.text(value);
  const wanted = value === '' ? expected.value(layout.meaning, layout.label) : expected.year;
  addProblem(reading.findings, 'title', at, words, wanted);
  return null;
}
