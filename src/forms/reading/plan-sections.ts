import { isActivityNumber } from '../find-header.ts';
import { filledColumns, type Grid, textAt } from '../grid.ts';
import type { BasePlaces } from './base-places.ts';
import type { Merge } from './headed-columns.ts';

/**
 * The section that a row with several filled cells names; undefined when the row may be an activity. The row of a section
 * does not say who or when. Also, the next number continues its own (`1` before `1.1`), or its text is merged over the
 * columns of number and activity (`PROGRAMA SALUD | 60 %`).
 */
export function sectionOf(
  grid: Grid,
  row: number,
  end: number,
  { number, activity, telling }: BasePlaces,
  merges: readonly Merge[],
): string | undefined {
  if (activity === undefined || telling.length < 2) return undefined;
  if (telling.some((column) => textAt(grid, row, column) !== '')) return undefined;
  const own = number === undefined ? '' : textAt(grid, row, number);
  const name = textAt(grid, row, activity);
  if (number !== undefined && isActivityNumber(own) && name !== '') {
    const next = nextRow(grid, row, end);
    const below = next === undefined ? '' : textAt(grid, next, number);
    const isParent = below.startsWith(`${own.replace(/\.$/, '')}.`) && below.length > own.length;
    return isParent && next !== undefined && telling.some((column) => textAt(grid, next, column) !== '')
      ? name
      : undefined;
  }
  const wide = merges.find(
    ({ top, bottom, left, right }) => top === row && bottom === row && left < right && right >= activity,
  );
  const over = wide === undefined ? '' : textAt(grid, row, wide.left);
  return wide !== undefined && wide.left <= activity && /\p{L}{3}/u.test(over) ? over : undefined;
}

/** COMPONENTE 1 right above the headings is the section of the first rows; '' when there is none. */
export function sectionAbove(grid: Grid, header: number): string {
  const [first, ...more] = header > 0 ? filledColumns(grid, header - 1) : [];
  const text = first === undefined || more.length > 0 ? '' : textAt(grid, header - 1, first);
  return /^(componente|programa|eje|l[ií]nea|objetivo|dimensi[oó]n)\s*(estrat[eé]gic[oa]\s*)?(n\S*\s*)?(\d|[ivx]+\b)/i.test(
    text,
  )
    ? text
    : '';
}

function nextRow(grid: Grid, row: number, end: number): number | undefined {
  for (let next = row + 1; next < end; next += 1) if (filledColumns(grid, next).length > 0) return next;
  return undefined;
}

/** `1 | 2 | 3 | 4` or `(1) | (2) | (3) | (4)`: the columns counted, as forms of Contralorías print them. */
export function isColumnNumbers(grid: Grid, row: number, filled: readonly number[]): boolean {
  if (filled.length < 4) return false;
  const counted = filled.map((column) => /^\(?(\d{1,2})\)?$/.exec(textAt(grid, row, column))?.[1]);
  return counted.every((text, index) => text !== undefined && Number(text) === Number(counted[0]) + index);
}
