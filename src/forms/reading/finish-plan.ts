import { expected, found } from '../../texts/importing/form-problems.ts';
import { addProblem } from '../findings.ts';
import type { Form, FormActivity, FormCut } from '../form.ts';
import { columnLetter, type Grid } from '../grid.ts';
import type { ColumnName } from '../layout.ts';
import { type Asking, questionsOf, unknownAnswers } from './asking.ts';
import type { GroupBlocks, Reports } from './group-reports.ts';
import { printedHeading } from './headed-columns.ts';
import { keptColumns } from './kept-columns.ts';
import { layoutAnswered, layoutKey } from './layouts.ts';
import type { CutColumns } from './monitoring-columns.ts';
import type { KeptColumn, ReadActivity } from './plan-activities.ts';
import { columnId } from './plan-columns.ts';
import type { ColumnRole, FormPlaces, FormReading, Understood } from './plan-reading.ts';
import type { Candidate } from './plan-sheets.ts';
import type { askTitle } from './plan-title.ts';
import { inOrder } from './refusals.ts';
import type { SheetRead } from './sheet-tables.ts';
import { tellTaken } from './tell-plan.ts';
import { programmingIn, verificationIn } from './written-places.ts';

/** The plan of a file and where its parts are, sheet by sheet. */
export type PlanRead = {
  readonly reading: FormReading;
  readonly sheets?: readonly { readonly grid: Grid; readonly places: FormPlaces }[];
};

/** A file with more required questions is refused, with what would mend most. */
const MOST_QUESTIONS = 8;

type Finished = {
  readonly sheets: readonly (Candidate & SheetRead)[];
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

export function finish(of: Finished): PlanRead {
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
  const where = {
    sheets: sheets.map((sheet) => ({ grid: sheet.table.sheet.grid, places: placesOf(of, sheet) })),
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

function layoutOf(blocks: readonly GroupBlocks[], asking: Asking) {
  const [first] = blocks;
  if (first === undefined) return null;
  const byId = new Map(
    blocks.flatMap(({ columns: { columns, group } }) =>
      columns.map((column) => [columnId(group, column.column), column] as const),
    ),
  );
  return layoutAnswered(layoutKey(first.columns.columns), asking.decisions.values(), byId) ?? null;
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

function placesOf(of: Finished, { table }: SheetRead): FormPlaces {
  const block = of.blocks.find(({ columns }) => columns.group.tables.includes(table));
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
    planned: oneACut(block?.monitoring.planned ?? []),
    executed: oneACut(block?.monitoring.executed ?? []),
    perPeriod: of.full.perPeriod,
    joins: block?.monitoring.progress.some(({ columns }) => columns.length > 1) === true,
    verification: verificationIn(table),
    programming: programmingIn(table),
    rows: of.activities.filter(({ line }) => line.table === table).map(({ line }) => line.row),
  };
}

/** Months that are taken together as a quarter have no cell of their own for it. */
function oneACut(all: readonly CutColumns[]): FormPlaces['planned'] {
  return all
    .flatMap(({ cut, columns: [column, ...more] }) =>
      column === undefined || more.length > 0 ? [] : [{ cut, column }],
    )
    .sort((a, b) => a.cut - b.cut);
}
