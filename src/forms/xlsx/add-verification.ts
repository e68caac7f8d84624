import { type ExportForm, verdictFinder, verifiedCuts } from '../export-form.ts';
import { cellAt, type Grid, MAX_COLUMNS } from '../grid.ts';
import type { FormPlaces } from '../read-form.ts';
import { type VerificationPlace, verificationColumns, verificationHeading } from '../verification-columns.ts';
import { type BlockColumns, copyLooks, rightEnd } from './add-blocks.ts';
import type { PlacedActivity, Write } from './fill-cells.ts';
import { addMerge, CannotFill, type SheetTree, setCell } from './sheet-tree.ts';

/** In characters: the headings are long words. */
const WIDTHS = [18, 18, 36];

/**
 * The columns with the verdicts of Control Interno: those of an earlier export when the workbook has them, else new
 * ones at the right end of the table, which look like those of the last block.
 */
export function verificationPlaces(
  tree: SheetTree,
  grid: Grid,
  places: FormPlaces,
  of: { readonly form: ExportForm; readonly end: number; readonly fresh: readonly BlockColumns[] },
): { readonly known: readonly VerificationPlace[]; readonly added: readonly VerificationPlace[] } {
  const { verification: known } = places;
  const lacking = verifiedCuts(of.form).filter((cut) => !known.some((each) => each.cut === cut.number));
  if (lacking.length === 0) return { known, added: [] };
  const used = of.fresh.flatMap((block) => [block.progress, block.observation]);
  let left = Math.max(rightEnd(tree, grid, places), ...used) + 1;
  const model = [...places.blocks].sort((a, b) => b.column - a.column)[0];
  if (model?.progress === undefined) throw new CannotFill('too-wide');
  const words = model.observation ?? model.progress;
  const added = lacking.flatMap((cut) => {
    if (left + 2 >= MAX_COLUMNS) throw new CannotFill('too-wide');
    copyLooks(tree, places, of.end, [words, model.progress ?? words, words], left, WIDTHS);
    const placed = verificationColumns.map(
      (kind, offset): VerificationPlace => ({ cut: cut.number, kind, column: left + offset }),
    );
    for (const place of placed) writeHeading(tree, places, place);
    left += verificationColumns.length;
    return placed;
  });
  return { known, added };
}

function writeHeading(
  tree: SheetTree,
  { headerFirst, headerLast }: FormPlaces,
  place: VerificationPlace,
): void {
  const { column } = place;
  setCell(tree, { row: headerFirst, column }, { text: verificationHeading(place.cut, place.kind) });
  if (headerLast > headerFirst)
    addMerge(tree, { top: headerFirst, bottom: headerLast, left: column, right: column });
}

/** What stands in these columns; a cell of an earlier export that says the same stays as it is. */
export function verificationWrites(
  grid: Grid,
  columns: readonly VerificationPlace[],
  placed: readonly PlacedActivity[],
  form: ExportForm,
): Write[] {
  const verdictAt = verdictFinder(form);
  return columns.flatMap(({ cut, kind, column }) =>
    placed.flatMap(({ row, activity }): Write[] => {
      const said = cut <= form.upToCut ? verdictAt(activity.number, cut) : undefined;
      if (kind === 'progress') {
        const tenths = said?.progressTenths ?? null;
        const value = tenths === null ? undefined : { number: tenths / 1_000 };
        return [{ row, column, value, percent: tenths !== null }];
      }
      const text = (kind === 'verdict' ? said?.verdict : said?.remark) ?? '';
      return cellAt(grid, row, column).text === text ? [] : [{ row, column, value: { text } }];
    }),
  );
}

/** The new columns of each cut, from the first to the last, as what is printed beside the plan. */
export function printedWith(added: readonly VerificationPlace[]): BlockColumns[] {
  return [...Map.groupBy(added, (place) => place.cut)].map(([cut, own]) => {
    const columns = own.map((place) => place.column);
    return { cut, progress: Math.min(...columns), observation: Math.max(...columns) };
  });
}
