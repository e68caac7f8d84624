import { type ExportForm, extraTexts, monitoringAt } from '../export-form.ts';
import type { FormActivity } from '../form.ts';
import { cellAt, type Grid } from '../grid.ts';
import { COLUMNS, type ColumnName } from '../layout.ts';
import { menderOf } from '../mend-splits.ts';
import type { FormPlaces } from '../read-form.ts';
import { readPercentageCell } from '../read-percentage.ts';
import type { BlockColumns } from './add-blocks.ts';
import type { CellPlace } from './cell-names.ts';
import type { CellValue } from './cell-xml.ts';

/** A cell to write. `percent` asks for a style that shows a fraction as a percentage; false: for one that does not. */
export type Write = CellPlace & {
  readonly value: CellValue;
  readonly percent?: boolean;
  /** What the workbook reckons in a column of its own stays its own. */
  readonly unlessFormula?: boolean;
};

/** The row each activity of the form stands in, and what the workbook says of it (undefined: a new row). */
export type PlacedActivity = {
  readonly row: number;
  readonly activity: FormActivity;
  readonly before: FormActivity | undefined;
};

/**
 * The cells of the activities that differ from what the workbook holds; one that says the same, mended or in
 * another way of writing, stays as received.
 */
export function activityWrites(places: FormPlaces, placed: readonly PlacedActivity[]): Write[] {
  const headings = places.unknown.map(({ heading }) => heading);
  return placed.flatMap(({ row, activity, before }) => {
    const columns = COLUMNS.flatMap(({ name }): Write[] => {
      const column = places.columns.get(name);
      if (column === undefined) return [];
      const value = columnValue(activity, name);
      const same =
        before !== undefined && JSON.stringify(value) === JSON.stringify(columnValue(before, name));
      return same ? [] : [{ row, column, value }];
    });
    const old = before === undefined ? headings.map(() => '') : extraTexts(before, headings);
    const extras = extraTexts(activity, headings).flatMap((text, index): Write[] => {
      const column = places.unknown[index]?.column;
      return column === undefined || text === old[index]
        ? []
        : [{ row, column, value: { text }, unlessFormula: true }];
    });
    return [...columns, ...extras];
  });
}

function columnValue(activity: FormActivity, name: ColumnName): CellValue {
  switch (name) {
    case 'activity':
      return { text: activity.name };
    case 'start':
    case 'end':
      return { date: activity[name] };
    case 'weight':
      return activity.weight === null ? undefined : { number: activity.weight };
    default:
      return { text: activity[name] };
  }
}

/**
 * The monitoring of every block: of cuts up to the chosen one what is reported, of later ones nothing. Numbers
 * follow the way of the block: as written where it holds bare numbers above 1, else as percentages.
 * @param shares what each block shows of each activity, when its percentages are those of their own period
 */
export function monitoringWrites(
  grid: Grid,
  blocks: readonly BlockColumns[],
  placed: readonly PlacedActivity[],
  form: ExportForm,
  shares?: ReadonlyMap<BlockColumns, readonly (number | null)[]>,
): Write[] {
  const mend = menderOf(grid);
  return blocks.flatMap((block) => {
    const reports = placed.map(({ row, activity, before }, index) => {
      const report = block.cut <= form.upToCut ? monitoringAt(activity, block.cut) : undefined;
      const own = shares?.get(block)?.[index];
      const tenths = own === undefined ? (report?.progressTenths ?? null) : own;
      return { row: before === undefined ? -1 : row, at: row, report, tenths };
    });
    const written = reports.flatMap(({ tenths }) => tenths ?? []);
    const bare =
      writesBareNumbers(
        grid,
        block,
        reports.map(({ row }) => row),
      ) && written.some((tenths) => tenths > 10);
    return reports.flatMap(({ row, at, report, tenths }): Write[] => {
      const writes: Write[] = [];
      const cell = cellAt(grid, row, block.progress);
      const read = readPercentageCell(cell);
      const shows = read.kind === 'percent' || (read.kind === 'bare' && bare) ? read.tenths : null;
      const isSame =
        cell.error === undefined &&
        (tenths === null ? ['blank', 'not-applicable'].includes(read.kind) : shows === tenths);
      if (!isSame || row < 0) {
        const value = tenths === null ? undefined : { number: bare ? tenths / 10 : tenths / 1_000 };
        writes.push({ row: at, column: block.progress, value, percent: !bare && tenths !== null });
      }
      const text = report?.observation ?? '';
      const old = cellAt(grid, row, block.observation);
      if (
        block.observation >= 0 &&
        (mend(old.text.trim()).text !== text || old.error !== undefined || row < 0)
      )
        writes.push({ row: at, column: block.observation, value: { text } });
      return writes;
    });
  });
}

function writesBareNumbers(grid: Grid, block: BlockColumns, rows: readonly number[]): boolean {
  return rows.some((row) => {
    const cell = cellAt(grid, row, block.progress);
    const read = readPercentageCell(cell);
    return read.kind === 'bare' && cell.number !== undefined && read.value > 1;
  });
}

/** What a date is written as where the cell has no date format. */
export function dateText(date: string): string {
  return date.split('-').reverse().join('/');
}
