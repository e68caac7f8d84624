import { expected, found, warned } from '../../texts/importing/form-problems.ts';
import { addProblem, addWarning, type Findings, noFindings } from '../findings.ts';
import { columnLetter } from '../grid.ts';
import { menderOf } from '../mend-splits.ts';
import type { Reading } from '../read-cell.ts';
import type { Asking } from './asking.ts';
import { type JoinedRows, joinRows } from './join-rows.ts';
import { otherDocument } from './other-documents.ts';
import { isPlan } from './plan-sheets.ts';
import { type PlanSheet, type PlanTable, planTable } from './plan-table.ts';
import { spreadMerges } from './spread-merges.ts';

export type SheetRead = { readonly table: PlanTable; readonly reading: Reading };

export function tablesOf(sheets: readonly PlanSheet[], asking: Asking): SheetRead[] {
  const insists = Object.keys(asking.answers).some((id) => /^(header|column)(:|$)/.test(id));
  const found = sheets.flatMap((sheet): SheetRead[] => {
    if (!insists && otherDocument(sheet.grid) !== undefined) return [];
    const lowest = headerRow(sheet, sheets.length, asking);
    const plain = planTable(sheet, lowest);
    if (plain === undefined) return [];
    const { table: spread, shared } = spreadMerges(sheet, plain, lowest);
    const { table, joined } = joinRows(sheet, spread, lowest);
    const findings = noFindings(sheet.grid.sheet);
    const reading = { grid: table.sheet.grid, findings, mend: menderOf(table.sheet.grid) };
    for (const cell of shared) addWarning(findings, 'merged-rows', cell, warned.mergedRows(cell.rows));
    for (const each of joined) tellJoined(findings, each);
    return [{ table, reading }];
  });
  const visible = found.filter(({ table }) => table.sheet.visible);
  const usable = visible.length > 0 ? visible : found;
  const plans = usable.filter(({ table }) => isPlan(table));
  return plans.length > 0 ? plans : usable.slice(0, 1);
}

function tellJoined(findings: Findings, { row, column, rows, conflict }: JoinedRows): void {
  if (conflict === undefined) addWarning(findings, 'merged-rows', { row, column }, warned.overRows(rows));
  else
    addProblem(
      findings,
      'several-rows',
      { row, column: conflict },
      found.overRows(rows, columnLetter(conflict)),
      expected.rowOfItsOwn,
    );
}

/** The row that an answer gives as the last of the headings. */
function headerRow({ grid }: PlanSheet, sheets: number, asking: Asking): number | undefined {
  const ids = sheets === 1 ? ['header', `header:${grid.sheet}`] : [`header:${grid.sheet}`];
  for (const id of ids) {
    asking.allowed.set(id, (option) => /^row:\d{1,5}$/.test(option));
    const given = asking.answers[id];
    const match = typeof given === 'string' ? /^row:(\d{1,5})$/.exec(given) : null;
    if (match !== null) return Number(match[1]) - 1;
  }
  return undefined;
}
