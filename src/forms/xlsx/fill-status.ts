import type { ExportStatus } from '../export-form.ts';
import { type Grid, isBlank, textAt, widthOf } from '../grid.ts';
import type { FormPlaces } from '../read-form.ts';
import { withPreliminary } from './page-header.ts';
import { make, type SheetTree, sectionOf, setCell } from './sheet-tree.ts';
import { STATUS_LABEL, statusLine } from './template-signatures.ts';
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
  const earlier = statusCells(grid);
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

function statusCells(grid: Grid): { row: number; column: number }[] {
  const width = widthOf(grid);
  return grid.rows.flatMap((_, row) =>
    Array.from({ length: width }, (__, column) => ({ row, column })).filter((at) =>
      textAt(grid, at.row, at.column).startsWith(STATUS_LABEL.trim()),
    ),
  );
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
