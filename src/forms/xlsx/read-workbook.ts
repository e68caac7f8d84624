import { aboutFile, warned } from '../../texts/importing/form-problems.ts';
import { findHeader, isActivityNumber } from '../find-header.ts';
import { type Note, type Problem, placeOf } from '../findings.ts';
import type { Cell, Grid } from '../grid.ts';
import { textAt } from '../grid.ts';
import { type FormPlaces, type FormReading, type ReadOptions, readFormWithPlaces } from '../read-form.ts';
import { isEvidenceSheet } from './find-evidence.ts';
import { MAX_CELLS, MAX_LETTERS, readSheet, type SheetReading } from './read-sheet.ts';
import { readWorkbook, type SheetEntry, type Workbook } from './workbook.ts';
import { type GateReason, openZip, type Parts } from './zip-gate.ts';

/** The form of a workbook, and where in it everything stands. */
export type WorkbookReading = {
  readonly reading: FormReading;
  /** Only when the form was taken. */
  readonly where?: {
    readonly parts: Parts;
    readonly workbook: Workbook;
    readonly sheet: SheetEntry;
    readonly grid: Grid;
    readonly places: FormPlaces;
  };
};

type Candidate = {
  readonly sheet: SheetEntry;
  readonly grid: Grid;
  readonly reading: FormReading;
  readonly places: FormPlaces | undefined;
};

/** Sheets beyond these are not looked at. */
const MOST_SHEETS = 20;

/**
 * Reads a workbook (.xlsx, .xlsm) as the official form. Its sheet is found by its headings among the visible
 * ones, hidden ones only if no visible one has them; of several that are whole forms the one of the latest year
 * is read, and the others are named; our annex of evidence is none of them. Macros, links and formulas are never run or followed. Never throws.
 */
export function readWorkbookForm(bytes: Uint8Array, options: ReadOptions = {}): WorkbookReading {
  const opened = openZip(bytes);
  if (!opened.ok) return { reading: refusal(gateWords(opened.reason)) };
  try {
    const workbook = readWorkbook(opened.parts);
    if (workbook === undefined) return { reading: refusal(otherPackage(opened.parts)) };
    return readSheets(opened.parts, workbook, options);
  } catch {
    return { reading: refusal(aboutFile.damaged) };
  }
}

function readSheets(parts: Parts, workbook: Workbook, options: ReadOptions): WorkbookReading {
  const sheets = [...workbook.sheets]
    .sort((a, b) => Number(b.visible) - Number(a.visible))
    .slice(0, MOST_SHEETS);
  const candidates: Candidate[] = [];
  let firstGrid: Grid | undefined;
  let outOfBounds: Problem | undefined;
  let letters = 0;
  let cells = 0;
  for (const sheet of sheets) {
    if (!sheet.visible && candidates.length > 0) break;
    if (isEvidenceSheet(parts, workbook, sheet)) continue;
    const read = readSheet(parts, workbook, sheet);
    if (!read.ok) outOfBounds ??= read.problem;
    else {
      letters += read.letters;
      cells += read.cells;
      if (cells > MAX_CELLS) return { reading: refusal(aboutFile.tooManyCells, aboutFile.expectedSmaller) };
      if (letters > MAX_LETTERS)
        return { reading: refusal(aboutFile.tooMuchText, aboutFile.expectedSmaller) };
      firstGrid ??= read.grid;
      if (findHeader(read.grid) !== undefined) candidates.push(candidateOf(sheet, read, options));
    }
  }
  const [chosen] = [...candidates].sort(byMerit);
  if (chosen === undefined) {
    if (outOfBounds !== undefined) return { reading: { ok: false, problems: [outOfBounds] } };
    if (firstGrid === undefined) return { reading: refusal(aboutFile.noSheets) };
    return {
      reading:
        firstGrid.rows.length === 0
          ? refusal(aboutFile.empty)
          : readFormWithPlaces(firstGrid, options).reading,
    };
  }
  const { reading, places, sheet, grid } = chosen;
  if (!reading.ok || places === undefined) return { reading };
  const warnings = [...notesOf(workbook, chosen, candidates), ...reading.warnings];
  return { reading: { ...reading, warnings }, where: { parts, workbook, sheet, grid, places } };
}

function candidateOf(
  sheet: SheetEntry,
  read: Extract<SheetReading, { ok: true }>,
  options: ReadOptions,
): Candidate {
  const first = readFormWithPlaces(read.grid, options);
  const spread = spreadMerges(read, first.places);
  const { reading, places } = spread.grid === read.grid ? first : readFormWithPlaces(spread.grid, options);
  const at = (row: number) => placeOf(sheet.name, row, places?.columns.get('number') ?? 0);
  const hidden = (places?.rows ?? []).filter((row) => read.hiddenRows.has(row));
  const notes: Note[] = [
    ...hidden.map((row) => ({ ...at(row), kind: 'hidden-row' as const, text: warned.hiddenRow })),
    ...spread.shared.map((cell) => ({
      ...placeOf(sheet.name, cell.row, cell.column),
      kind: 'merged-rows' as const,
      text: warned.mergedRows(cell.rows),
    })),
  ];
  const told = reading.ok ? { ...reading, warnings: [...notes, ...reading.warnings] } : reading;
  return { sheet, grid: spread.grid, reading: told, places };
}

/** Whole forms first, the latest year first; else the one with the fewest problems. Equal ones in their order. */
function byMerit(a: Candidate, b: Candidate): number {
  if (a.reading.ok && b.reading.ok) return b.reading.form.fiscalYear - a.reading.form.fiscalYear;
  if (a.reading.ok || b.reading.ok) return a.reading.ok ? -1 : 1;
  return a.reading.problems.length - b.reading.problems.length;
}

function notesOf(workbook: Workbook, chosen: Candidate, candidates: readonly Candidate[]): Note[] {
  const place = placeOf(chosen.sheet.name, 0, 0);
  const others = candidates.filter((one) => one !== chosen).map((one) => one.sheet.name);
  const notes: Note[] = [];
  if (others.length > 0) notes.push({ ...place, kind: 'several-sheets', text: warned.severalSheets(others) });
  if (!chosen.sheet.visible) notes.push({ ...place, kind: 'hidden-sheet', text: warned.hiddenSheet });
  if (workbook.hasMacros) notes.push({ ...place, kind: 'macros', text: warned.macros });
  if (workbook.hasLinks) notes.push({ ...place, kind: 'links', text: warned.links });
  return notes;
}

/**
 * A cell merged over the rows of several activities counts for each of them. Rows without a number of their own
 * are one activity printed over several rows, and stay as they are.
 */
function spreadMerges(
  read: Extract<SheetReading, { ok: true }>,
  places: FormPlaces | undefined,
): { grid: Grid; shared: { row: number; column: number; rows: number }[] } {
  const numbers = places?.columns.get('number');
  const shared: { row: number; column: number; rows: number }[] = [];
  if (places === undefined || numbers === undefined) return { grid: read.grid, shared };
  const rows: Cell[][] = read.grid.rows.map((row) => [...row]);
  for (const { top, left, bottom } of read.merges) {
    const value = rows[top]?.[left];
    if (bottom === top || top <= places.headerLast || bottom >= places.end || value === undefined) continue;
    const below = Array.from({ length: bottom - top }, (_, index) => top + 1 + index).filter((row) =>
      isActivityNumber(textAt(read.grid, row, numbers)),
    );
    for (const row of below) {
      const cells = rows[row] ?? [];
      while (cells.length <= left) cells.push({ text: '' });
      cells[left] = value;
    }
    if (below.length > 0) shared.push({ row: top, column: left, rows: below.length + 1 });
  }
  return { grid: shared.length === 0 ? read.grid : { sheet: read.grid.sheet, rows }, shared };
}

function gateWords(reason: GateReason): string {
  switch (reason) {
    case 'damaged':
      return aboutFile.damaged;
    case 'encrypted':
      return aboutFile.locked;
    case 'too-many-parts':
    case 'too-large-inside':
      return aboutFile.tooLargeInside;
    case 'strange-names':
      return aboutFile.strangeNames;
    case 'document-type':
      return aboutFile.documentType;
  }
}

function otherPackage(parts: Parts): string {
  const names = [...parts.keys()];
  if (names.some((name) => name.startsWith('word/'))) return aboutFile.wordDocument;
  if (names.some((name) => name.startsWith('ppt/'))) return aboutFile.slides;
  if (names.includes('xl/workbook.bin')) return aboutFile.binaryWorkbook;
  if (names.includes('mimetype') && names.includes('content.xml')) return aboutFile.openDocument;
  return aboutFile.otherZip;
}

function refusal(words: string, expected: string = aboutFile.expectedForm): FormReading {
  return { ok: false, problems: [{ ...placeOf('', 0, 0), kind: 'file', found: words, expected }] };
}
