import { looksLikeCut } from './cut-heading.ts';
import { type Cell, cellAt, filledColumns, type Grid, textAt } from './grid.ts';
import { headingKey } from './headings.ts';
import { type ColumnName, GROUP_HEADINGS } from './layout.ts';
import { isColumnOfOurs } from './own-columns.ts';
import { isBlockHeading, namesGroupOfColumns, saysPlanned } from './reading/block-words.ts';
import { namesGroup, namesPeriod, rolesNamed } from './reading/column-words.ts';
import { labelsIn } from './title-labels.ts';
import { SIGNATURES } from './title-layout.ts';

const ENOUGH_HEADINGS = 4;
const FEWEST_HEADINGS = 3;
const FEWEST_OF_GOALS = 6;
const MOST_HEADER_ROWS = 6;
const MOST_GROUP_ROWS = 3;
const LONGEST_HEADING = 160;

const GROUPS = new Set(GROUP_HEADINGS.map(headingKey));
const SIGNATURE_TITLES = new Set(
  SIGNATURES.flatMap((entry) => [entry.title, ...entry.synonyms]).map(headingKey),
);

/** Zero-based rows that hold the headings, top to bottom. */
export type Header = { readonly rows: readonly number[]; readonly first: number; readonly last: number };

/** How many different columns of a plan a row names. */
export function headingsIn(grid: Grid, row: number): number {
  return namesIn(grid, row).size;
}

function namesIn(grid: Grid, row: number): ReadonlySet<ColumnName | 'period'> {
  const names = new Set<ColumnName | 'period'>();
  for (const column of filledColumns(grid, row)) {
    const text = textAt(grid, row, column);
    const [named] = rolesNamed(text);
    if (named !== undefined) names.add(named.role);
    else if (text.length < 60 && namesPeriod(text)) names.add('period');
  }
  return names;
}

/** Whether a row begins the signatures: its first cell says ELABORÓ, REVISÓ, APROBÓ and the like. */
export function beginsSignatures(grid: Grid, row: number): boolean {
  const [first] = filledColumns(grid, row);
  return first !== undefined && isSignatureTitle(textAt(grid, row, first));
}

export function isSignatureTitle(text: string): boolean {
  const [label = ''] = text.split(':');
  return SIGNATURE_TITLES.has(headingKey(label));
}

/**
 * The rows of the headings: the first row that names enough columns, the rows of groups above it and the rows of
 * headings below it, down to the first row that looks like data. Undefined when no row names three columns.
 */
export function findHeader(grid: Grid, lowest?: number): Header | undefined {
  if (lowest !== undefined) return headerAt(grid, lowest);
  const main = mainRow(grid);
  if (main === undefined) return undefined;
  const rows = [...groupsAbove(grid, main), main];
  for (let row = filledRow(grid, main, 1); row !== undefined && rows.length < MOST_HEADER_ROWS; ) {
    if (!continuesHeader(grid, row, main)) break;
    rows.push(row);
    row = filledRow(grid, row, 1);
  }
  return { rows, first: rows[0] ?? main, last: rows.at(-1) ?? main };
}

/** The first row that names enough columns; else the first that names nearly enough. Looks no further than it must. */
function mainRow(grid: Grid): number | undefined {
  let few: number | undefined;
  let wide: number | undefined;
  for (let row = 0; row < grid.rows.length; row += 1) {
    const names = namesIn(grid, row);
    if (names.size >= ENOUGH_HEADINGS) return row;
    if (names.size >= FEWEST_HEADINGS) few ??= row;
    else if (names.size === 2 && wide === undefined && isWideHeading(grid, row, names)) wide = row;
  }
  return few ?? wide;
}

/** The headings that end with a row somebody named: the filled rows right above it that are no data. */
function headerAt(grid: Grid, lowest: number): Header | undefined {
  if (filledColumns(grid, lowest).length === 0) return undefined;
  const rows = [lowest];
  for (let row = filledRow(grid, lowest, -1); row !== undefined && rows.length < 4; ) {
    if (headingsIn(grid, row) < 2 && !isGroupRow(grid, row)) break;
    rows.unshift(row);
    row = filledRow(grid, row, -1);
  }
  return { rows, first: rows[0] ?? lowest, last: lowest };
}

/** Two known columns among many short texts: the activity, or a goal with who answers for it (*plan indicativo*). */
function isWideHeading(grid: Grid, row: number, names: ReadonlySet<string>): boolean {
  const columns = filledColumns(grid, row);
  const ofGoals = names.has('target') && names.has('responsible') && columns.length >= FEWEST_OF_GOALS;
  return (
    (names.has('activity') || ofGoals) &&
    columns.length >= ENOUGH_HEADINGS &&
    columns.every(
      (column) => textAt(grid, row, column).length <= 60 && !looksLikeData(cellAt(grid, row, column)),
    )
  );
}

function groupsAbove(grid: Grid, main: number): number[] {
  const rows: number[] = [];
  let row = filledRow(grid, main, -1);
  while (
    row !== undefined &&
    rows.length < MOST_GROUP_ROWS &&
    !isLabelOf(grid, row, main) &&
    (isGroupRow(grid, row) || isOverBlocks(grid, row, main) || isUpperHeading(grid, row))
  ) {
    rows.unshift(row);
    row = filledRow(grid, row, -1);
  }
  return rows;
}

/** The next row that holds something, looking at most three rows away. */
function filledRow(grid: Grid, from: number, step: 1 | -1): number | undefined {
  return [1, 2, 3]
    .map((distance) => from + step * distance)
    .find((row) => filledColumns(grid, row).length > 0);
}

/** A row that stands over the headings: cuts and groups, at least half of its cells, and nothing of the title block. */
function isGroupRow(grid: Grid, row: number): boolean {
  const columns = filledColumns(grid, row);
  const cells = columns.map((column) => cellAt(grid, row, column));
  if (cells.some(({ text }, index) => text.length > LONGEST_HEADING || isTitleText(text, index === 0)))
    return false;
  const known = cells.filter(({ text, date }) => date !== undefined || isGroupText(text));
  if (columns[0] === 0 && columns.length === 1) return false;
  return known.length > 0 && known.length * 2 >= cells.length;
}

/** `Fecha de corte: | 30/09/2023` over the number and the activity belongs to the title, not to the columns. */
function isLabelOf(grid: Grid, row: number, main: number): boolean {
  const [first, ...more] = filledColumns(grid, row);
  if (first === undefined || more.length === 0) return false;
  const over = (column: number) => rolesNamed(textAt(grid, main, column))[0]?.role;
  return (
    /:\s*$/.test(textAt(grid, row, first)) ||
    (over(first) === 'number' && looksLikeCut(textAt(grid, row, first)))
  );
}

/** A row between the cuts and the headings: short words over columns that are not of the plan itself. */
function isOverBlocks(grid: Grid, row: number, main: number): boolean {
  const columns = filledColumns(grid, row);
  const above = filledRow(grid, row, -1);
  const base = filledColumns(grid, main).filter(
    (column) => rolesNamed(textAt(grid, main, column)).length > 0,
  );
  return (
    above !== undefined &&
    isGroupRow(grid, above) &&
    columns.every((column) => {
      const text = textAt(grid, row, column);
      return text.length <= 60 && !base.includes(column) && column > Math.min(...base) && !isTitleText(text);
    })
  );
}

/** A row that names two columns itself, of which the row below gives the parts: *Responsable*, *Actividad {No., Nombre}*. */
function isUpperHeading(grid: Grid, row: number): boolean {
  const columns = filledColumns(grid, row);
  const cells = columns.map((column) => cellAt(grid, row, column));
  return (
    columns.length >= ENOUGH_HEADINGS &&
    headingsIn(grid, row) >= 2 &&
    cells.every(
      (cell, index) =>
        cell.text.length <= LONGEST_HEADING && !looksLikeData(cell) && !isTitleText(cell.text, index === 0),
    )
  );
}

function isGroupText(text: string): boolean {
  return (
    GROUPS.has(headingKey(text)) ||
    looksLikeCut(text) ||
    isColumnOfOurs(text.trim()) ||
    namesGroupOfColumns(text) ||
    saysPlanned(text)
  );
}

/** @param first the first cell of its row: further right *Plan de tratamiento* is a heading */
function isTitleText(text: string, first = true): boolean {
  const trimmed = text.trim();
  return (
    (labelsIn(trimmed).length > 0 && !looksLikeCut(trimmed)) ||
    /^p[áa]gina\b/i.test(trimmed) ||
    (first && /^(plan|programa|matriz|formato|sistema|alcald|gobernaci|municipio)\s/i.test(trimmed))
  );
}

/** A date, a percentage or an activity's number: what no heading is. */
export function looksLikeData(cell: Cell): boolean {
  const text = cell.text.trim();
  return (
    cell.percent === true ||
    cell.date !== undefined ||
    /^[+-]?\d+([.,]\d+)?\s*%$/.test(text) ||
    /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/.test(text) ||
    isActivityNumber(text)
  );
}

/**
 * At least half of the cells are headings and none of them is data, but for dates and ordinals over blocks where the
 * columns on the left are blank.
 */
function continuesHeader(grid: Grid, row: number, main: number): boolean {
  const columns = filledColumns(grid, row);
  const [first] = columns;
  if (first === undefined) return false;
  const base = (column: number) => rolesNamed(textAt(grid, main, column)).length > 0;
  if (isBesideThePlan(grid, row, main, base) || isCountedPeriods(grid, row, main, base)) return true;
  const data = columns.filter((column) => looksLikeData(cellAt(grid, row, column)));
  if (data.some((column) => base(column) || cellAt(grid, row, column).percent === true)) return false;
  if (data.length > 0 && (columns.some(base) || first === 0)) return false;
  const headings = columns.filter((column) => {
    const text = textAt(grid, row, column);
    if (text.length > LONGEST_HEADING) return false;
    if (data.includes(column))
      return cellAt(grid, row, column).date !== undefined || /^\d{1,2}[/-]/.test(text) || looksLikeCut(text);
    if (base(column)) return text.length <= 60 && rolesNamed(text).length > 0;
    return (
      rolesNamed(text).length > 0 ||
      looksLikeCut(text) ||
      isBlockHeading(text) ||
      isColumnOfOurs(text) ||
      GROUPS.has(headingKey(text)) ||
      (text.length <= 40 && columns.length > 1 && (namesGroup(text) || namesPeriod(text)))
    );
  });
  const long = columns.some((column) => base(column) && textAt(grid, row, column).length > 90);
  return !long && headings.length * 2 >= columns.length;
}

/** Two or more short words, all outside the columns of the plan: SÍ, NO, PARCIAL under CUMPLIMIENTO. No activity is so. */
function isBesideThePlan(
  grid: Grid,
  row: number,
  main: number,
  isBase: (column: number) => boolean,
): boolean {
  const columns = filledColumns(grid, row);
  const base = filledColumns(grid, main).filter(isBase);
  return (
    base.length >= FEWEST_HEADINGS &&
    columns.length >= 2 &&
    columns.every((column) => {
      const cell = cellAt(grid, row, column);
      return (
        !isBase(column) &&
        column > Math.min(...base) &&
        cell.text.length <= 40 &&
        /\p{L}/u.test(cell.text) &&
        !looksLikeData(cell)
      );
    })
  );
}

/** `1 | 2 | 3 | 4` under TRIMESTRE, and nothing in the columns of the plan. */
function isCountedPeriods(
  grid: Grid,
  row: number,
  main: number,
  isBase: (column: number) => boolean,
): boolean {
  const columns = filledColumns(grid, row);
  const over = filledColumns(grid, main).map((column) => textAt(grid, main, column));
  return (
    columns.length >= 2 &&
    over.some((text) => /(cuatri|tri|bi|se)mestre/i.test(text)) &&
    columns.every((column) => !isBase(column) && /^(\d|1[0-2])$/.test(textAt(grid, row, column)))
  );
}

/** `1`, `1.`, `2.3`, `4-1`, `5a`: what numbers an activity. */
export function isActivityNumber(text: string): boolean {
  return /^'?\d{1,6}([.-]\d{1,6}){0,4}\.?[a-z]?$/i.test(text.trim());
}
