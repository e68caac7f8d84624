import type { ExportStatus } from '../export-form.ts';
import { filledColumns, type Grid, isBlank, textAt } from '../grid.ts';
import type { FormPlaces } from '../read-form.ts';
import { withPreliminary } from './page-header.ts';
import { make, type SheetTree, sectionOf, setCell } from './sheet-tree.ts';
import { isStatusLine, statusLine } from './template-signatures.ts';
import { isTrue } from './workbook.ts';
import { attributeOf, childOf, escapeText, textOf } from './xml.ts';

/**
 * Says in the sheet how far the monitoring has come: lines below everything else (in place of those of an earlier
 * export), and *PRELIMINAR* in the header of its pages or not. Returns the last row it uses, -1 without lines.
 */
export function fillStatus(
  tree: SheetTree,
  grid: Grid,
  places: FormPlaces,
  status: ExportStatus,
  moved: (row: number) => number,
): number {
  const earlier = statusCells(grid, Math.max(...places.rows) + 1);
  for (const { row, column } of earlier) setCell(tree, { row: moved(row), column }, undefined);
  const column = earlier[0]?.column ?? places.columns.get('activity') ?? 0;
  const from = earlier[0] === undefined ? lastFilled(grid, moved) + 2 : moved(earlier[0].row);
  status.lines.forEach((line, index) => {
    setCell(tree, { row: from + index, column }, { text: statusLine(line) });
  });
  fillHeader(tree, status.preliminary);
  return status.lines.length === 0 ? -1 : from + status.lines.length - 1;
}

/** The last row that says something: a sheet may have rows far below that only have a style. */
function lastFilled(grid: Grid, moved: (row: number) => number): number {
  return moved(grid.rows.findLastIndex((cells) => cells.some((cell) => !isBlank(cell))));
}

/** Below the table and alone in their rows: what an activity says of itself is not taken for one. */
function statusCells(grid: Grid, from: number): { row: number; column: number }[] {
  return grid.rows.flatMap((_, row) => {
    const [column, ...more] = row < from ? [] : filledColumns(grid, row);
    return column !== undefined && more.length === 0 && isStatusLine(textAt(grid, row, column))
      ? [{ row, column }]
      : [];
  });
}

function fillHeader(tree: SheetTree, preliminary: boolean): void {
  const known = childOf(tree.document.root, 'headerFooter');
  if (known === undefined && !preliminary) return;
  const section = known ?? sectionOf(tree, 'headerFooter');
  const has = (attribute: string) => isTrue(attributeOf(section, attribute));
  const names = [
    'oddHeader',
    ...(has('differentOddEven') ? ['evenHeader'] : []),
    ...(has('differentFirst') ? ['firstHeader'] : []),
  ];
  for (const name of names) {
    const element = childOf(section, name);
    const before = element === undefined ? '' : textOf(element);
    const header = withPreliminary(before, preliminary);
    if (header === before) continue;
    if (element !== undefined) element.children = [escapeText(header)];
    else placeHeader(tree, section, name, header);
  }
}

const ORDER = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'];

function placeHeader(tree: SheetTree, section: ReturnType<typeof make>, name: string, header: string): void {
  const element = make(tree, name);
  element.children = [escapeText(header)];
  const later = ORDER.slice(ORDER.indexOf(name) + 1);
  const at = section.children.findIndex(
    (child) => typeof child !== 'string' && later.some((other) => child.name.endsWith(other)),
  );
  section.children.splice(at < 0 ? section.children.length : at, 0, element);
}
