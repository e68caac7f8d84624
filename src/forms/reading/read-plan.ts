import { expected, found, warned } from '../../texts/importing/form-problems.ts';
import { questions } from '../../texts/importing/questions.ts';
import { areQuarterly } from '../cuts.ts';
import { addProblem, addWarning, type Findings, noFindings } from '../findings.ts';
import type { Form, FormActivity, FormCut } from '../form.ts';
import { columnLetter, type Grid, isBlank } from '../grid.ts';
import type { ColumnName } from '../layout.ts';
import { menderOf } from '../mend-splits.ts';
import type { Reading } from '../read-cell.ts';
import { readSignatures } from '../read-signatures.ts';
import { readTitle } from '../read-title.ts';
import { type Asking, allow, newAsking, type Question, questionsOf, unknownAnswers } from './asking.ts';
import { printedHeading } from './headed-columns.ts';
import { type JoinedRows, joinRows } from './join-rows.ts';
import { answersOf, layoutAnswered, layoutKey } from './layouts.ts';
import { otherDocument } from './other-documents.ts';
import {
  type KeptColumn,
  numberInOrder,
  type ReadActivity,
  readActivities,
  tellApart,
} from './plan-activities.ts';
import { type CutsOfGroup, placeCuts } from './plan-blocks.ts';
import {
  blockColumnsOf,
  columnId,
  type GroupColumns,
  groupColumns,
  keptColumns,
  placeUndated,
  type TableGroup,
  tellMissing,
  understandColumns,
} from './plan-columns.ts';
import { planCuts } from './plan-cuts.ts';
import { readMonitoring } from './plan-monitoring.ts';
import { splitAll } from './plan-positions.ts';
import {
  type ColumnRole,
  type FormPlaces,
  type FormReading,
  type ReadOptions,
  refused,
  type Understood,
} from './plan-reading.ts';
import { type Candidate, chooseSheets, isPlan } from './plan-sheets.ts';
import {
  headingsKey,
  type Line,
  type PlanSheet,
  type PlanTable,
  planTable,
  secondTable,
} from './plan-table.ts';
import { askTitle } from './plan-title.ts';
import { plainQuestion } from './questions.ts';
import { inOrder, tellRefusal } from './refusals.ts';
import { spreadMerges } from './spread-merges.ts';
import { verificationIn } from './written-places.ts';

/** The plan of a file and, when it stands in one sheet, where its parts are. */
export type PlanRead = {
  readonly reading: FormReading;
  readonly sheet?: PlanSheet;
  readonly grid?: Grid;
  readonly places?: FormPlaces;
};

/** More required questions than these and the file is refused with what would mend most. */
const MOST_QUESTIONS = 8;

/**
 * Reads a plan out of the sheets of a file. Gives the whole plan; or the questions that have to be answered first; or
 * every problem there is, in the order of the sheet; never half a plan. Never throws.
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

type Read = { readonly table: PlanTable; readonly reading: Reading };

function tablesOf(sheets: readonly PlanSheet[], asking: Asking): Read[] {
  const insists = Object.keys(asking.answers).some((id) => /^(header|column)(:|$)/.test(id));
  const found = sheets.flatMap((sheet): Read[] => {
    if (!insists && otherDocument(sheet.grid) !== undefined) return [];
    const lowest = headerRow(sheet, sheets.length, asking);
    const plain = planTable(sheet, lowest);
    if (plain === undefined) return [];
    const { table: spread, shared } = spreadMerges(sheet, plain, lowest);
    const { table, joined } = joinRows(sheet, spread, lowest);
    const findings = noFindings(sheet.grid.sheet);
    const reading = { grid: table.sheet.grid, findings, mend: menderOf(table.sheet.grid) };
    for (const cell of shared) addWarning(findings, 'merged-rows', cell, warned.mergedRows(cell.rows));
    for (const each of joined) tellJoined(findings, each);
    return [{ table, reading }];
  });
  const visible = found.filter(({ table }) => table.sheet.visible);
  const usable = visible.length > 0 ? visible : found;
  const plans = usable.filter(({ table }) => isPlan(table));
  return plans.length > 0 ? plans : usable.slice(0, 1);
}

function tellJoined(findings: Findings, { row, column, rows, conflict }: JoinedRows): void {
  if (conflict === undefined) addWarning(findings, 'merged-rows', { row, column }, warned.overRows(rows));
  else
    addProblem(
      findings,
      'several-rows',
      { row, column: conflict },
      found.overRows(rows, columnLetter(conflict)),
      expected.rowOfItsOwn,
    );
}

/** The row that an answer gives as the last of the headings. */
function headerRow({ grid }: PlanSheet, sheets: number, asking: Asking): number | undefined {
  const ids = sheets === 1 ? ['header', `header:${grid.sheet}`] : [`header:${grid.sheet}`];
  for (const id of ids) {
    asking.allowed.set(id, (option) => /^row:\d{1,5}$/.test(option));
    const given = asking.answers[id];
    const match = typeof given === 'string' ? /^row:(\d{1,5})$/.exec(given) : null;
    if (match !== null) return Number(match[1]) - 1;
  }
  return undefined;
}

function rememberedFor(tables: readonly Read[], options: ReadOptions) {
  const [first] = tables;
  if (first === undefined) return {};
  const key = layoutKey(first.table.columns);
  const layout = options.layouts?.find((each) => each.key === key);
  const byId = new Map(
    first.table.columns.map((column) => [
      columnId({ tables: [], lines: [], prefix: '' }, column.column),
      column,
    ]),
  );
  return answersOf(layout, byId);
}

function readTables(tables: readonly Read[], options: ReadOptions, asking: Asking): PlanRead {
  const candidates = tables.map((read): Candidate & Read => ({
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

type GroupBlocks = CutsOfGroup & {
  readonly columns: GroupColumns;
  readonly placed: ReadonlyMap<number, string>;
  readonly findings: Findings;
};

/** Sheets after the first repeat the title block: what is missing there is told once. */
function quietTitles(sheets: readonly Read[]): void {
  for (const { reading } of sheets.slice(1)) {
    const kept = reading.findings.warnings.filter(({ kind }) => kind !== 'missing');
    reading.findings.warnings.splice(0, reading.findings.warnings.length, ...kept);
  }
}

function tellSheets(sheets: readonly Read[], left: readonly Candidate[]): void {
  const [first] = sheets;
  if (first === undefined) return;
  const at = { row: 0, column: 0 };
  const { findings } = first.reading;
  if (left.length > 0)
    addWarning(
      findings,
      'several-sheets',
      at,
      warned.severalSheets(left.map(({ table }) => table.sheet.grid.sheet)),
    );
  if (!first.table.sheet.visible) addWarning(findings, 'hidden-sheet', at, warned.hiddenSheet);
  for (const { table, reading } of sheets) {
    if (sheets.length > 1)
      addWarning(
        reading.findings,
        'several-sheets',
        at,
        warned.severalInOne(sheets.length, table.sheet.grid.sheet),
      );
    for (const { row, column, text } of table.single)
      addWarning(reading.findings, 'skipped-row', { row, column }, warned.skippedRow(text));
    for (const { row } of table.rows.filter((line) => table.sheet.hiddenRows.has(line.row)))
      addWarning(reading.findings, 'hidden-row', { row, column: 0 }, warned.hiddenRow);
  }
}

/** Tables with the same headings are one group; where the groups of a plan differ, the sheet is named in the ids. */
function groupsOf(tables: readonly PlanTable[]): TableGroup[] {
  const groups = [...Map.groupBy(tables, headingsKey).values()];
  return groups.map((own) => ({
    tables: own,
    lines: own.flatMap((table) => table.rows.map(({ row, section }): Line => ({ table, row, section }))),
    prefix: groups.length > 1 ? `${own[0]?.sheet.grid.sheet ?? ''}!` : '',
  }));
}

/** The cuts of the plan: the printed ones, and those that an answer named although nothing prints them. */
function allCuts(printed: readonly FormCut[], blocks: readonly GroupBlocks[], year: number): FormCut[] {
  const known = new Set(printed.map(({ number }) => number));
  const extra = [...new Set(blocks.flatMap(({ extraCuts }) => extraCuts))].filter(
    (number) => !known.has(number),
  );
  const quarter = (number: number) =>
    `${year}-${['03-31', '06-30', '09-30', '12-31'][number - 1] ?? '12-31'}`;
  const added = extra.map((number) => ({
    number,
    date: quarter(number),
    label: `CORTE ${number}`,
    headingDate: '',
  }));
  return [...printed, ...added].sort((a, b) => a.number - b.number);
}

function tellOneDate(columns: GroupColumns, table: PlanTable, findings: Findings, year: number): void {
  const { base } = columns;
  if (base.has('period')) return;
  const at = { row: table.header.first, column: base.get('end') ?? base.get('start') ?? 0 };
  if (!base.has('start')) addWarning(findings, 'one-date', at, warned.noStart(`${year}-01-01`));
  if (!base.has('end')) addWarning(findings, 'one-date', at, warned.noEnd(`${year}-12-31`));
}

type Reports = {
  readonly activities: readonly (Omit<FormActivity, 'positions'> & { readonly from: ReadActivity })[];
  readonly perPeriod: boolean;
};

function reportsOf(
  activities: readonly ReadActivity[],
  blocks: readonly GroupBlocks[],
  options: ReadOptions,
  official: boolean,
  asking: Asking,
): Reports {
  if (options.withoutMonitoring === true)
    return {
      activities: activities.map((from) => ({ ...plain(from), monitoring: [], from })),
      perPeriod: asking.answers.accumulation === 'perPeriod',
    };
  const read = blocks.map((each) => {
    const own = activities.filter(({ line }) => each.columns.group.tables.includes(line.table));
    const progress = each.columns.units.filter(({ role }) => role === 'progress');
    return readMonitoring(
      own,
      each.monitoring,
      {
        fractions: options.fractions,
        cumulative:
          official || (progress.length > 0 && progress.every(({ words }) => words?.cumulative === true)),
        ofPeriod: progress.some(({ words }) => words?.ofPeriod === true),
      },
      asking,
    );
  });
  const perPeriod = read.some((each) => each.perPeriod);
  const [one] = activities;
  if (perPeriod && one !== undefined)
    addWarning(
      one.reading.findings,
      'summed',
      { row: one.line.table.header.first, column: 0 },
      warned.summed,
    );
  return {
    perPeriod,
    activities: activities.map((from) => {
      const own = read.find(({ of }) => of.has(from));
      const planned = own?.planned.get(from);
      const executed = own?.executed.get(from);
      return {
        ...plain(from),
        monitoring: own?.of.get(from) ?? [],
        ...(planned === undefined ? {} : { planned }),
        ...(executed === undefined ? {} : { executed }),
        from,
      };
    }),
  };
}

function plain({ line: _line, reading: _reading, others: _others, ...activity }: ReadActivity) {
  return activity;
}

/** A plan whose year none of its activities touches has one of the two wrong, most likely the year. */
function tellOtherYear(
  first: Read,
  activities: readonly ReadActivity[],
  column: number,
  year: number | null,
): void {
  const told = activities.filter(({ start, end }) => start !== '' && end !== '');
  if (year === null || told.length === 0) return;
  if (told.some(({ start, end }) => start <= `${year}-12-31` && end >= `${year}-01-01`)) return;
  const row = told[0]?.line.row ?? 0;
  addWarning(first.reading.findings, 'other-year', { row, column }, warned.otherYear(year));
}

function tellCalendar(
  findings: Findings,
  cuts: readonly FormCut[],
  blocks: readonly GroupBlocks[],
  year: number | null,
  official: boolean,
): void {
  const [first] = blocks.flatMap(({ blocks: all }) => all);
  if (first === undefined) {
    const at = { row: blocks[0]?.columns.group.tables[0]?.header.first ?? 0, column: 0 };
    if (cuts.length === 0) addWarning(findings, 'no-blocks', at, warned.noBlocks);
    return;
  }
  const at = { row: first.headingRow, column: first.column };
  if (cuts.length > 12)
    addProblem(findings, 'cut', thirteenth(blocks), found.tooManyCuts(cuts.length), expected.upToTwelve);
  const dates = cuts.map(({ date }) => date);
  if (year === null) return;
  if (!areQuarterly(dates, year)) addWarning(findings, 'other-calendar', at, warned.otherCalendar(dates));
  for (const { cut, ordinal, column, headingRow, label } of blocks.flatMap(({ blocks: all }) => all)) {
    const date = cuts.find(({ number }) => number === cut)?.date;
    if (date !== undefined && ordinal !== undefined && ordinal !== cut && (official || ordinal <= 12))
      addWarning(findings, 'cut-order', { row: headingRow, column }, warned.cutOrder(label, date, cut));
  }
}

function thirteenth(blocks: readonly GroupBlocks[]): { row: number; column: number } {
  const all = blocks.flatMap(({ blocks: own }) => own).sort((a, b) => a.column - b.column);
  const one = all[12] ?? all.at(-1);
  return { row: one?.headingRow ?? 0, column: one?.column ?? 0 };
}

type Finished = {
  readonly sheets: readonly (Candidate & Read)[];
  readonly asked: ReturnType<typeof askTitle>;
  readonly activities: readonly ReadActivity[];
  readonly full: Reports;
  readonly positions: readonly (readonly string[])[];
  readonly calendar: readonly FormCut[];
  readonly blocks: readonly GroupBlocks[];
  readonly signatures: Pick<Form, 'drawnUpBy' | 'approvedBy'>;
  readonly asking: Asking;
  readonly noNumbers: boolean;
};

function finish(of: Finished): PlanRead {
  const { sheets, asked, asking, calendar, blocks } = of;
  const problems = inOrder(sheets.flatMap(({ reading }) => reading.findings.problems));
  const put = questionsOf(asking);
  const required = put.filter((question) => question.required);
  const [first] = sheets;
  const ofSheet = sheets.length === 1 ? (first?.table.sheet.grid.sheet ?? '') : '';
  if (problems.length === 0 && required.length > MOST_QUESTIONS && first !== undefined) {
    const at = { row: first.table.header.first, column: 0 };
    addProblem(
      first.reading.findings,
      'questions',
      at,
      found.tooManyQuestions(required.length),
      expected.fewerQuestions,
    );
    problems.push(...first.reading.findings.problems);
  }
  const activities = of.full.activities.map(
    ({ from: _from, ...activity }, index): FormActivity => ({
      ...activity,
      positions: of.positions[index] ?? [],
    }),
  );
  const columns = columnRoles(blocks);
  if (first !== undefined) tellTaken(first, asking);
  const understood: Understood = {
    warnings: inOrder(sheets.flatMap(({ reading }) => reading.findings.warnings)),
    mendings: sheets.flatMap(({ reading }) => reading.findings.mendings),
    questions: put.map((question) => ({ ...question, sheet: question.sheet || ofSheet })),
    decisions: [...asking.decisions.values()],
    columns,
    draft: {
      code: asked.code === '' ? null : asked.code,
      title: asked.title === '' ? null : asked.title,
      entity: asked.entity === '' ? null : asked.entity,
      fiscalYear: asked.fiscalYear,
      sheets: sheets.map(({ table }) => table.sheet.grid.sheet).filter((name) => name !== ''),
      activities: activities.map((activity, index) => ({
        ...activity,
        sheet: of.activities[index]?.line.table.sheet.grid.sheet ?? '',
        row: (of.activities[index]?.line.row ?? 0) + 1,
      })),
      cuts: calendar,
    },
    unknownAnswers: unknownAnswers(asking),
    layout: layoutOf(blocks, asking),
  };
  const places = sheets.length === 1 && first !== undefined ? placesOf(of, first) : undefined;
  const where = {
    ...(first === undefined || sheets.length > 1
      ? {}
      : { sheet: first.table.sheet, grid: first.table.sheet.grid }),
    ...(places === undefined ? {} : { places }),
  };
  const open = required.length > 0 || asked.fiscalYear === null || asked.code === '' || asked.title === '';
  if (problems.length > 0 || open || understood.unknownAnswers.length > 0)
    return { reading: { ...understood, ok: false, problems }, ...where };
  const form: Form = {
    ...asked.header,
    code: asked.code,
    title: asked.title,
    entity: asked.entity,
    fiscalYear: asked.fiscalYear ?? 0,
    activities,
    cuts: calendar,
    ...of.signatures,
    ...(of.noNumbers ? { numberedByUs: true as const } : {}),
  };
  const unknownColumns = columns
    .filter(({ role }) => role === 'keep')
    .map(({ column, heading }) => ({ column, heading }));
  return { reading: { ...understood, ok: true, form, unknownColumns }, ...where };
}

/** Tells the answers to what was not in doubt, and that the file was read as one like it before. */
function tellTaken({ reading: { findings }, table }: Read, asking: Asking): void {
  const at = { row: table.header.first, column: 0 };
  const all = [...asking.decisions.values()];
  for (const { question, taken, option, doubtful } of all) {
    if (taken === 'answered' && !doubtful && option !== null)
      addWarning(findings, 'answer', at, warned.answered(question.id, option));
  }
  const remembered = all.flatMap(({ taken, question, option }) =>
    taken === 'remembered' ? [rememberedWords(question, option)] : [],
  );
  if (remembered.length > 0) addWarning(findings, 'as-before', at, warned.asBefore(remembered));
}

/** What is remembered of a question, in its words: `«EJEC.» es la cantidad ejecutada de cada corte`. */
function rememberedWords({ id, heading, options }: Question, option: string | null): string {
  const label = options.find((each) => each.id === option)?.label ?? option ?? '';
  return warned.remembered(heading === '' ? id.slice(id.indexOf(':') + 1) : heading, label);
}

function layoutOf(blocks: readonly GroupBlocks[], asking: Asking) {
  const [first] = blocks;
  if (first === undefined) return null;
  const { columns, group } = first.columns;
  const byId = new Map(columns.map((column) => [columnId(group, column.column), column]));
  return layoutAnswered(layoutKey(columns), asking.decisions.values(), byId) ?? null;
}

function columnRoles(blocks: readonly GroupBlocks[]): ColumnRole[] {
  return blocks.flatMap(({ columns, roles }) => {
    const base = new Map<number, string>([...columns.base].map(([role, column]) => [column, role]));
    return columns.group.tables.flatMap(({ sheet: { grid } }) =>
      columns.columns.flatMap((column): ColumnRole[] => {
        const placed = roles.get(column.column);
        const role = base.get(column.column) ?? placed?.role ?? 'keep';
        const heading = role === 'keep' && column.own.length === 0 ? '' : printedHeading(column);
        if (heading === '' && column.data.filled === 0) return [];
        const shown = heading === '' ? `Columna ${columnLetter(column.column)}` : heading;
        return [
          {
            sheet: grid.sheet,
            column: columnLetter(column.column),
            heading: shown,
            role,
            cut: placed?.cut ?? null,
          },
        ];
      }),
    );
  });
}

function placesOf(of: Finished, { table }: Read): FormPlaces {
  const [block] = of.blocks;
  const base: [ColumnName, number][] = [...(block?.columns.base ?? [])].flatMap(
    ([role, column]): [ColumnName, number][] => (role === 'period' ? [] : [[role, column]]),
  );
  const kept: readonly KeptColumn[] =
    block === undefined ? [] : keptColumns(block.columns, block.placed, table.header, undefined);
  return {
    headerFirst: table.header.first,
    headerLast: table.header.last,
    end: table.end,
    columns: new Map(base),
    unknown: kept,
    blocks: (block?.blocks ?? []).flatMap(({ progress, observation, cut, column, headingRow }) =>
      progress === undefined ? [] : [{ cut, column, headingRow, progress, observation }],
    ),
    perPeriod: of.full.perPeriod,
    verification: verificationIn(table),
    rows: of.activities.map(({ line }) => line.row),
  };
}

/** Whether nothing at all stands in a sheet. */
export function isEmpty({ grid }: PlanSheet): boolean {
  return grid.rows.every((cells) => cells.every(isBlank));
}
