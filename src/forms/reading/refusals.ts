import { expected, found } from '../../texts/importing/form-problems.ts';
import { type Problem, placeOf } from '../findings.ts';
import { filledColumns, type Grid, isBlank, textAt } from '../grid.ts';
import { COLUMNS } from '../layout.ts';
import { rolesNamed } from './column-words.ts';
import { otherDocument } from './other-documents.ts';
import type { PlanSheet } from './plan-table.ts';

/** By row, then by column: the order in which a person goes through the sheet. */
export function inOrder<Found extends { readonly row: number; readonly column: string }>(
  items: readonly Found[],
): Found[] {
  return [...items].sort(
    (a, b) =>
      a.row - b.row ||
      a.column.length - b.column.length ||
      (a.column < b.column ? -1 : a.column > b.column ? 1 : 0),
  );
}

/** Why no sheet holds a plan: the nearest thing to a row of headings, with what it has and what it lacks. */
export function tellRefusal(sheets: readonly PlanSheet[]): Problem {
  const turned = sheets.filter(({ visible }) => visible).find(({ grid }) => isTurned(grid));
  if (turned !== undefined)
    return {
      ...placeOf(turned.grid.sheet, 0, 0),
      kind: 'no-plan',
      found: found.turned,
      expected: expected.oneRowEach,
    };
  for (const { grid } of sheets.filter(({ visible }) => visible)) {
    const other = otherDocument(grid);
    if (other === undefined) continue;
    const words = found.looksLike(other.document, other.headings);
    return { ...placeOf(grid.sheet, other.row, 0), kind: 'no-plan', found: words, expected: expected.plan };
  }
  const nearest = sheets
    .filter(({ visible }) => visible)
    .flatMap(({ grid }) => grid.rows.map((_, row) => ({ grid, row, names: namesIn(grid, row) })))
    .sort((a, b) => b.names.length - a.names.length)[0];
  if (nearest !== undefined && nearest.names.length >= 2) {
    const { grid, row, names } = nearest;
    const missing = ['number', 'activity', 'target', 'responsible', 'start', 'end'].filter(
      (role) => !names.includes(role),
    );
    const words = found.nearestHeadings(names.map(headingOf), missing.map(headingOf));
    return { ...placeOf(grid.sheet, row, 0), kind: 'no-plan', found: words, expected: expected.table };
  }
  const grid = sheets.find(({ visible }) => visible)?.grid ?? sheets[0]?.grid ?? { sheet: '', rows: [] };
  const row = Math.max(
    0,
    grid.rows.findIndex((cells) => !cells.every(isBlank)),
  );
  return { ...placeOf(grid.sheet, row, 0), kind: 'no-plan', found: found.noTable, expected: expected.table };
}

/** Three or more headings stand one under another: the activities are the columns. */
function isTurned(grid: Grid): boolean {
  const columns = Math.min(4, Math.max(0, ...grid.rows.map((cells) => cells.length)));
  return Array.from({ length: columns }, (_, column) => column).some((column) => {
    const names = grid.rows.flatMap((_, row) => {
      const text = textAt(grid, row, column);
      return text === '' || text.length > 60 ? [] : (rolesNamed(text)[0]?.role ?? []);
    });
    return new Set(names).size >= 3 || (new Set(names).size === 2 && manyActivities(grid));
  });
}

/** `ACTIVIDAD 1 | ACTIVIDAD 2 | ACTIVIDAD 3` in one row. */
function manyActivities(grid: Grid): boolean {
  return grid.rows.some(
    (cells) => cells.filter(({ text }) => /^actividad\s*(n\S*\s*)?\d+/i.test(text.trim())).length >= 2,
  );
}

function namesIn(grid: Grid, row: number): string[] {
  const names = filledColumns(grid, row).flatMap((column) => {
    const text = textAt(grid, row, column);
    return text.length > 60 ? [] : (rolesNamed(text)[0]?.role ?? []);
  });
  return [...new Set(names)];
}

function headingOf(role: string): string {
  return COLUMNS.find(({ name }) => name === role)?.heading ?? role;
}
