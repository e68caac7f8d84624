import { aboutFile } from '../../texts/importing/form-problems.ts';
import { type Problem, placeOf } from '../findings.ts';
import { type Cell, type Grid, MAX_COLUMNS, MAX_ROWS } from '../grid.ts';
import { placeOfName, type Range, rangeOfName } from './cell-names.ts';
import { type CellSource, cellOf } from './read-value.ts';
import { textGatherer } from './shared-strings.ts';
import type { SheetEntry, Workbook } from './workbook.ts';
import { isTrue } from './workbook.ts';
import { attributeIn, decodeXml, localName, walkXml } from './xml.ts';
import type { Parts } from './zip-gate.ts';

export type SheetReading =
  | {
      readonly ok: true;
      readonly grid: Grid;
      /** Zero-based. */
      readonly hiddenRows: ReadonlySet<number>;
      readonly merges: readonly Range[];
      /** Letters in all cells, for a bound over several sheets. */
      readonly letters: number;
      /** Filled cells, for the same. */
      readonly cells: number;
    }
  | { readonly ok: false; readonly problem: Problem };

/** As many letters as a text file may bring. */
export const MAX_LETTERS = 20_000_000;
/** Over all sheets: more than one sheet can have within its bounds. */
export const MAX_CELLS = 500_000;
/** Two columns merged in each of four blocks of 10,000 activities, and more. */
const MAX_MERGES = 60_000;
const MOST_COVERED = 1_000_000;

const BLANK: Cell = { text: '' };

class Beyond extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.found);
    this.problem = problem;
  }
}

/**
 * The cells of a sheet as people see them: stored values (of formulas the last result), rich text joined, what a
 * merge covers left out. Blank cells far away do not count; a filled one outside 11,000 × 100 refuses the file.
 * What the sheet says of its own size is not believed. Throws `XmlFault` for what is not a sheet.
 */
export function readSheet(parts: Parts, workbook: Workbook, sheet: SheetEntry): SheetReading {
  const content = parts.get(sheet.part);
  const rows: Cell[][] = [];
  const hiddenRows = new Set<number>();
  const merges: Range[] = [];
  let letters = 0;
  let cells = 0;
  const keep = (row: number, column: number, cell: Cell) => {
    letters += cell.text.length;
    cells += 1;
    const problem = boundProblem(sheet.name, row, column, cell, letters);
    if (problem !== undefined) throw new Beyond(problem);
    if (row >= MAX_ROWS || column >= MAX_COLUMNS) return;
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    while (line.length <= column) line.push(BLANK);
    line[column] = cell;
  };
  try {
    walkCells(decodeXml(content ?? new Uint8Array()), workbook, keep, {
      hidden: (row) => hiddenRows.add(row),
      merge: (range) => {
        if (merges.length >= MAX_MERGES) throw new Beyond(tooManyMerges(sheet.name));
        merges.push(range);
      },
    });
    coverMerged(rows, merges, sheet.name);
  } catch (error) {
    if (error instanceof Beyond) return { ok: false, problem: error.problem };
    throw error;
  }
  return { ok: true, grid: { sheet: sheet.name, rows }, hiddenRows, merges, letters, cells };
}

/** Tells every filled cell of a sheet in its order, zero-based. Throws `XmlFault`. */
export function walkCells(
  xml: string,
  workbook: Workbook,
  keep: (row: number, column: number, cell: Cell) => void,
  tell: { hidden: (row: number) => void; merge: (range: Range) => void },
): void {
  const inline = textGatherer();
  let row = -1;
  let column = -1;
  let source: CellSource | undefined;
  let into: 'value' | 'other' = 'other';
  walkXml(xml, {
    open: (prefixed, attributes, empty) => {
      const name = localName(prefixed);
      if (name === 'row') {
        const number = Number(attributeIn(attributes, 'r') ?? row + 2);
        row = Number.isInteger(number) && number > 0 ? number - 1 : row + 1;
        column = -1;
        if (isTrue(attributeIn(attributes, 'hidden'))) tell.hidden(row);
      } else if (name === 'c') {
        const place = placeOfName(attributeIn(attributes, 'r') ?? '');
        column = place?.column ?? column + 1;
        row = place?.row ?? row;
        if (empty) return;
        const type = attributeIn(attributes, 't') ?? 'n';
        source = {
          type,
          style: Number(attributeIn(attributes, 's') ?? 0),
          value: '',
          formula: false,
          inline: '',
        };
      } else if (name === 'v') into = 'value';
      else if (name === 'f' && source !== undefined) source.formula = true;
      else if (name === 'mergeCell') {
        const range = rangeOfName(attributeIn(attributes, 'ref') ?? '');
        if (range !== undefined) tell.merge(range);
      }
      if (source !== undefined) inline.open(name);
    },
    close: (prefixed) => {
      const name = localName(prefixed);
      into = 'other';
      inline.close(name);
      if (name === 'is' && source !== undefined) source.inline = inline.take();
      if (name !== 'c' || source === undefined) return;
      const cell = cellOf(source, workbook);
      source = undefined;
      if (cell !== undefined) keep(row, column, cell);
    },
    text: (raw) => {
      if (source === undefined) return;
      if (into === 'value') source.value += raw;
      else inline.text(raw);
    },
  });
}

function boundProblem(
  sheet: string,
  row: number,
  column: number,
  cell: Cell,
  letters: number,
): Problem | undefined {
  if (letters <= MAX_LETTERS && row < MAX_ROWS && column < MAX_COLUMNS) return undefined;
  const at = { ...placeOf(sheet, row, column), kind: 'file' as const };
  const bounds = aboutFile.expectedBounds(MAX_ROWS, MAX_COLUMNS);
  if (letters > MAX_LETTERS)
    return { ...at, found: aboutFile.tooMuchText, expected: aboutFile.expectedSmaller };
  const filled = cell.text.trim() !== '' || cell.error !== undefined;
  if (!filled) return undefined;
  if (row >= MAX_ROWS) return { ...at, found: aboutFile.tooManyRows(MAX_ROWS), expected: bounds };
  if (column >= MAX_COLUMNS) return { ...at, found: aboutFile.tooManyColumns(MAX_COLUMNS), expected: bounds };
  return undefined;
}

function tooManyMerges(sheet: string): Problem {
  return {
    ...placeOf(sheet, 0, 0),
    kind: 'file',
    found: aboutFile.tooManyMerges,
    expected: aboutFile.expectedForm,
  };
}

/** What stands under a merge is seen by nobody. */
function coverMerged(rows: Cell[][], merges: readonly Range[], sheet: string): void {
  let covered = 0;
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1) {
      const cells = rows[row] ?? [];
      const last = Math.min(right, cells.length - 1);
      covered += Math.max(1, last - left + 1);
      if (covered > MOST_COVERED) throw new Beyond(tooManyMerges(sheet));
      for (let column = left; column <= last; column += 1) {
        if (row !== top || column !== left) cells[column] = BLANK;
      }
    }
  }
}
