import { expected, found, warned } from '../../texts/importing/form-problems.ts';
import { readCutHeading } from '../cut-heading.ts';
import { addProblem, addWarning, type Findings } from '../findings.ts';
import { cellAt, columnLetter } from '../grid.ts';
import { headingKey } from '../headings.ts';
import { COLUMNS } from '../layout.ts';
import { type Asking, allow, answerTo, decide } from './asking.ts';
import { assignBase, type BaseColumns, type BaseRole, isBaseRole } from './base-columns.ts';
import { attachFollowers, type BlockColumn, blockColumn, isOfBlock } from './block-columns.ts';
import { type DecidedUnit, decideUnits, type Unit, unitsOf } from './block-units.ts';
import { blockWords } from './block-words.ts';
import { type Column, columnData } from './column-data.ts';
import { namesGroup } from './column-words.ts';
import { type Figures, figureOf } from './figures.ts';
import { type HeadedColumn, stackOf } from './headed-columns.ts';
import { isOfficial } from './layouts.ts';
import type { KeptColumn } from './plan-activities.ts';
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
  /** Columns of months hold marks: they draw when an activity runs. */
  readonly gantt: boolean;
};

/** Columns with marks from which on a row of months is drawn. */
const MOST_MARKS = 2;

export function columnId({ prefix }: TableGroup, column: number): string {
  return `column:${prefix}${columnLetter(column)}`;
}

/** Says of every column of a group what it is, by answers, words, data and place. */
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
  const blocks = columns.filter(
    (column) =>
      !fixed.has(column.column) && isOfBlock(column) && !ofMarks(column) && !isUnderAnotherYear(column, year),
  );
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

/** Empty, or with nothing but marks. */
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

/**
 * Asks at which cut the percentages are that name none, when no block of a cut has any; the text beside follows.
 * @param numbers the numbers of the cuts of the plan
 */
export function placeUndated(
  columns: GroupColumns,
  numbers: readonly number[],
  likely: number,
  year: number,
  asking: Asking,
): ReadonlyMap<number, string> {
  const placed = new Map(columns.placed);
  const hasDated = columns.units.some(({ role }) => role === 'progress');
  if (hasDated || placed.size > 0) return placed;
  const used = new Set([
    ...columns.base.values(),
    ...columns.units.flatMap(({ columns: all }) => all.map(({ column }) => column.column)),
  ]);
  const free = columns.columns.filter(
    (each) => !used.has(each.column) && each.data.filled > 0 && !isOfAnotherYear(each, year),
  );
  for (const column of free) {
    const text = column.own.at(-1)?.text ?? '';
    const words = text === '' ? undefined : blockWords(headingKey(text));
    const isProgress =
      (words?.role === 'progress' && (column.data.percents > 0 || column.data.bareShare >= 0.5)) ||
      (text === '' && column.data.percents >= 0.5);
    const besidePercent = placed.get(column.column - 1)?.startsWith('progress:') === true;
    const isText =
      placed.size > 0 &&
      column.data.texts >= 0.5 &&
      (words?.role === 'observation' || (text === '' && besidePercent));
    if (!isProgress && !isText) continue;
    const role = isProgress ? 'progress' : 'observation';
    const answeredCut = [...placed.values()]
      .map((option) => cutRoleOf(option)?.cut)
      .find((cut) => cut !== undefined);
    const ownCut = yearsNamed(column).length > 0 ? (numbers.at(-1) ?? likely) : likely;
    const options = numbers.map((number) => `${role}:${number}`);
    const question = columnQuestion(
      columnId(columns.group, column.column),
      column,
      `${role}:${isText ? (answeredCut ?? ownCut) : ownCut}`,
      true,
      options,
    );
    const option = decide(asking, question);
    if (option !== null && cutRoleOf(option) !== undefined) placed.set(column.column, option);
    if (isProgress && option !== null && cutRoleOf(option) !== undefined && hasPercent(placed)) continue;
  }
  return placed;
}

function hasPercent(placed: ReadonlyMap<number, string>): boolean {
  return [...placed.values()].some((option) => option.startsWith('progress:'));
}

/** A heading over its cut is nothing but another year: 2022 over III TRIMESTRE in a plan of 2023. */
function isUnderAnotherYear(column: Column, year: number): boolean {
  const years = stackOf(column).flatMap(
    ({ text }) => /^(?:vigencia|a[ñn]o)?\s*(20\d\d)$/i.exec(text.trim())?.[1] ?? [],
  );
  return years.length > 0 && !years.includes(String(year));
}

/** `EJECUTADO 2020` in a plan of 2021. */
function isOfAnotherYear(column: Column, year: number): boolean {
  const years = yearsNamed(column);
  return years.length > 0 && !years.includes(String(year));
}

function yearsNamed(column: Column): string[] {
  return stackOf(column).flatMap(({ text }) => text.match(/(?<!\d)20\d\d(?!\d)/g) ?? []);
}

/** What each column of the blocks is: its unit, and itself. */
export function blockColumnsOf({
  units,
}: GroupColumns): { readonly unit: DecidedUnit; readonly column: BlockColumn }[] {
  return units.flatMap((unit) => unit.columns.map((column) => ({ unit, column })));
}

/** The columns that are kept as they are, told where they are nobody's. */
export function keptColumns(
  columns: GroupColumns,
  placed: ReadonlyMap<number, string>,
  header: { readonly first: number },
  findings: Findings | undefined,
): KeptColumn[] {
  const roles = new Map(blockColumnsOf(columns).map(({ unit, column }) => [column.column.column, unit.role]));
  const misleading = new Set(
    blockColumnsOf(columns)
      .filter(({ unit, column }) => unit.role === 'other' && column.words?.role !== 'other')
      .map(({ column }) => column.column.column),
  );
  const base = new Set(columns.base.values());
  return columns.columns.flatMap((column): KeptColumn[] => {
    const role = roles.get(column.column);
    const option = placed.get(column.column);
    const isFigure = role === 'planned' || role === 'executed' || /^(planned|executed):/.test(option ?? '');
    if (
      base.has(column.column) ||
      role === 'progress' ||
      role === 'observation' ||
      (option !== undefined && !isFigure)
    )
      return [];
    const heading = column.own.map(({ text }) => text).join(' ');
    if (heading === '' && column.data.filled === 0) return [];
    if (findings !== undefined && !isFigure) {
      const at = column.own.at(-1) ?? { row: header.first, column: column.column };
      const words = heading === '' ? warned.columnWithoutHeading : warned.unknownColumn(heading);
      addWarning(findings, 'unknown-column', at, words);
    }
    const name = keptName(column, heading);
    return [
      { column: column.column, heading: misleading.has(column.column) ? setApart(column, name) : name },
    ];
  });
}

/** A heading that would be read as one of a block again is kept in parentheses: `Columna H (% AVANCE I TRIMESTRE)`. */
function setApart({ column }: HeadedColumn, name: string): string {
  return `Columna ${columnLetter(column)} (${name
    .replace(/[()[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()})`;
}

/** A heading that its block tells apart: `VALOR (PRIMER MONITOREO)`. */
function keptName({ column, own, spread }: HeadedColumn, heading: string): string {
  const ownCut = own.some(({ text }) => readCutHeading(text) !== undefined);
  const group = spread.findLast(({ text }) => ownCut !== (readCutHeading(text) !== undefined));
  const name = heading === '' ? `Columna ${columnLetter(column)}` : heading;
  return group === undefined ? name : `${name} (${group.text})`;
}

/** The columns that name what several activities have in common, those that say *componente* first. */
export function groupColumns({ columns, base }: GroupColumns): {
  readonly named: number | undefined;
  readonly any: readonly number[];
} {
  const taken = new Set(base.values());
  const named = columns.filter(
    ({ column, own, data }) =>
      !taken.has(column) && data.filled > 0 && data.texts >= 0.5 && own.some(({ text }) => namesGroup(text)),
  );
  const component = named.find(({ own }) => own.some(({ text }) => /^componente/.test(headingKey(text))));
  return { named: component?.column, any: named.map(({ column }) => column) };
}

/** Tells what is missing: as problems what a plan cannot be read without, as warnings what the official form has. */
export function tellMissing(
  columns: GroupColumns,
  kept: readonly KeptColumn[],
  table: PlanTable,
  findings: Findings,
  open: boolean,
): void {
  const { base, official } = columns;
  const headings = kept.map(({ heading }) => heading);
  const at = (role: BaseRole) => ({ row: table.header.first, column: usualPlace(role, base, kept) });
  for (const role of ['activity', 'responsible'] as const) {
    if (base.has(role) || open) continue;
    const heading = COLUMNS.find(({ name }) => name === role)?.heading ?? '';
    addProblem(findings, 'heading', at(role), found.noHeading(heading, headings), expected.heading(heading));
  }
  const dated = base.has('start') || base.has('end') || base.has('period');
  if (columns.gantt && !dated)
    addProblem(findings, 'no-plan', at('start'), found.gantt, expected.datesInColumns);
  if (!base.has('number')) addWarning(findings, 'numbered', at('number'), warned.numbered);
  for (const { name, heading, presence } of COLUMNS) {
    if (presence === 'may' || base.has(name) || isTold(name, base)) continue;
    if (official || name === 'target') addWarning(findings, 'missing', at(name), warned.missing(heading));
  }
}

function isTold(name: string, base: BaseColumns): boolean {
  const dates = name === 'start' || name === 'end';
  return (
    ['activity', 'responsible', 'number'].includes(name) ||
    (dates && (base.has('period') || isBaseRole(name)))
  );
}

/** Where `PL-PC-01` has a column: right of the one before it; another column without a name stands there, if any. */
function usualPlace(role: BaseRole, base: BaseColumns, kept: readonly KeptColumn[]): number {
  const index = COLUMNS.findIndex(({ name }) => name === role);
  const before = COLUMNS.slice(0, index).findLast(({ name }) => base.has(name));
  const usual = before === undefined ? 0 : (base.get(before.name) ?? 0) + 1;
  return kept.some(({ column }) => column === usual) ? usual : (kept[0]?.column ?? usual);
}
