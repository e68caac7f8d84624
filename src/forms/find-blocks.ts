import type { LocalDate } from '../domain/dates.ts';
import { expected, found, warned } from '../texts/importing/form-problems.ts';
import { dateOfCut, looksLikeCut, readCutHeading, roleOfHeading } from './cut-heading.ts';
import type { HeadedColumn, Heading } from './find-columns.ts';
import { addProblem, addWarning, type Findings } from './findings.ts';
import { columnLetter } from './grid.ts';
import { headingKey } from './headings.ts';
import type { BlockRole } from './layout.ts';

/** A monitoring block: where its two cells stand and which cut it is. */
export type Block = {
  readonly date: LocalDate;
  readonly label: string;
  readonly headingDate: string;
  readonly ordinal: number | undefined;
  readonly at: Heading;
  progress: number | undefined;
  observation: number | undefined;
};

/** What is known of the data below the headings. */
export type ColumnData = {
  readonly hasData: (column: number) => boolean;
  /** Share 0..1 of the filled cells that read as a percentage. */
  readonly percentShare: (column: number) => number;
};

type Group = { readonly origin: Heading; readonly columns: HeadedColumn[] };

/** Columns under the same heading of a cut, left to right. */
function groupsOf(columns: readonly HeadedColumn[]): Group[] {
  const groups = new Map<string, Group>();
  for (const headed of columns) {
    const headings = headingsOf(headed);
    const origin =
      headings.find(({ text }) => readCutHeading(text)) ?? headings.find(({ text }) => looksLikeCut(text));
    if (origin === undefined) continue;
    const key = `${origin.row}:${origin.column}`;
    const group = groups.get(key) ?? { origin, columns: [] };
    group.columns.push(headed);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function headingsOf(headed: HeadedColumn): Heading[] {
  return [...headed.own, ...headed.spread].sort((a, b) => a.row - b.row);
}

function roleOf(headed: HeadedColumn): BlockRole | undefined {
  for (const { text } of [...headed.own].reverse()) {
    const role = roleOfHeading(text);
    if (role !== undefined) return role;
    if (readCutHeading(text) === undefined && !looksLikeCut(text)) return 'other';
    if (namesItsGroup(text)) return 'other';
  }
  const group = headed.spread.findLast(
    ({ text }) => readCutHeading(text) === undefined && !looksLikeCut(text),
  );
  return headed.own.length === 0 || group === undefined ? undefined : roleOfHeading(group.text);
}

/** `VALOR (PRIMER MONITOREO)`: how a column of a block that is not of the form is named, and written back. */
function namesItsGroup(text: string): boolean {
  const match = /^([^()]+)\(([^()]+)\)$/.exec(text);
  return (
    match !== null &&
    readCutHeading(match[1] ?? '') === undefined &&
    readCutHeading(match[2] ?? '') !== undefined
  );
}

/**
 * The monitoring blocks, in order of date, and the columns that belong to none. Tells headings of cuts that
 * cannot be read, cuts that stand twice, blocks without a percentage. `fiscalYear` null (not read): dates are
 * made in a leap year, only to go on looking.
 */
export function findBlocks(
  columns: readonly HeadedColumn[],
  data: ColumnData,
  fiscalYear: number | null,
  findings: Findings,
): { blocks: Block[]; rest: HeadedColumn[] } {
  const blocks: Block[] = [];
  const rest: HeadedColumn[] = [];
  for (const group of groupsOf(columns)) {
    const roles = assignRoles(group.columns, data);
    const used = [roles.progress, roles.observation];
    rest.push(...group.columns.filter(({ column }) => !used.includes(column)));
    if (roles.progress === undefined && roles.observation === undefined) continue;
    const cut = readCut(group, fiscalYear, findings);
    if (cut === undefined) continue;
    const taken = blocks.some(({ date }) => date === cut.date) && namesItsGroup(group.origin.text);
    if (taken) rest.push(...group.columns.filter(({ column }) => used.includes(column)));
    else addBlock(blocks, { ...cut, ...roles }, findings);
  }
  return { blocks: blocks.sort((a, b) => (a.date < b.date ? -1 : 1)), rest };
}

/** Two groups of the same cut are one block when one brings the percentage and the other the observation. */
function addBlock(blocks: Block[], block: Block, findings: Findings): void {
  const same = blocks.find(({ date }) => date === block.date);
  if (same === undefined) blocks.push(block);
  else if (same.observation === undefined && block.progress === undefined)
    same.observation = block.observation;
  else if (same.progress === undefined && block.observation === undefined) same.progress = block.progress;
  else {
    const words = found.cutTwice(block.date, columnLetter(same.at.column));
    addProblem(findings, 'cut', block.at, words, expected.once);
  }
}

function readCut(
  group: Group,
  fiscalYear: number | null,
  findings: Findings,
): Omit<Block, 'progress' | 'observation'> | undefined {
  const headings = [...new Set(group.columns.flatMap(headingsOf))].sort((a, b) => a.row - b.row);
  const cuts = headings.flatMap((heading) => {
    const cut = readCutHeading(heading.text);
    return cut === undefined ? [] : [{ heading, cut }];
  });
  const unread = headings.find(
    ({ text }) => headingKey(text).startsWith('corte') && readCutHeading(text) === undefined,
  );
  const dated = cuts.findLast(({ cut }) => cut.date !== undefined);
  const counted = cuts.find(({ cut }) => cut.ordinal !== undefined);
  const told = dated ?? counted;
  const date = told && dateOfCut(told.cut, fiscalYear ?? 2024);
  const wrong =
    unread !== undefined && dated === undefined
      ? unread
      : date === undefined
        ? (told?.heading ?? group.origin)
        : undefined;
  if (wrong !== undefined || date === undefined) {
    const heading = wrong ?? group.origin;
    addProblem(findings, 'cut', heading, found.text(heading.text), expected.cut);
    return undefined;
  }
  if (
    fiscalYear !== null &&
    (Number(date.slice(0, 4)) < fiscalYear || Number(date.slice(0, 4)) > fiscalYear + 1)
  ) {
    const heading = told?.heading ?? group.origin;
    addProblem(findings, 'cut', heading, found.text(heading.text), expected.cutYear(fiscalYear));
    return undefined;
  }
  const label = counted ?? dated;
  const ordinal = counted?.cut.ordinal;
  return {
    date,
    label: label?.heading.text ?? group.origin.text,
    headingDate: dated !== undefined && dated !== label ? dated.heading.text : '',
    ordinal: ordinal?.period === 'monitoring' || ordinal?.period === 'quarter' ? ordinal.number : undefined,
    at: group.origin,
  };
}

/** Percentage and observation of a block, by their headings or, without those, by order and by what the cells hold. */
function assignRoles(
  columns: readonly HeadedColumn[],
  data: ColumnData,
): { progress: number | undefined; observation: number | undefined } {
  const named = columns.map((headed) => ({ column: headed.column, role: roleOf(headed) }));
  let progress = named.find(({ role }) => role === 'progress')?.column;
  let observation = named.find(({ role }) => role === 'observation')?.column;
  const free = named.filter(({ role }) => role === undefined).map(({ column }) => column);
  if (progress !== undefined || observation !== undefined) {
    const other = free.find(data.hasData) ?? free[0];
    progress ??= other;
    observation ??= other === progress ? undefined : other;
    return { progress, observation };
  }
  [progress, observation] = pairOf(free, data);
  const swapped =
    progress !== undefined &&
    observation !== undefined &&
    data.percentShare(progress) === 0 &&
    data.percentShare(observation) > 0.5;
  return swapped ? { progress: observation, observation: progress } : { progress, observation };
}

function pairOf(free: readonly number[], data: ColumnData): (number | undefined)[] {
  const filled = free.filter(data.hasData);
  const [only] = filled;
  if (filled.length !== 1 || only === undefined) return (filled.length > 1 ? filled : free).slice(0, 2);
  const index = free.indexOf(only);
  const isText = data.percentShare(only) < 0.5;
  return isText && index > 0 ? [free[index - 1], only] : [only, free[index + 1]];
}

/**
 * Columns of a block whose heading names no cut (`OBSERVACIONES` after each `AVANCE A ABR 30`): each goes to the
 * block on its left, when every block that lacks an observation gets one. Returns the columns that are left.
 */
export function attachObservations(
  blocks: readonly Block[],
  columns: readonly HeadedColumn[],
): HeadedColumn[] {
  const lacking = blocks.filter((block) => block.observation === undefined);
  const pairs = lacking.flatMap((block) => {
    const next = columns.find(
      (headed) => headed.column === (block.progress ?? -2) + 1 && roleOf(headed) === 'observation',
    );
    return next === undefined ? [] : [{ block, next }];
  });
  if (pairs.length < lacking.length) return [...columns];
  for (const { block, next } of pairs) block.observation = next.column;
  return columns.filter((headed) => !pairs.some(({ next }) => next === headed));
}

/** Tells what the blocks as a whole lack: a block at all, a percentage, an observation; more than twelve. */
export function checkBlocks(
  blocks: readonly Block[],
  rest: readonly HeadedColumn[],
  headerRow: number,
  findings: Findings,
): void {
  for (const block of blocks) {
    if (block.progress === undefined) {
      addProblem(findings, 'cut', block.at, found.noProgressColumn(block.label), expected.progressColumn);
    } else if (block.observation === undefined) {
      addWarning(findings, 'no-observations', block.at, warned.noObservations(block.label));
    }
  }
  const thirteenth = [...blocks].sort((a, b) => a.at.column - b.at.column)[12];
  if (thirteenth !== undefined) {
    addProblem(findings, 'cut', thirteenth.at, found.tooManyCuts(blocks.length), expected.upToTwelve);
  }
  if (blocks.length > 0 || findings.problems.some(({ kind }) => kind === 'cut')) return;
  const orphan = rest.find((headed) => roleOf(headed) === 'progress' || roleOf(headed) === 'observation');
  const heading = orphan?.own.at(-1);
  if (heading !== undefined) addProblem(findings, 'cut', heading, found.text(heading.text), expected.cut);
  else
    addProblem(
      findings,
      'cut',
      { row: headerRow, column: rest[0]?.column ?? 0 },
      found.noBlocks,
      expected.block,
    );
}
