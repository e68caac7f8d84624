import { readCutHeading } from '../cut-heading.ts';
import { cellAt, columnLetter } from '../grid.ts';
import { headingKey } from '../headings.ts';
import { type Asking, allow, answerTo, decide } from './asking.ts';
import type { BaseColumns } from './base-candidates.ts';
import { assignBase } from './base-columns.ts';
import { attachFollowers, type BlockColumn, blockColumn, isOfBlock } from './block-columns.ts';
import { type Unit, unitsOf } from './block-units.ts';
import { blockWords } from './block-words.ts';
import { type Column, columnData } from './column-data.ts';
import { type DecidedUnit, decideUnits } from './decide-units.ts';
import { type Figures, figureOf } from './figures.ts';
import { stackOf } from './headed-columns.ts';
import { isOfficial } from './layouts.ts';
import type { Line, PlanTable } from './plan-table.ts';
import { columnQuestion, cutRoleOf, isColumnOption } from './questions.ts';

/** Tables with the same headings: what is decided about one holds for all. */
export type TableGroup = {
  readonly tables: readonly PlanTable[];
  readonly lines: readonly Line[];
  /** How its columns are called in questions: `H`, or `Hoja 2!H` where the sheets of the plan differ. */
  readonly prefix: string;
};

/** What the columns of a group of tables are. */
export type GroupColumns = {
  readonly group: TableGroup;
  readonly columns: readonly Column[];
  readonly base: BaseColumns;
  readonly units: readonly DecidedUnit[];
  /** Columns that somebody said belong to a cut, by its number. */
  readonly placed: ReadonlyMap<number, string>;
  readonly official: boolean;
  /** Whether marks in columns of months draw when an activity runs. */
  readonly gantt: boolean;
};

/** From this many columns with marks on, the marks draw a calendar. */
const MOST_MARKS = 2;

export function columnId({ prefix }: TableGroup, column: number): string {
  return `column:${prefix}${columnLetter(column)}`;
}

/** Says what every column of a group is, by answers, words, data and place. */
export function understandColumns(group: TableGroup, year: number, asking: Asking): GroupColumns {
  const [table] = group.tables;
  const columns: Column[] = (table?.columns ?? []).map((headed) => ({
    ...headed,
    data: columnData(group.lines, headed.column, year),
  }));
  const idOf = (column: number) => columnId(group, column);
  const fixed = fixedColumns(columns, idOf, asking);
  const marked = columns.filter((column) => column.data.marks >= 0.8 && isOfBlock(column));
  const ofMarks = (column: Column) => marked.length >= MOST_MARKS && isMonth(column);
  const inBlocks = columns.filter(
    (column) => !fixed.has(column.column) && isOfBlock(column) && !ofMarks(column),
  );
  const ofYear = inBlocks.filter((column) => !isUnderAnotherYear(column, year));
  const blocks = ofYear.some((column) => !isDatedBefore(column, year))
    ? ofYear.filter((column) => !isDatedBefore(column, year))
    : ofYear;
  const others = columns.filter((column) => !blocks.includes(column));
  const base = assignBase(others, fixed, asking, idOf);
  const official = isOfficial(base);
  const taken = new Set([...base.values(), ...fixed.keys()]);
  const dated = blocks.flatMap((column) => blockColumn(column, blocks) ?? []);
  const rest = others.filter(({ column }) => !taken.has(column));
  const followers = attachFollowers(dated, rest);
  const left = rest.filter((column) => !followers.some((each) => each.column === column));
  const units = decideUnits(
    unitsOf([...dated, ...followers].sort((a, b) => a.column.column - b.column.column)),
    {
      known: official,
      observedElsewhere: left.some((column) => saysObservation(column) && column.data.filled > 0),
      figuresOf: (unit) => figuresOf(unit, group.lines),
    },
    asking,
  );
  const placed = new Map([...fixed].filter(([, option]) => cutRoleOf(option) !== undefined));
  return { group, columns, base, units, placed, official, gantt: marked.length >= MOST_MARKS };
}

/** Whether a column is empty or holds nothing but marks. */
function isMonth({ data }: Column): boolean {
  return data.filled === 0 || data.marks >= 0.8;
}

/** Columns that an answer, or an earlier file with the same headings, decides. */
function fixedColumns(
  columns: readonly Column[],
  idOf: (column: number) => string,
  asking: Asking,
): Map<number, string> {
  const fixed = new Map<number, string>();
  for (const column of columns) {
    const id = idOf(column.column);
    if (stackOf(column).length === 0 && column.data.filled === 0) continue;
    allow(asking, id, isColumnOption);
    const remembered = asking.remembered[id];
    const option = answerTo(asking, id) ?? (typeof remembered === 'string' ? remembered : undefined);
    if (option === undefined || !isColumnOption(option)) continue;
    decide(asking, columnQuestion(id, column, option, true), option);
    fixed.set(column.column, option);
  }
  return fixed;
}

function saysObservation(column: Column): boolean {
  const text = column.own.at(-1)?.text;
  return text !== undefined && blockWords(headingKey(text))?.role === 'observation';
}

function figuresOf(unit: Unit, lines: readonly Line[]): Figures {
  const columns = unit.columns.map(({ column }) => column.column);
  return lines.map(({ table, row }) =>
    columns.map((column) => figureOf(cellAt(table.sheet.grid, row, column))),
  );
}

/** Whether another year stands over the cut: 2022 over III TRIMESTRE in a plan of 2023. */
function isUnderAnotherYear(column: Column, year: number): boolean {
  const years = stackOf(column).flatMap(
    ({ text }) => /^(?:vigencia|a[ñn]o)?\s*(20\d\d)$/i.exec(text.trim())?.[1] ?? [],
  );
  return years.length > 0 && !years.includes(String(year));
}

/** Whether the cut is of a year before: AVANCE A 31/12/2022 in a plan of 2023. */
function isDatedBefore(column: Column, year: number): boolean {
  return stackOf(column).some(({ text }) => {
    const printed = readCutHeading(text)?.date?.year;
    return printed !== undefined && printed < year;
  });
}

/** What each column of the blocks is: its unit, and itself. */
export function blockColumnsOf({
  units,
}: GroupColumns): { readonly unit: DecidedUnit; readonly column: BlockColumn }[] {
  return units.flatMap((unit) => unit.columns.map((column) => ({ unit, column })));
}
