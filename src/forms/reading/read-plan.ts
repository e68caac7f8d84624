import { expected, found } from '../../texts/importing/form-problems.ts';
import { questions } from '../../texts/importing/questions.ts';
import { addProblem } from '../findings.ts';
import { isBlank } from '../grid.ts';
import type { Reading } from '../read-cell.ts';
import { readSignatures } from '../read-signatures.ts';
import { readTitle } from '../read-title.ts';
import { numberInOrder, tellApart } from './activity-numbers.ts';
import { type Asking, allow, newAsking } from './asking.ts';
import { finish, type PlanRead } from './finish-plan.ts';
import { allCuts, reportsOf } from './group-reports.ts';
import { groupColumns, keptColumns } from './kept-columns.ts';
import { answersOf, layoutKey } from './layouts.ts';
import { tellMissing } from './missing-columns.ts';
import { type ReadActivity, readActivities } from './plan-activities.ts';
import { placeCuts } from './plan-blocks.ts';
import { blockColumnsOf, columnId, type TableGroup, understandColumns } from './plan-columns.ts';
import { planCuts } from './plan-cuts.ts';
import { splitAll } from './plan-positions.ts';
import { type ReadOptions, refused } from './plan-reading.ts';
import { type Candidate, chooseSheets } from './plan-sheets.ts';
import { headingsKey, type Line, type PlanSheet, type PlanTable, secondTable } from './plan-table.ts';
import { askTitle } from './plan-title.ts';
import { plainQuestion } from './questions.ts';
import { tellRefusal } from './refusals.ts';
import { type SheetRead, tablesOf } from './sheet-tables.ts';
import { quietTitles, tellCalendar, tellOneDate, tellOtherYear, tellSheets } from './tell-plan.ts';
import { placeUndated } from './undated-columns.ts';

/**
 * Reads a plan out of the sheets of a file. Gives the whole plan, or the questions that have to be answered first, or
 * every problem in the order of the sheet. It never gives half a plan and never throws.
 */
export function readPlan(sheets: readonly PlanSheet[], options: ReadOptions = {}): PlanRead {
  const first = newAsking(options.answers ?? {}, {});
  const tables = tablesOf(sheets, first);
  if (tables.length === 0) return { reading: refused([tellRefusal(sheets)]) };
  const remembered = rememberedFor(tables, options);
  const asking = newAsking(options.answers ?? {}, remembered);
  for (const [id, fits] of first.allowed) asking.allowed.set(id, fits);
  allow(asking, 'percent', (option) => option === 'asWritten' || option === 'fractions');
  allow(asking, 'accumulation', (option) => option === 'cumulative' || option === 'perPeriod');
  allow(asking, 'cuts', (option) => option === 'printed' || option === 'quarterly');
  for (const [id, option] of Object.entries(asking.answers)) {
    if (!/^header(:|$)/.test(id) || typeof option !== 'string') continue;
    const question = plainQuestion(id, questions.header, [], option);
    asking.decisions.set(id, { question, taken: 'answered', option, doubtful: true });
  }
  return readTables(tables, options, asking);
}

/** What an earlier file with the same headings was answered, under the ids that the columns have here. */
function rememberedFor(tables: readonly SheetRead[], options: ReadOptions) {
  const keys = new Set(tables.map(({ table }) => layoutKey(table.columns)));
  const layout = options.layouts?.find(({ key }) => keys.has(key));
  const idsOf = (prefix: string, { table }: SheetRead) =>
    table.columns.map(
      (column) => [columnId({ tables: [], lines: [], prefix }, column.column), column] as const,
    );
  const own = tables.filter(({ table }) => layoutKey(table.columns) === layout?.key);
  return answersOf(
    layout,
    new Map([
      ...tables.flatMap((each) => idsOf(`${each.table.sheet.grid.sheet}!`, each)),
      ...own.slice(0, 1).flatMap((each) => idsOf('', each)),
    ]),
  );
}

function readTables(tables: readonly SheetRead[], options: ReadOptions, asking: Asking): PlanRead {
  const candidates = tables.map((read): Candidate & SheetRead => ({
    ...read,
    title: readTitle(read.reading, read.table.header.first),
  }));
  const chosen = chooseSheets(candidates, asking);
  const sheets = candidates.filter((each) => chosen.sheets.includes(each));
  const [first] = sheets;
  if (first === undefined) return { reading: refused([]) };
  const readings = new Map(sheets.map(({ table, reading }) => [table, reading]));
  const readingOf = ({ table }: Line): Reading => readings.get(table) ?? first.reading;
  if (sheets.length > 1) quietTitles(sheets);
  tellSheets(sheets, chosen.left);
  const groups = groupsOf(sheets.map(({ table }) => table));
  const asked = askTitle(sheets, groups, asking);
  const year = asked.fiscalYear ?? asked.likelyYear;
  const understood = groups.map((group) => understandColumns(group, year, asking));
  const official = understood.every((each) => each.official);
  const cuts = planCuts(
    understood.flatMap((each) =>
      blockColumnsOf(each)
        .filter(({ unit }) => unit.role !== 'other')
        .map(({ column }) => column),
    ),
    { fiscalYear: asked.fiscalYear, known: official, titleDate: asked.cutDate },
    asking,
  );
  const blocks = understood.map((each) => {
    const numbers = cuts.cuts.length > 0 ? cuts.cuts.map(({ number }) => number) : [1, 2, 3, 4];
    const placed = placeUndated(each, numbers, asked.likelyCut ?? numbers[0] ?? 1, year, asking);
    const [table] = each.group.tables;
    const { findings } = (table && readings.get(table)) ?? first.reading;
    return { ...placeCuts(each, placed, cuts, findings), columns: each, placed, findings };
  });
  const calendar = allCuts(cuts.cuts, blocks, year);
  let activities = blocks.flatMap(({ columns, placed, findings }) => {
    const [table] = columns.group.tables;
    if (table === undefined) return [];
    const kept = keptColumns(columns, placed, table.header, findings);
    const open = [...asking.decisions.values()].some(
      ({ taken, question }) => taken === 'open' && question.id.startsWith('column:'),
    );
    tellMissing(columns, kept, table, findings, open);
    tellOneDate(columns, table, findings, year);
    const { named, any } = groupColumns(columns);
    const of = { base: columns.base, kept, group: named, otherGroups: any };
    return readActivities(columns.group.lines, of, readingOf, year);
  });
  const noNumbers = understood.every(({ base }) => !base.has('number'));
  if (noNumbers) activities = numberInOrder(activities);
  if (sheets.length > 1)
    activities = activities.map((each) => ({
      ...each,
      group: each.group ?? each.line.table.sheet.grid.sheet,
    }));
  const numberColumn = (activity: ReadActivity) =>
    understood.find(({ group }) => group.tables.includes(activity.line.table))?.base.get('number') ?? 0;
  activities = tellApart(activities, numberColumn);
  if (activities.length === 0)
    addProblem(
      first.reading.findings,
      'no-activities',
      { row: first.table.header.last + 1, column: 0 },
      found.noActivities,
      expected.activities,
    );
  for (const { number } of activities) allow(asking, `same:${number}`, () => true);
  const full = reportsOf(activities, blocks, options, official, asking);
  const positions = splitAll(
    activities,
    (activity) =>
      understood.find(({ group }) => group.tables.includes(activity.line.table))?.base.get('responsible') ??
      0,
    options.knownPositions ?? [],
    asking,
  );
  tellOtherYear(first, activities, understood[0]?.base.get('start') ?? 0, asked.fiscalYear);
  tellCalendar(first.reading.findings, calendar, blocks, asked.fiscalYear, official);
  const signatures = readSignatures(first.reading, first.table.end);
  const second = secondTable(first.table);
  if (second !== undefined)
    addProblem(
      first.reading.findings,
      'second-table',
      { row: second, column: 0 },
      found.secondTable,
      expected.oneTable,
    );
  return finish({
    sheets,
    asked,
    activities,
    full,
    positions,
    calendar,
    blocks,
    signatures,
    asking,
    noNumbers,
  });
}

/** Groups the tables with the same headings. With several groups, the ids of columns name the sheet. */
function groupsOf(tables: readonly PlanTable[]): TableGroup[] {
  const groups = [...Map.groupBy(tables, headingsKey).values()];
  return groups.map((own) => ({
    tables: own,
    lines: own.flatMap((table) => table.rows.map(({ row, section }): Line => ({ table, row, section }))),
    prefix: groups.length > 1 ? `${own[0]?.sheet.grid.sheet ?? ''}!` : '',
  }));
}

/** Whether nothing at all stands in a sheet. */
export function isEmpty({ grid }: PlanSheet): boolean {
  return grid.rows.every((cells) => cells.every(isBlank));
}
