import { type Grid, textAt } from '../grid.ts';
import type { ColumnName } from '../layout.ts';
import { rolesNamed } from './column-words.ts';
import type { HeadedColumn } from './headed-columns.ts';

/** Where the headings alone put the columns of a plan, before its cells are looked at. Zero-based. */
export type BasePlaces = {
  readonly number: number | undefined;
  readonly activity: number | undefined;
  /** The columns that say who answers for an activity and when it runs. No row without them is one. */
  readonly telling: readonly number[];
};

export function placesOf(columns: readonly HeadedColumn[]): BasePlaces {
  const telling = (['responsible', 'start', 'end'] as const).flatMap((role) => namedColumns(columns, role));
  return {
    number: namedColumns(columns, 'number')[0],
    activity: namedColumns(columns, 'activity')[0],
    telling,
  };
}

/** The columns whose headings name a role before any other. */
export function namedColumns(columns: readonly HeadedColumn[], role: ColumnName): readonly number[] {
  return columns
    .filter(({ own }) => own.some(({ text }) => rolesNamed(text)[0]?.role === role))
    .map(({ column }) => column);
}

/** The column of the activities. When several name it (*Actividad*, *Tarea*), it is the one with most cells filled. */
export function activityPlace(
  grid: Grid,
  columns: readonly HeadedColumn[],
  rows: readonly number[],
): number | undefined {
  const filledIn = (column: number) => rows.filter((row) => textAt(grid, row, column) !== '').length;
  const named = namedColumns(columns, 'activity').map((column) => ({ column, filled: filledIn(column) }));
  return named.sort((a, b) => b.filled - a.filled)[0]?.column;
}
