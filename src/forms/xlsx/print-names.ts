import type { BlockColumns } from './add-blocks.ts';
import { columnName, LAST_COLUMN, type Range } from './cell-names.ts';
import { absoluteName, referencesIn } from './formula-refs.ts';

/** What was written that the printed area of the sheet may not reach; rows and columns zero-based. */
export type Printed = {
  readonly sheet: string;
  /** The last row written. */
  readonly bottom: number;
  readonly added: readonly BlockColumns[];
  /** Headings and activities, from the column of the number to that of the activity. */
  readonly table: Range;
};

const BLOCKS_AN_AREA = 4;
const MOST_LABELS = 3;

/**
 * The printed area with what was written: the first of its ranges grows down, and blocks that were added are
 * printed after it and not beside it, so that a sheet fitted to the width of its paper stays as large as it was.
 */
export function printArea(area: string, { sheet, bottom, added, table }: Printed): string {
  const references = referencesIn(area);
  const [first] = references;
  if (first === undefined) return area;
  const isAbove = references.slice(1).every(({ range }) => range.left > first.range.right);
  const grows = isAbove && bottom > first.range.bottom;
  const known = grows
    ? [{ ...first.range, bottom }, ...references.slice(1).map(({ range }) => range)].map((range) =>
        named(sheet, absoluteName(range)),
      )
    : [area];
  return [...known, ...areasOf(added, table).map((range) => named(sheet, absoluteName(range)))].join(',');
}

function areasOf(added: readonly BlockColumns[], { top, bottom }: Range): Range[] {
  const areas: Range[] = [];
  for (let from = 0; from < added.length; from += BLOCKS_AN_AREA) {
    const columns = added
      .slice(from, from + BLOCKS_AN_AREA)
      .flatMap((block) => [block.progress, block.observation]);
    areas.push({ top, bottom, left: Math.min(...columns), right: Math.max(...columns) });
  }
  return areas;
}

/**
 * What is repeated on each page: with blocks added, also the number and the activity, if they stand together, and of
 * the rows only the headings, since the title would show its labels without their values beside added blocks.
 */
export function printTitles(titles: string, { sheet, added, table }: Printed): string {
  const [rows, ...others] = referencesIn(titles);
  const together = table.right - table.left < MOST_LABELS;
  if (added.length === 0 || !together || rows === undefined || others.length > 0) return titles;
  if (rows.range.right < LAST_COLUMN || rows.range.bottom < table.top) return titles;
  const columns = `$${columnName(table.left)}:$${columnName(table.right)}`;
  const headings = `$${Math.max(rows.range.top, table.top) + 1}:$${rows.range.bottom + 1}`;
  return `${named(sheet, columns)},${named(sheet, headings)}`;
}

function named(sheet: string, range: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${range}`;
}
