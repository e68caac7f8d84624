import { expected, found, warned } from '../texts/importing/form-problems.ts';
import { looksLikeCut, readCutHeading } from './cut-heading.ts';
import type { Header } from './find-header.ts';
import { addProblem, addWarning, type Findings } from './findings.ts';
import { columnLetter, type Grid, isBlank, textAt, widthOf } from './grid.ts';
import { columnOfHeading } from './headings.ts';
import { COLUMNS, type ColumnName } from './layout.ts';

/** A heading as it stands over a column: its own, or spread to it from a cell to the left. */
export type Heading = { readonly row: number; readonly column: number; readonly text: string };

export type HeadedColumn = {
  readonly column: number;
  /** Top to bottom. */
  readonly own: readonly Heading[];
  readonly spread: readonly Heading[];
};

export type UnknownColumn = { readonly column: number; readonly heading: string };

/** Which column of the layout a column is, by its own headings: the lowest that is known, else all of them read as one. */
function columnOf(headed: HeadedColumn): { name: ColumnName; rank: number } | undefined {
  const texts = headed.own.map((heading) => heading.text);
  for (const text of [...texts].reverse()) {
    const named = columnOfHeading(text);
    if (named !== undefined) return named;
  }
  return texts.length > 1 ? columnOfHeading(texts.join(' ')) : undefined;
}

/**
 * Every column with the headings above it. A heading spreads to the right over cells that are blank in its row,
 * up to a column that has a heading higher up or is a column of the layout itself (merged cells look so).
 */
export function headedColumns(grid: Grid, header: Header): HeadedColumn[] {
  const width = widthOf(grid);
  const own = Array.from({ length: width }, (_, column) =>
    header.rows.flatMap((row) => {
      const text = textAt(grid, row, column);
      return text === '' ? [] : [{ row, column, text }];
    }),
  );
  const main = own.map((headings, column) => columnOf({ column, own: headings, spread: [] }) !== undefined);
  const spread: Heading[][] = own.map(() => []);
  for (const heading of own.flat()) {
    for (let column = heading.column + 1; column < width; column += 1) {
      const above = own[column]?.some(({ row }) => row <= heading.row) ?? false;
      if (above || main[column]) break;
      spread[column]?.push(heading);
    }
  }
  return own.map((headings, column) => ({
    column,
    own: headings,
    spread: (spread[column] ?? []).sort((a, b) => a.row - b.row),
  }));
}

/** Whether a heading of this column, own or spread, names a cut. */
export function isOfBlock(headed: HeadedColumn): boolean {
  if (columnOf(headed) !== undefined && !headed.own.some(({ text }) => readCutHeading(text) !== undefined))
    return false;
  return [...headed.own, ...headed.spread].some(({ text }) => looksLikeCut(text));
}

/**
 * Gives each column of the layout its column of the grid. Of two that could be it, the wording nearest to
 * `PL-PC-01` wins; two with the same wording are a problem. The rest are returned.
 */
export function assignColumns(
  columns: readonly HeadedColumn[],
  findings: Findings,
): { known: Map<ColumnName, number>; rest: HeadedColumn[] } {
  const best = new Map<ColumnName, { headed: HeadedColumn; rank: number }>();
  const rest: HeadedColumn[] = [];
  for (const headed of columns) {
    const named = columnOf(headed);
    const rival = named && best.get(named.name);
    if (named === undefined) rest.push(headed);
    else if (rival === undefined) best.set(named.name, { headed, rank: named.rank });
    else if (rival.rank > named.rank) {
      rest.push(rival.headed);
      best.set(named.name, { headed, rank: named.rank });
    } else {
      const heading = headed.own.at(-1);
      if (rival.rank === named.rank && heading !== undefined) {
        const words = found.headingTwice(heading.text, columnLetter(rival.headed.column));
        addProblem(findings, 'heading', heading, words, expected.once);
      }
      rest.push(headed);
    }
  }
  return { known: new Map([...best].map(([name, { headed }]) => [name, headed.column])), rest };
}

/** Columns that are not of the form but hold a heading or data. */
export function unknownColumns(
  columns: readonly HeadedColumn[],
  hasData: (column: number) => boolean,
  header: Header,
  findings: Findings,
): UnknownColumn[] {
  return columns.flatMap((headed) => {
    const heading = headed.own.map(({ text }) => text).join(' ');
    if (heading === '' && !hasData(headed.column)) return [];
    const at = headed.own.at(-1) ?? { row: header.first, column: headed.column };
    const words = heading === '' ? warned.columnWithoutHeading : warned.unknownColumn(heading);
    addWarning(findings, 'unknown-column', at, words);
    const ownCut = headed.own.some(({ text }) => readCutHeading(text) !== undefined);
    const group = headed.spread.findLast(({ text }) => ownCut !== (readCutHeading(text) !== undefined));
    const name = heading === '' ? `Columna ${columnLetter(headed.column)}` : heading;
    return [{ column: headed.column, heading: group === undefined ? name : `${name} (${group.text})` }];
  });
}

/**
 * Tells the columns that are missing: those the form cannot be read without as problems, the usual ones as
 * warnings. The place is the column without a known heading that may be it, else where `PL-PC-01` has it.
 */
export function warnMissing(
  known: ReadonlyMap<ColumnName, number>,
  unknown: readonly UnknownColumn[],
  header: Header,
  findings: Findings,
): void {
  COLUMNS.forEach((layout, index) => {
    if (known.has(layout.name) || layout.presence === 'may') return;
    const before = COLUMNS.slice(0, index).findLast(({ name }) => known.has(name));
    const usual = before === undefined ? 0 : (known.get(before.name) ?? 0) + 1;
    const column = unknown.some((candidate) => candidate.column === usual)
      ? usual
      : (unknown[0]?.column ?? usual);
    const at = { row: header.first, column };
    if (layout.presence === 'usual') addWarning(findings, 'missing', at, warned.missing(layout.heading));
    else {
      const headings = unknown.map(({ heading }) => heading);
      addProblem(
        findings,
        'heading',
        at,
        found.noHeading(layout.heading, headings),
        expected.heading(layout.heading),
      );
    }
  });
}

/** Whether a column holds anything in the rows of the activities. */
export function dataProbe(grid: Grid, from: number, to: number): (column: number) => boolean {
  const filled = new Set<number>();
  for (const row of grid.rows.slice(from, to)) {
    row.forEach((cell, column) => {
      if (!isBlank(cell)) filled.add(column);
    });
  }
  return (column) => filled.has(column);
}
