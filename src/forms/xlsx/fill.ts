import { type ExportForm, MOST_ACTIVITIES } from '../export-form.ts';
import type { Answers } from '../reading/asking.ts';
import { addBlocks, type BlockColumns } from './add-blocks.ts';
import { withEvidence } from './add-evidence.ts';
import { printedProgramming, programmingPlaces, programmingWrites } from './add-programming.ts';
import { printedWith, verificationPlaces, verificationWrites } from './add-verification.ts';
import { executedWrites } from './executed-writes.ts';
import { activityWrites, dateText, monitoringWrites, type PlacedActivity, type Write } from './fill-cells.ts';
import { fillStatus } from './fill-status.ts';
import { finishWorkbook, type Where } from './finish-workbook.ts';
import { fitRows } from './fit-rows.ts';
import { growRows, type Insertion, movedRow } from './grow-rows.ts';
import { ownShares } from './own-shares.ts';
import { percentStyles } from './percent-style.ts';
import { asNumbered, isSameForm, type Piece, piecesOf } from './pieces.ts';
import { readWorkbookForm } from './read-workbook.ts';
import {
  CannotFill,
  hasFormula,
  mergesOf,
  openSheet,
  type SheetTree,
  setCell,
  styleAt,
} from './sheet-tree.ts';
import { textLooks } from './text-looks.ts';
import { zipParts } from './write-zip.ts';
import { decodeXml, XmlFault } from './xml.ts';
import type { Parts } from './zip-gate.ts';

/**
 * Why a workbook cannot be filled in place; `templateWorkbook` can be used instead. `other-form`: its title block,
 * signatures or columns are not those of the form. `per-period`: its percentages are those of each period, and a report
 * that went down, or months taken together as quarters, cannot be said so. `macros`: it must not go out. The rest: it holds what cannot be
 * changed without breaking it.
 */
export type FillRefusal =
  | 'unreadable'
  | 'other-form'
  | 'macros'
  | 'too-many-activities'
  | 'retired-activities'
  | CannotFill['reason'];

export type FillResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: FillRefusal };

/**
 * The entity's own workbook with the monitoring of the form in it. Only what differs is written, into the sheet of
 * the form: values in cells that keep their style, blocks for cuts it lacks, rows for activities it lacks, the
 * state of the approval; a sheet of its own lists the evidence. Everything else is copied byte for byte, but for the workbook's names and results of
 * formulas that hang on what changed. Never throws for what a file may hold.
 */
export function fillWorkbook(
  original: Uint8Array,
  form: ExportForm,
  knownPositions: readonly string[] = [],
  answers: Answers = {},
): FillResult {
  if (form.activities.length > MOST_ACTIVITIES.xlsx) return { ok: false, reason: 'too-many-activities' };
  const read = readWorkbookForm(original, { withoutMonitoring: true, knownPositions, answers });
  const { where, reading } = read;
  if (where === undefined || !reading.ok) return { ok: false, reason: 'unreadable' };
  if (where.sheets.some(({ places }) => places.perPeriod && places.joins))
    return { ok: false, reason: 'per-period' };
  if (where.workbook.hasMacros) return { ok: false, reason: 'macros' };
  const before = asNumbered(reading.form, form);
  const sheetOf = (reading.draft?.activities ?? []).map((activity) => activity.sheet);
  const pieces = piecesOf(where.sheets, sheetOf, before, form);
  if (!isSameForm(reading.form, form, pieces)) return { ok: false, reason: 'other-form' };
  const kept = new Set(form.activities.map(({ number }) => number));
  if (before.activities.some(({ number }) => !kept.has(number)))
    return { ok: false, reason: 'retired-activities' };
  try {
    let { parts } = where;
    for (const piece of pieces) parts = fillSheet({ ...where, ...piece, parts }, piece, form);
    return { ok: true, bytes: zipParts(withEvidence(parts, where.workbook, form)) };
  } catch (error) {
    if (error instanceof CannotFill) return { ok: false, reason: error.reason };
    if (error instanceof XmlFault) return { ok: false, reason: 'unreadable' };
    throw error;
  }
}

/** The parts of the workbook after one of its sheets was filled. */
function fillSheet(where: Where, { before, added }: Piece, form: ExportForm): Parts {
  const { parts, workbook, sheet, grid, places } = where;
  const tree = openSheet(decodeXml(parts.get(sheet.part) ?? new Uint8Array()), workbook.date1904);
  const after = Math.max(...places.rows);
  const insertion: Insertion = { sheet: sheet.name, after, count: added.length };
  if (added.length > 0) growRows(tree, insertion);
  const byNumber = new Map(form.activities.map((each) => [each.number, each]));
  const placed = [
    ...before.flatMap((old, index): PlacedActivity[] => {
      const activity = byNumber.get(old.number);
      return activity === undefined ? [] : [{ row: places.rows[index] ?? 0, activity, before: old }];
    }),
    ...added.map(
      (activity, index): PlacedActivity => ({ row: after + 1 + index, activity, before: undefined }),
    ),
  ];
  const known = places.blocks.map(({ cut, progress, observation }) => ({
    cut,
    progress: progress ?? -1,
    observation: observation ?? -1,
  }));
  const lacking = form.cuts.filter((cut) => !known.some((block) => block.cut === cut.number));
  const end = movedRow(places.end, insertion);
  const fresh = lacking.length > 0 ? addBlocks(tree, grid, places, end, lacking) : [];
  const blocks: BlockColumns[] = [...known, ...fresh];
  const shares = places.perPeriod ? ownShares(grid, blocks, placed, form) : undefined;
  if (places.perPeriod && shares === undefined) throw new CannotFill('per-period');
  const programming = programmingPlaces(tree, grid, places, { form, end, fresh });
  const beside = [...fresh, ...printedProgramming(programming.added)];
  const verification = verificationPlaces(tree, grid, places, { form, end, fresh: beside });
  const verdicts = [...verification.known, ...verification.added];
  const writes = [
    ...activityWrites(places, placed),
    ...monitoringWrites(grid, blocks, placed, form, shares),
    ...executedWrites(grid, places, placed, form),
    ...programmingWrites(grid, [...programming.known, ...programming.added], placed),
    ...verificationWrites(grid, verdicts, placed, form),
  ];
  const styles = percentStyles(parts, workbook);
  checkSeen(tree, writes);
  for (const write of writes) apply(tree, where, write, styles.percentOf);
  fitRows(tree, writes, workbook.strings, textLooks(parts, workbook));
  const bottom = fillStatus(tree, grid, places, form.status, (row) => movedRow(row, insertion));
  const labels = [places.columns.get('number') ?? 0, places.columns.get('activity') ?? 0];
  const table = {
    top: places.headerFirst,
    bottom: after + added.length,
    left: Math.min(...labels),
    right: Math.max(...labels),
  };
  const changed = writes.map(({ row, column }) => ({ row, column }));
  return finishWorkbook(where, tree, {
    insertion,
    changed,
    printed: { bottom, added: [...beside, ...printedWith(verification.added)], table },
    styles: styles.written(),
  });
}

/** What would stand under a merge nobody would see. */
function checkSeen(tree: SheetTree, writes: readonly Write[]): void {
  const merges = mergesOf(tree);
  const covered = ({ row, column }: Write) =>
    merges.some(
      ({ top, left, bottom, right }) =>
        row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left),
    );
  if (writes.some((write) => write.value !== undefined && covered(write)))
    throw new CannotFill('merged-cells');
}

function apply(
  tree: SheetTree,
  { workbook }: Where,
  write: Write,
  percentOf: (style: number, decimals: boolean) => number,
): void {
  const { value, row, column } = write;
  if (write.unlessFormula === true && hasFormula(tree, row, column)) return;
  const style = styleAt(tree, row, column);
  const isNumber = value !== undefined && 'number' in value;
  if (value !== undefined && 'date' in value && workbook.formats(style).kind !== 'date')
    setCell(tree, write, { text: dateText(value.date) });
  else if (write.percent === true && isNumber)
    setCell(tree, write, value, percentOf(style, Math.round(value.number * 1_000) % 10 !== 0));
  // A style of percentages would show 2 talleres as 200 %.
  else if (write.percent === false && isNumber && workbook.formats(style).kind === 'percent')
    setCell(tree, write, { text: String(value.number).replace('.', ',') });
  else setCell(tree, write, value);
}
