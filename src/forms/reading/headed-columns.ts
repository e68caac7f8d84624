import { monthName } from '../../domain/months.ts';
import { looksLikeCut } from '../cut-heading.ts';
import type { Header } from '../find-header.ts';
import { cellAt, type Grid, textAt, widthOf } from '../grid.ts';
import { rolesNamed } from './column-words.ts';

/** A heading as it stands over a column: its own, or spread to it from a cell to the left. */
export type Heading = { readonly row: number; readonly column: number; readonly text: string };

export type HeadedColumn = {
  readonly column: number;
  /** Top to bottom. */
  readonly own: readonly Heading[];
  readonly spread: readonly Heading[];
};

/** Merged cells of a sheet, zero-based and inclusive. */
export type Merge = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/**
 * Every column with the headings above it. A merged heading stands over all it covers. Any other spreads to the right
 * over cells that are blank in its row, up to a column that has a heading higher up or is a column of the plan itself.
 */
export function headedColumns(grid: Grid, header: Header, merges: readonly Merge[]): HeadedColumn[] {
  const width = widthOf(grid);
  const own = Array.from({ length: width }, (_, column) =>
    header.rows.flatMap((row) => {
      const text = headingAt(grid, row, column);
      return text === '' ? [] : [{ row, column, text }];
    }),
  );
  const main = own.map((headings) => headings.some(({ text }) => rolesNamed(text).length > 0));
  const spread: Heading[][] = own.map(() => []);
  const wide = merges.filter(({ top, left, right }) => right > left && header.rows.includes(top));
  for (const heading of own.flat()) {
    const merge = wide.find(({ top, left }) => top === heading.row && left === heading.column);
    const isCut = looksLikeCut(heading.text) || rolesNamed(heading.text).length > 0;
    const besideMerged = merge === undefined && wide.some(({ top }) => top === heading.row);
    for (let column = heading.column + 1; column < width; column += 1) {
      if (merge !== undefined && column <= merge.right) {
        spread[column]?.push(heading);
        continue;
      }
      const headings = own[column] ?? [];
      const above = headings.some(({ row }) => row <= heading.row);
      if (above || (main[column] && isCut) || merge !== undefined || (besideMerged && headings.length > 0))
        break;
      spread[column]?.push(heading);
    }
  }
  return own.map((headings, column) => ({
    column,
    own: headings.map((heading) => counted(heading, [...headings, ...(spread[column] ?? [])])),
    spread: (spread[column] ?? []).sort((a, b) => a.row - b.row),
  }));
}

const PERIOD = /(?:cuatri|tri|bi|se)mestre/i;

/** `2` under TRIMESTRE means TRIMESTRE 2. */
function counted(heading: Heading, over: readonly Heading[]): Heading {
  if (!/^(?:\d|1[0-2])$/.test(heading.text)) return heading;
  const period = over.flatMap(({ text }) => PERIOD.exec(text)?.[0] ?? [])[0];
  return period === undefined ? heading : { ...heading, text: `${period} ${heading.text}` };
}

/** A stored date that shows its month alone is that month: `jun-23` stands for its last day, not for its first. */
function headingAt(grid: Grid, row: number, column: number): string {
  const { date, month } = cellAt(grid, row, column);
  if (date === undefined || month !== true) return textAt(grid, row, column);
  return `${monthName(Number(date.slice(5, 7)))} de ${date.slice(0, 4)}`;
}

/** All headings over a column, top to bottom. */
export function stackOf(headed: HeadedColumn): readonly Heading[] {
  return [...headed.own, ...headed.spread].sort((a, b) => a.row - b.row);
}

/** What a column is called when it is spoken of: its own headings, else those over it, else its letter. */
export function printedHeading(headed: HeadedColumn): string {
  const texts = headed.own.length > 0 ? headed.own : headed.spread;
  return texts.map(({ text }) => text.replace(/\s+/g, ' ').trim()).join(' / ');
}
