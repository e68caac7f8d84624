import type { LocalDate } from '../domain/dates.ts';
import { readDate } from '../domain/written-dates.ts';
import { warned } from '../texts/importing/form-problems.ts';
import { addWarning } from './findings.ts';
import type { Form } from './form.ts';
import { type Cell, cellAt, filledColumns, textAt } from './grid.ts';
import { type At, cellError, mendText, type Reading, readText } from './read-cell.ts';
import { readDateCell } from './read-date.ts';
import { readPlanDay } from './reading/plan-dates.ts';
import {
  beginsWithNameLabel,
  type FoundField,
  hasShape,
  isNameLabel,
  labelsIn,
  valueBeside,
} from './title-labels.ts';
import { TITLE_FIELDS, type TitleField, type TitleLayout } from './title-layout.ts';

/** The title block. `code` and `title` are '' and `fiscalYear` is null when they are to be asked for. */
export type Title = Omit<
  Form,
  'activities' | 'cuts' | 'drawnUpBy' | 'approvedBy' | 'fiscalYear' | 'numberedByUs'
> & {
  readonly fiscalYear: number | null;
  /** Every line that is neither label nor value, top to bottom. */
  readonly lines: readonly string[];
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
  const texts = lines.map((line) => line.text).filter((line) => line !== '');
  return {
    lines: texts,
    code: shortText(reading, fields, 'code'),
    title,
    system,
    version: shortText(reading, fields, 'version'),
    versionDate: dateField(reading, fields, 'versionDate'),
    entity: text(reading, fields, 'entity').replace(/\s+/g, ' '),
    drawnUpOn: dateField(reading, fields, 'drawnUpOn'),
    fiscalYear: yearField(reading, fields, texts),
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
    const beside = label.value === '' ? valueNear(grid, at, label.field) : { at, value: label.value };
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

/** The value beside a label or below it; below a code or a version only what looks like one. */
function valueNear(grid: Reading['grid'], at: At, field: TitleField): { at: At; value: string } {
  const found = valueBeside(grid, at);
  const below = found.at.row !== at.row;
  return below && !hasShape(field, found.value)
    ? { at: { row: at.row, column: at.column + 1 }, value: '' }
    : found;
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
  const about = lines.findIndex(({ text: line }) => /\b(plan|programa|matriz)\b/i.test(line));
  const index = named >= 0 ? named : about >= 0 ? about : Math.min(1, lines.length - 1);
  const title = lines[index];
  if (title === undefined) return { title: '', system: '' };
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

/** The code and the version: short and on one line. What is not so is told, and '' instead. */
function shortText(
  reading: Reading,
  fields: ReadonlyMap<TitleField, FoundField>,
  field: 'code' | 'version',
): string {
  const layout = layoutFor(field);
  const read = fields.get(field);
  const value = read?.value ?? '';
  const at = read?.at ?? { row: 0, column: 0 };
  const error = read === undefined ? undefined : cellError(reading.grid, at);
  const usable = error === undefined && value.length <= LONGEST_SHORT && !value.includes('\n');
  if (usable && (value !== '' || field === 'code')) return value;
  addWarning(reading.findings, 'missing', at, warned.missing(layout.label));
  return '';
}

/** A date of the title block; one that cannot be read is told and left out. */
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
  const whole = cell.text.trim() === read.value ? cell : { text: read.value };
  const date = readDate(read.value) ?? readDateCell(whole)?.date ?? dayOf(whole);
  if (date === undefined) addWarning(reading.findings, 'title', read.at, warned.unreadableDate(read.value));
  return date ?? null;
}

/** A day with a time or a year of two digits; a month alone is no date of a document. */
function dayOf(cell: Cell): LocalDate | undefined {
  const day = readPlanDay(cell, 'start', 2_000);
  return day === undefined || day.month === true || day.date < '2001' ? undefined : day.date;
}

/**
 * The fiscal year: beside its label, in `del 01 de enero al 31 de diciembre de 2023`, else the only year in the lines of
 * the title. Null when none of them tells one.
 */
function yearField(
  reading: Reading,
  fields: ReadonlyMap<TitleField, FoundField>,
  lines: readonly string[],
): number | null {
  const read = fields.get('fiscalYear');
  const value = read?.value.replace(/\s+/g, '') ?? '';
  if (/^(19|20)\d\d$/.test(value)) return Number(value);
  const own = yearsIn(read?.value ?? '');
  if (own.length === 1) return own[0] ?? null;
  if (value !== '') return null;
  const year = yearOfLines(lines);
  if (year === undefined) return null;
  addWarning(reading.findings, 'title', read?.at ?? { row: 0, column: 0 }, warned.yearFromTitle(year));
  return year;
}

const FISCAL_YEAR = /(?:vigencia|a[ñn]o)(?:\s+fiscal)?\s*:?\s*((?:19|20)\d\d)(?!\d|\s*[-–])/gi;
const ABOUT_THE_PLAN = /plan|programa|matriz|mapa|cronograma|estrategia|vigencia|seguimiento|a[ñn]o/i;
/** Years of laws, versions and days are not those of the plan. */
const OTHER_YEAR =
  /decreto|ley|resoluci|acuerdo|versi[oó]n|fecha|aprob|actualiz|\d\s*[/-]\s*\d|de(l)?\s+(19|20)\d\d/i;

/** The only year that the title says is the fiscal one, else the only one of the plan's name, else of any line. */
function yearOfLines(lines: readonly string[]): number | undefined {
  const said = lines.flatMap((line) => [...line.matchAll(FISCAL_YEAR)].map(([, year]) => Number(year)));
  const named = lines.filter((line) => ABOUT_THE_PLAN.test(line)).flatMap(yearsIn);
  const any = lines.filter((line) => !OTHER_YEAR.test(line)).flatMap(yearsIn);
  const years = new Set([said, named, any].find((found) => found.length > 0));
  return years.size === 1 ? [...years][0] : undefined;
}

function yearsIn(text: string): number[] {
  return [...new Set([...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([year]) => Number(year)))];
}
