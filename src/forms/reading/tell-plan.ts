import { expected, found, warned } from '../../texts/importing/form-problems.ts';
import { areQuarterly } from '../cuts.ts';
import { addProblem, addWarning, type Findings } from '../findings.ts';
import type { FormCut } from '../form.ts';
import type { Asking, Question } from './asking.ts';
import type { GroupBlocks } from './group-reports.ts';
import type { ReadActivity } from './plan-activities.ts';
import type { GroupColumns } from './plan-columns.ts';
import type { Candidate } from './plan-sheets.ts';
import type { PlanTable } from './plan-table.ts';
import type { SheetRead } from './sheet-tables.ts';

/** Sheets after the first repeat the title block: what is missing there is told once. */
export function quietTitles(sheets: readonly SheetRead[]): void {
  for (const { reading } of sheets.slice(1)) {
    const kept = reading.findings.warnings.filter(({ kind }) => kind !== 'missing');
    reading.findings.warnings.splice(0, reading.findings.warnings.length, ...kept);
  }
}

export function tellSheets(sheets: readonly SheetRead[], left: readonly Candidate[]): void {
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

export function tellOneDate(columns: GroupColumns, table: PlanTable, findings: Findings, year: number): void {
  const { base } = columns;
  if (base.has('period')) return;
  const at = { row: table.header.first, column: base.get('end') ?? base.get('start') ?? 0 };
  if (!base.has('start')) addWarning(findings, 'one-date', at, warned.noStart(`${year}-01-01`));
  if (!base.has('end')) addWarning(findings, 'one-date', at, warned.noEnd(`${year}-12-31`));
}

/** Tells a year that no activity of the plan touches: most likely the year is wrong. */
export function tellOtherYear(
  first: SheetRead,
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

export function tellCalendar(
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

/** Tells the answers about what was not in doubt, and what was read by memory. */
export function tellTaken({ reading: { findings }, table }: SheetRead, asking: Asking): void {
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
