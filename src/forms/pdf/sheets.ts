import type { LocalDate } from '../../domain/dates.ts';
import { shorten } from '../../texts/html.ts';
import {
  cutHeading,
  formDate,
  partTitle,
  pdfWords,
  programmedAmount,
  programmedHeading,
} from '../../texts/print/pdf.ts';
import { percent } from '../../texts/words/amounts.ts';
import { shownMeasure, unitsOf } from '../../texts/words/units.ts';
import { cutsOfPlan } from '../cuts.ts';
import {
  type ExportForm,
  extraHeadings,
  extraTexts,
  monitoringAt,
  verdictFinder,
  verifiedCuts,
} from '../export-form.ts';
import type { FormActivity, FormCut } from '../form.ts';
import { COLUMNS, type ColumnName } from '../layout.ts';
import { measureText, programmingColumns } from '../programming-columns.ts';
import { type ColumnText, columnWidths, mostLines } from './column-widths.ts';

/** A table with two header rows that are repeated on every page. */
export type Sheet = {
  readonly title: string;
  /** In pt; together the width of the page between its margins. */
  readonly widths: readonly number[];
  readonly header: readonly HeaderCell[];
  readonly rows: readonly Row[];
  /** Places of columns whose text is centred. */
  readonly centred: readonly number[];
};

export type Row = {
  readonly cells: readonly string[];
  /** Surely lower than half a page: it is never parted. A row that may be higher is, or the compiler would lose its end. */
  readonly whole: boolean;
};

/** A heading over one or both header rows, over one or more columns; in reading order. */
export type HeaderCell = {
  readonly text: string;
  readonly column: number;
  readonly row: 0 | 1;
  readonly columns: number;
  readonly rows: 1 | 2;
};

/** Legal landscape (14 in) without its margins, in pt. */
export const PAGE_WIDTH = 14 * 72 - 2 * 34;

/** With more than this the columns of a sheet are too narrow to be read at 7 pt. */
const MOST_OTHER_COLUMNS = 6;
const MOST_COLUMNS = 15;
const MOST_BLOCKS = 4;
const MOST_PROGRAMMED_CUTS = 6;
const MOST_VERIFIED_BLOCKS = 3;
/** A header is repeated on every page: one as high as a page would leave no room for rows. */
const LONGEST_HEADING = 150;
/** A longer observation is printed on the sheets of monitoring, where the column is wide enough for it. */
const LONGEST_BESIDE = 200;

/** Lines of a row that is kept whole: less than half a page under the two header rows. */
const MOST_WHOLE_LINES = 20;

type Column = {
  readonly heading: string;
  readonly group: string;
  readonly centred: boolean;
  readonly text: (activity: FormActivity) => string;
};

/**
 * The tables of the form. The monitoring stands beside the programme, as the form prints it, while it is one block of
 * short texts; otherwise on sheets of its own with the activity's number and name repeated, up to four blocks each.
 */
export function sheetsOf(form: ExportForm): readonly Sheet[] {
  const { activities } = form;
  const cuts = form.cuts.filter((cut) => cut.number <= form.upToCut);
  const own = COLUMNS.map((column) => ownColumn(column.name)).filter(
    (column) => column.always || activities.some((activity) => column.text(activity) !== ''),
  );
  const others = otherColumns(form);
  const beside = monitoringFitsBeside(form, cuts, own.length + others.length) ? cuts : [];
  const fit = own.length + others.length + 2 * beside.length <= MOST_COLUMNS;
  const programme = [...own, ...(fit ? others : []), ...beside.flatMap(blockColumns)];
  return [
    sheet(pdfWords.programme, programme, activities),
    ...(fit ? [] : otherSheets(others, activities)),
    ...(beside.length > 0 ? [] : monitoringSheets(form, cuts)),
    ...programmingSheets(form),
    ...verificationSheets(form),
  ];
}

/** What is expected at each cut, where something is programmed or set. */
function programmingSheets(form: ExportForm): readonly Sheet[] {
  const columns = programmingColumns(form.activities);
  const cuts = cutsOfPlan(form);
  const ofCuts = columns.flatMap((column) => (column.kind === 'cut' ? [column.cut] : []));
  if (columns.length === 0) return [];
  const hasMeasure = columns.some(({ kind }) => kind === 'measure');
  const first = [basisColumn, ...(hasMeasure ? [measureColumn] : [])];
  const parts = ofCuts.length === 0 ? [[]] : inParts(ofCuts, MOST_PROGRAMMED_CUTS);
  return parts.map((part, index) =>
    sheet(
      partTitle(pdfWords.programming, index + 1, parts.length),
      [...repeated, ...first, ...part.map((cut) => programmedColumn(cut, cuts))],
      form.activities,
    ),
  );
}

const basisColumn: Column = {
  heading: pdfWords.basis,
  group: '',
  centred: false,
  text: ({ programming }) => pdfWords.bases[programming?.basis ?? 'nothing'],
};

const measureColumn: Column = {
  heading: pdfWords.measure,
  group: '',
  centred: false,
  text: ({ programming }) => (programming === undefined ? '' : measureText(programming)),
};

function programmedColumn(cut: number, cuts: readonly { number: number; date: LocalDate }[]): Column {
  const date = cuts.find(({ number }) => number === cut)?.date;
  return {
    heading: date === undefined ? String(cut) : programmedHeading(date),
    group: pdfWords.programmed,
    centred: true,
    text: ({ programming }) => {
      const figure = programming?.figures.find((each) => each.cut === cut);
      if (programming === undefined || figure === undefined) return '';
      return 'tenths' in figure
        ? percent(figure.tenths)
        : programmedAmount(figure.amount, programming.yearAmount);
    },
  };
}

function monitoringFitsBeside(form: ExportForm, cuts: readonly FormCut[], columns: number): boolean {
  if (cuts.length !== 1 || columns + 2 > MOST_COLUMNS) return false;
  return form.activities.every((each) =>
    each.monitoring.every(({ observation }) => observation.length <= LONGEST_BESIDE),
  );
}

function otherSheets(others: readonly Column[], activities: readonly FormActivity[]): readonly Sheet[] {
  return inParts(others, MOST_OTHER_COLUMNS).map((part) =>
    sheet(pdfWords.otherColumns, [...repeated, ...part], activities),
  );
}

function monitoringSheets(form: ExportForm, cuts: readonly FormCut[]): readonly Sheet[] {
  const parts = inParts(cuts, MOST_BLOCKS);
  return parts.map((part, index) =>
    sheet(
      partTitle(pdfWords.monitoring, index + 1, parts.length),
      [...repeated, ...part.flatMap(blockColumns)],
      form.activities,
    ),
  );
}

/** What Control Interno says, beside what was reported, up to three blocks a sheet. */
function verificationSheets(form: ExportForm): readonly Sheet[] {
  const verdictAt = verdictFinder(form);
  const parts = inParts(verifiedCuts(form), MOST_VERIFIED_BLOCKS);
  return parts.map((part, index) =>
    sheet(
      partTitle(pdfWords.verification, index + 1, parts.length),
      [...repeated, ...part.flatMap((cut) => verdictColumns(verdictAt, cut))],
      form.activities,
    ),
  );
}

function verdictColumns(verdictAt: ReturnType<typeof verdictFinder>, cut: FormCut): readonly Column[] {
  const [reported] = blockColumns(cut);
  if (!reported) return [];
  const said = (activity: FormActivity) => verdictAt(activity.number, cut.number);
  const own = (activity: FormActivity) => {
    const tenths = said(activity)?.progressTenths ?? null;
    return tenths === null ? '' : percent(tenths);
  };
  const { group } = reported;
  return [
    reported,
    { heading: pdfWords.verdict, group, centred: true, text: (each) => said(each)?.verdict ?? '' },
    { heading: pdfWords.verifiedProgress, group, centred: true, text: own },
    { heading: pdfWords.observation, group, centred: false, text: (each) => said(each)?.remark ?? '' },
  ];
}

/** Parts of about the same size, none with more than `most`. */
function inParts<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  const parts = Math.ceil(items.length / most);
  const size = Math.ceil(items.length / parts);
  return Array.from({ length: parts }, (_, index) => items.slice(index * size, (index + 1) * size));
}

function ownColumn(name: ColumnName): Column & { readonly always: boolean } {
  const { heading = '', group = '', presence } = COLUMNS.find((each) => each.name === name) ?? {};
  const centred = ['number', 'start', 'end', 'weight'].includes(name);
  return { heading, group, centred, always: presence === 'must', text: (of) => cellText(of, name) };
}

function cellText(activity: FormActivity, name: ColumnName): string {
  switch (name) {
    case 'activity':
      return activity.name;
    case 'start':
    case 'end':
      return formDate(activity[name]);
    case 'weight':
      return activity.weight === null ? '' : percent(Math.round(activity.weight * 10));
    default:
      return activity[name];
  }
}

const repeated: readonly Column[] = [ownColumn('number'), ownColumn('activity')];

/** Columns that we do not know, in the order of the form; a heading printed twice is two columns. */
function otherColumns(form: ExportForm): readonly Column[] {
  const headings = extraHeadings(form);
  return headings.map((heading, place) => ({
    heading: shorten(heading, LONGEST_HEADING),
    group: '',
    centred: false,
    text: (activity) => extraTexts(activity, headings)[place] ?? '',
  }));
}

function blockColumns(cut: FormCut): readonly Column[] {
  const date = cut.headingDate === '' ? cutHeading(cut.date) : cut.headingDate;
  const group = `${shorten(cut.label, LONGEST_HEADING)}\n${shorten(date, LONGEST_HEADING)}`;
  const progress = (activity: FormActivity) => {
    const said = monitoringAt(activity, cut.number);
    const tenths = said?.progressTenths ?? null;
    if (tenths === null) return '';
    const { measure = null, yearAmount = null } = activity.programming ?? {};
    const units = unitsOf({
      progress: tenths,
      amount: said?.amount,
      measure: shownMeasure({ measure, yearAmount }),
    });
    return units === null ? percent(tenths) : `${percent(tenths)}\n${units}`;
  };
  return [
    { heading: pdfWords.progress, group, centred: true, text: progress },
    {
      heading: pdfWords.observation,
      group,
      centred: false,
      text: (each) => monitoringAt(each, cut.number)?.observation ?? '',
    },
  ];
}

function sheet(title: string, columns: readonly Column[], activities: readonly FormActivity[]): Sheet {
  const rows = activities.map((activity) => columns.map((column) => column.text(activity)));
  const texts = columns.map(
    (column, place): ColumnText => ({ heading: column.heading, texts: rows.map((row) => row[place] ?? '') }),
  );
  const widths = columnWidths(texts, PAGE_WIDTH);
  const whole = (cells: readonly string[]) =>
    cells.every((cell, place) => mostLines(cell, widths[place] ?? 0) <= MOST_WHOLE_LINES);
  return {
    title,
    widths,
    header: headerOf(columns),
    rows: rows.map((cells) => ({ cells, whole: whole(cells) })),
    centred: columns.flatMap((column, place) => (column.centred ? [place] : [])),
  };
}

/** Neighbours with the same heading above them share it; a column without one has both rows. */
function headerOf(columns: readonly Column[]): readonly HeaderCell[] {
  const above = columns.flatMap(({ heading, group }, column): HeaderCell[] => {
    if (group === '') return [{ text: heading, column, row: 0, columns: 1, rows: 2 }];
    if (columns[column - 1]?.group === group) return [];
    let last = column;
    while (columns[last + 1]?.group === group) last += 1;
    return [{ text: group, column, row: 0, columns: last - column + 1, rows: 1 }];
  });
  const below = columns.flatMap(({ heading, group }, column): HeaderCell[] =>
    group === '' ? [] : [{ text: heading, column, row: 1, columns: 1, rows: 1 }],
  );
  return [...above, ...below];
}
