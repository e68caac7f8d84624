import { aboutFile, adviceFor, warned } from '../../texts/importing/form-problems.ts';
import { type Note, type Problem, placeOf } from '../findings.ts';
import type { Grid } from '../grid.ts';
import { type FormPlaces, type FormReading, type ReadOptions, refused } from '../reading/plan-reading.ts';
import type { PlanSheet } from '../reading/plan-table.ts';
import { isEmpty, readPlan } from '../reading/read-plan.ts';
import { brokenCells } from '../text/broken-cells.ts';
import { isEvidenceSheet } from './find-evidence.ts';
import { MAX_CELLS, MAX_LETTERS, readSheet } from './read-sheet.ts';
import { readWorkbook, type SheetEntry, type Workbook } from './workbook.ts';
import type { GateReason } from './zip-directory.ts';
import { openZip, type Parts } from './zip-gate.ts';

/** The form of a workbook, and where in it everything stands. */
export type WorkbookReading = {
  readonly reading: FormReading;
  /** Only when the form was taken. */
  readonly where?: {
    readonly parts: Parts;
    readonly workbook: Workbook;
    /** The sheets of the plan, in order: one or more. */
    readonly sheets: readonly SheetOfPlan[];
  };
};

export type SheetOfPlan = {
  readonly sheet: SheetEntry;
  readonly grid: Grid;
  readonly places: FormPlaces;
};

/** Sheets beyond these are not looked at. */
const MOST_SHEETS = 20;

/**
 * Reads a workbook (.xlsx, .xlsm) as a plan, from its visible sheets, hidden ones only if no visible one has one; our
 * annex of evidence is none of them. With `named` pictures the parts can't be written back. Macros, links and formulas are never run or followed. Never throws.
 */
export function readWorkbookForm(
  bytes: Uint8Array,
  options: ReadOptions = {},
  pictures: 'whole' | 'named' = 'whole',
): WorkbookReading {
  const opened = openZip(bytes, pictures);
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
  const entries = [...workbook.sheets]
    .sort((a, b) => Number(b.visible) - Number(a.visible))
    .slice(0, MOST_SHEETS);
  const sheets: PlanSheet[] = [];
  let outOfBounds: Problem | undefined;
  let letters = 0;
  let cells = 0;
  for (const sheet of entries) {
    if (isEvidenceSheet(parts, workbook, sheet)) continue;
    const read = readSheet(parts, workbook, sheet);
    if (!read.ok) outOfBounds ??= read.problem;
    else {
      letters += read.letters;
      cells += read.cells;
      if (cells > MAX_CELLS) return { reading: refusal(aboutFile.tooManyCells, aboutFile.expectedSmaller) };
      if (letters > MAX_LETTERS)
        return { reading: refusal(aboutFile.tooMuchText, aboutFile.expectedSmaller) };
      const { grid, merges, hiddenRows } = read;
      sheets.push({ grid, merges, hiddenRows, visible: sheet.visible });
    }
  }
  const filled = sheets.filter((sheet) => !isEmpty(sheet));
  if (filled.length === 0) {
    if (outOfBounds !== undefined) return { reading: refused([outOfBounds]) };
    return { reading: refusal(sheets.length === 0 ? aboutFile.noSheets : aboutFile.empty) };
  }
  const { reading, sheets: read = [] } = readPlan(filled, options);
  if (outOfBounds !== undefined && reading.draft === null) return { reading: refused([outOfBounds]) };
  const broken = brokenIn(filled, reading.draft?.sheets);
  if (broken.length > 0) return { reading: refused(broken) };
  const ofPlan = read.flatMap(({ grid, places }): SheetOfPlan[] => {
    const sheet = workbook.sheets.find(({ name }) => name === grid.sheet);
    return sheet === undefined ? [] : [{ sheet, grid, places }];
  });
  const told = {
    ...reading,
    warnings: [...notesOf(workbook, reading.draft?.sheets[0] ?? ''), ...reading.warnings],
  };
  const placed = ofPlan.length > 0 && ofPlan.length === read.length;
  return reading.ok && placed
    ? { reading: told, where: { parts, workbook, sheets: ofPlan } }
    : { reading: told };
}

/** Cells with broken letters, in the sheets of the plan; in all that are seen when there is no plan. */
function brokenIn(sheets: readonly PlanSheet[], read: readonly string[] | undefined): Problem[] {
  return sheets
    .filter(({ grid, visible }) => (read === undefined ? visible : read.includes(grid.sheet)))
    .flatMap(({ grid }) => brokenCells(grid));
}

function notesOf(workbook: Workbook, sheet: string): Note[] {
  const place = placeOf(sheet, 0, 0);
  const notes: Note[] = [];
  if (workbook.hasMacros) notes.push({ ...place, kind: 'macros', text: warned.macros });
  if (workbook.hasLinks) notes.push({ ...place, kind: 'links', text: warned.links });
  return notes;
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
  if (names.some((name) => /\.iwa$/i.test(name) || name === 'Index.zip')) return aboutFile.numbers;
  if (names.includes('mimetype') && names.includes('content.xml')) return aboutFile.openDocument;
  return aboutFile.otherZip;
}

function refusal(words: string, expected: string = adviceFor(words)): FormReading {
  return refused([{ ...placeOf('', 0, 0), kind: 'file', found: words, expected }]);
}
