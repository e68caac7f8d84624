import { expected, found, warned } from '../texts/importing/form-problems.ts';
import { areQuarterly, cutsOfDates } from './cuts.ts';
import { attachObservations, type Block, type ColumnData, checkBlocks, findBlocks } from './find-blocks.ts';
import {
  assignColumns,
  dataProbe,
  headedColumns,
  isOfBlock,
  type UnknownColumn,
  unknownColumns,
  warnMissing,
} from './find-columns.ts';
import { findHeader, type Header } from './find-header.ts';
import { activityRows, endOfTable, secondTable } from './find-rows.ts';
import { addProblem, addWarning, type Mending, type Note, noFindings, type Problem } from './findings.ts';
import type { Form, FormActivity, FormCut } from './form.ts';
import { columnLetter, type Grid, isBlank } from './grid.ts';
import type { ColumnName } from './layout.ts';
import { menderOf } from './mend-splits.ts';
import { readActivities, tellOtherYear } from './read-activities.ts';
import type { Reading } from './read-cell.ts';
import { type Fractions, readBlock } from './read-monitoring.ts';
import { readPercentageCell } from './read-percentage.ts';
import { readSignatures } from './read-signatures.ts';
import { readTitle } from './read-title.ts';
import { type VerificationPlace, verificationOf } from './verification-columns.ts';

export type ReadOptions = {
  /** What bare numbers ≤ 1 mean; see `Fractions`. Leave it out and an ambiguous block is refused. */
  readonly fractions?: boolean;
  /** Read the headings of the blocks but not their cells, so that no fault in them matters. */
  readonly withoutMonitoring?: boolean;
  /** Names of the entity's positions so far: they let `A y B` be split, or stay whole, without a doubt. */
  readonly knownPositions?: readonly string[];
};

export type FormReading =
  | {
      readonly ok: true;
      readonly form: Form;
      readonly warnings: readonly Note[];
      readonly mendings: readonly Mending[];
      /** Columns that are not of the form, left to right; `column` is the letter. */
      readonly unknownColumns: readonly { readonly column: string; readonly heading: string }[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Where the parts of a form stand in its grid; rows and columns are zero-based. */
export type FormPlaces = {
  readonly headerFirst: number;
  readonly headerLast: number;
  /** The row where the table ends: the first of the signatures, or the end of the sheet. */
  readonly end: number;
  readonly columns: ReadonlyMap<ColumnName, number>;
  readonly unknown: readonly UnknownColumn[];
  /** In order of date, as `Form.cuts`. */
  readonly blocks: readonly {
    readonly cut: number;
    readonly column: number;
    readonly headingRow: number;
    readonly progress: number | undefined;
    readonly observation: number | undefined;
  }[];
  /** Columns of Control Interno's verdicts that an export of ours has; nothing is read out of them. */
  readonly verification: readonly VerificationPlace[];
  /** The rows of the activities, in order. */
  readonly rows: readonly number[];
};

/** The form of a sheet as `readForm` gives it. */
export function readForm(grid: Grid, options: ReadOptions = {}): FormReading {
  return readFormWithPlaces(grid, options).reading;
}

/**
 * Reads the official form out of a sheet, wherever its headings stand. Gives the whole form, with what the person
 * should know besides, or every problem there is, top to bottom; never half a form. Never throws.
 * `places` is missing when there are no headings.
 */
export function readFormWithPlaces(
  grid: Grid,
  options: ReadOptions = {},
): { reading: FormReading; places?: FormPlaces } {
  const reading: Reading = { grid, findings: noFindings(grid.sheet), mend: menderOf(grid) };
  const { findings } = reading;
  const header = findHeader(grid);
  if (header === undefined) {
    const row = Math.max(
      0,
      grid.rows.findIndex((cells) => !cells.every(isBlank)),
    );
    addProblem(findings, 'heading', { row, column: 0 }, found.noTable, expected.table);
    return { reading: { ok: false, problems: findings.problems } };
  }
  const title = readTitle(reading, header.first);
  const end = endOfTable(grid, header);
  const table = readHeadings(reading, header, end, title.fiscalYear);
  const rows = activityRows(grid, header, end, table.columns.get('number'), findings);
  if (rows.length === 0) {
    addProblem(
      findings,
      'no-activities',
      { row: header.last + 1, column: 0 },
      found.noActivities,
      expected.activities,
    );
  }
  const cuts = numberCuts(reading, table.blocks, title.fiscalYear);
  const activities = readRows(reading, table, rows, cuts, options);
  const starts = { row: rows[0] ?? 0, column: table.columns.get('start') ?? 0 };
  tellOtherYear(reading, activities, starts, title.fiscalYear);
  const places = placesOf(header, end, table, cuts, rows);
  const signatures = readSignatures(reading, end);
  const second = secondTable(grid, end);
  if (second !== undefined) {
    addProblem(findings, 'second-table', { row: second, column: 0 }, found.secondTable, expected.oneTable);
  }
  if (findings.problems.length > 0 || title.fiscalYear === null) {
    return { reading: { ok: false, problems: inOrder(findings.problems) }, places };
  }
  const form = { ...title, fiscalYear: title.fiscalYear, activities, cuts, ...signatures };
  const warnings = inOrder(findings.warnings);
  const unknownColumns = table.unknown.map(({ column, heading }) => ({
    column: columnLetter(column),
    heading,
  }));
  return { reading: { ok: true, form, warnings, mendings: findings.mendings, unknownColumns }, places };
}

function placesOf(
  header: Header,
  end: number,
  table: Table,
  cuts: readonly FormCut[],
  rows: readonly number[],
): FormPlaces {
  const blocks = table.blocks.map(({ at, progress, observation }, index) => ({
    cut: cuts[index]?.number ?? 0,
    column: at.column,
    headingRow: at.row,
    progress,
    observation,
  }));
  return {
    headerFirst: header.first,
    headerLast: header.last,
    end,
    columns: table.columns,
    unknown: table.unknown,
    blocks,
    verification: table.verification,
    rows,
  };
}

type Table = {
  readonly columns: Map<ColumnName, number>;
  readonly blocks: Block[];
  readonly unknown: UnknownColumn[];
  readonly verification: readonly VerificationPlace[];
};

function readHeadings(reading: Reading, header: Header, end: number, fiscalYear: number | null): Table {
  const { grid, findings } = reading;
  const all = headedColumns(grid, header);
  const verification = all.flatMap(({ column, own }): VerificationPlace[] => {
    const ours = own.map(({ text }) => verificationOf(text)).find((each) => each !== undefined);
    return ours ? [{ ...ours, column }] : [];
  });
  const headed = all.filter(({ column }) => !verification.some((each) => each.column === column));
  const data = columnData(grid, header.last + 1, end);
  const ofBlocks = headed.filter(isOfBlock);
  const { known, rest } = assignColumns(
    headed.filter((column) => !ofBlocks.includes(column)),
    findings,
  );
  const monitoring = findBlocks(ofBlocks, data, fiscalYear, findings);
  const left = attachObservations(monitoring.blocks, rest);
  checkBlocks(monitoring.blocks, left, header.first, findings);
  const others = [...left, ...monitoring.rest].sort((a, b) => a.column - b.column);
  const unknown = unknownColumns(others, data.hasData, header, findings);
  warnMissing(known, unknown, header, findings);
  return { columns: known, blocks: monitoring.blocks, unknown, verification };
}

function columnData(grid: Grid, from: number, to: number): ColumnData {
  return {
    hasData: dataProbe(grid, from, to),
    percentShare: (column) => {
      const cells = grid.rows.slice(from, to).flatMap((row) => row[column] ?? []);
      const filled = cells.filter((cell) => !isBlank(cell));
      const read = filled.filter((cell) => readPercentageCell(cell).kind !== 'unreadable');
      return filled.length === 0 ? 0 : read.length / filled.length;
    },
  };
}

/** Gives each block the number of its cut in the plan's calendar, and tells what is unusual about them. */
function numberCuts({ findings }: Reading, blocks: readonly Block[], fiscalYear: number | null): FormCut[] {
  const dates = blocks.map((block) => block.date);
  const calendar = cutsOfDates(dates, fiscalYear ?? 0);
  const [first] = blocks;
  if (fiscalYear !== null && first !== undefined && !areQuarterly(dates, fiscalYear)) {
    addWarning(findings, 'other-calendar', first.at, warned.otherCalendar(dates));
  }
  return blocks.map((block) => {
    const number = calendar.find((cut) => cut.date === block.date)?.number ?? 0;
    if (fiscalYear !== null && block.ordinal !== undefined && block.ordinal !== number) {
      addWarning(findings, 'cut-order', block.at, warned.cutOrder(block.label, block.date, number));
    }
    return { number, date: block.date, label: block.label, headingDate: block.headingDate };
  });
}

function readRows(
  reading: Reading,
  table: Table,
  rows: readonly number[],
  cuts: readonly FormCut[],
  options: ReadOptions,
): FormActivity[] {
  const fractions: Fractions = options.fractions;
  const known = options.knownPositions ?? [];
  const activities = readActivities(reading, rows, table.columns, table.unknown, known);
  const blocks = options.withoutMonitoring === true ? [] : table.blocks;
  const read = blocks.map((block, index) =>
    readBlock(reading, block, rows, cuts[index]?.number ?? 0, fractions),
  );
  return activities.map(({ row, ...activity }) => ({
    ...activity,
    monitoring: read.flatMap((block) => block.get(row) ?? []),
  }));
}

/** By row, then by column: the order in which a person goes through the sheet. */
function inOrder<Found extends { readonly row: number; readonly column: string }>(
  items: readonly Found[],
): Found[] {
  return [...items].sort(
    (a, b) =>
      a.row - b.row ||
      a.column.length - b.column.length ||
      (a.column < b.column ? -1 : a.column > b.column ? 1 : 0),
  );
}
