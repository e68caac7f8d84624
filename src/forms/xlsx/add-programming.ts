import type { ExportForm } from '../export-form.ts';
import type { FormActivity } from '../form.ts';
import { cellAt, type Grid, MAX_COLUMNS } from '../grid.ts';
import {
  type ProgrammingPlace,
  programmingColumns,
  programmingHeading,
  programmingValue,
} from '../programming-columns.ts';
import type { FormPlaces } from '../read-form.ts';
import { readPercentageCell } from '../read-percentage.ts';
import { type BlockColumns, copyLooks, rightEnd } from './add-blocks.ts';
import type { PlacedActivity, Write } from './fill-cells.ts';
import { addMerge, CannotFill, type SheetTree, setCell } from './sheet-tree.ts';

/** In characters: the headings are long words. */
const WIDTH = 18;

/**
 * The columns of what is programmed: those of an earlier export, and at the right end of the table those that it lacks,
 * which look like the last block. A workbook whose own columns say it all gets none.
 */
export function programmingPlaces(
  tree: SheetTree,
  grid: Grid,
  places: FormPlaces,
  of: { readonly form: ExportForm; readonly end: number; readonly fresh: readonly BlockColumns[] },
): { readonly known: readonly ProgrammingPlace[]; readonly added: readonly ProgrammingPlace[] } {
  const { programming: known } = places;
  if (!of.form.activities.some(isSet) && known.length === 0) return { known, added: [] };
  const names = new Set(known.map(programmingHeading));
  const lacking = programmingColumns(of.form.activities).filter(
    (each) => !names.has(programmingHeading(each)),
  );
  if (lacking.length === 0) return { known, added: [] };
  const used = of.fresh.flatMap((block) => [block.progress, block.observation]);
  const left = Math.max(rightEnd(tree, grid, places), ...used) + 1;
  const model = [...places.blocks].sort((a, b) => b.column - a.column)[0];
  if (model?.progress === undefined || left + lacking.length > MAX_COLUMNS) throw new CannotFill('too-wide');
  const source = lacking.map(() => model.observation ?? model.progress ?? 0);
  const widths = lacking.map(() => WIDTH);
  copyLooks(tree, places, of.end, source, left, widths);
  const added = lacking.map((each, offset): ProgrammingPlace => ({ ...each, column: left + offset }));
  for (const place of added) writeHeading(tree, places, place);
  return { known, added };
}

/** Whether Planeación set anything, so that the form's own columns do not say it all. */
function isSet({ programming }: FormActivity): boolean {
  return programming !== undefined && (programming.basis !== 'form' || programming.measure !== null);
}

function writeHeading(
  tree: SheetTree,
  { headerFirst, headerLast }: FormPlaces,
  place: ProgrammingPlace,
): void {
  const { column } = place;
  setCell(tree, { row: headerFirst, column }, { text: programmingHeading(place) });
  if (headerLast > headerFirst)
    addMerge(tree, { top: headerFirst, bottom: headerLast, left: column, right: column });
}

/** What stands in these columns; a cell of an earlier export that says the same stays as it is. */
export function programmingWrites(
  grid: Grid,
  columns: readonly ProgrammingPlace[],
  placed: readonly PlacedActivity[],
): Write[] {
  return columns.flatMap((place) =>
    placed.flatMap(({ row, activity }): Write[] => {
      const { column } = place;
      const value = programmingValue(activity, place);
      const cell = cellAt(grid, row, column);
      if (value === undefined) return cell.text === '' ? [] : [{ row, column, value: undefined }];
      if ('text' in value) return cell.text === value.text ? [] : [{ row, column, value }];
      const { number, percent } = value;
      const read = readPercentageCell(cell);
      const same = percent
        ? read.kind === 'percent' && read.tenths === Math.round(number * 1_000)
        : read.kind === 'bare' && read.value === number;
      return same ? [] : [{ row, column, value: { number }, percent }];
    }),
  );
}

/** The new columns, from the first to the last, as what is printed beside the plan. */
export function printedProgramming(added: readonly ProgrammingPlace[]): BlockColumns[] {
  const columns = added.map((place) => place.column);
  if (columns.length === 0) return [];
  return [{ cut: 0, progress: Math.min(...columns), observation: Math.max(...columns) }];
}
