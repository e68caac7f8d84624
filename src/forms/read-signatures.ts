import { warned } from '../texts/importing/form-problems.ts';
import { isSignatureTitle } from './find-header.ts';
import { addWarning } from './findings.ts';
import type { Signature } from './form.ts';
import { filledColumns, textAt, widthOf } from './grid.ts';
import { headingKey } from './headings.ts';
import { type At, mendText, type Reading } from './read-cell.ts';
import { SIGNATURE_LINES, SIGNATURES, type SignatureRole } from './title-layout.ts';

type Title = { readonly at: At; readonly role: SignatureRole; readonly name: string };
type Line = { readonly at: At; readonly kind: 'name' | 'position' | 'other'; readonly value: string };

const ROLES = new Map<string, SignatureRole>(
  SIGNATURES.flatMap(({ role, title, synonyms }) =>
    [title, ...synonyms].map((word): [string, SignatureRole] => [headingKey(word), role]),
  ),
);
const LINES = new Map<string, Line['kind']>(
  (['name', 'position', 'other'] as const).flatMap((kind) =>
    SIGNATURE_LINES[kind].map((word): [string, Line['kind']] => [headingKey(word), kind]),
  ),
);

/**
 * Reads the signatures from row `from` on: under each title (ELABORÓ; REVISÓ Y APROBÓ) names and positions, in
 * the same cell after a colon, in the next filled cell, or below. Titles may stand one under another or side by side.
 */
export function readSignatures(reading: Reading, from: number): Record<SignatureRole, Signature[]> {
  const signatures: Record<SignatureRole, Signature[]> = { drawnUpBy: [], approvedBy: [] };
  const titles = titlesFrom(reading, from);
  for (const title of titles) {
    const region = regionOf(title, titles, reading);
    const lines = linesIn(reading, region);
    if (title.name !== '') lines.unshift({ at: title.at, kind: 'name', value: title.name });
    for (const signature of pairUp(reading, lines)) signatures[title.role].push(signature);
  }
  for (const { role, title } of SIGNATURES) {
    if (signatures[role].length > 0) continue;
    const at = { row: titles[0]?.at.row ?? from, column: titles[0]?.at.column ?? 0 };
    addWarning(reading.findings, 'missing', at, warned.missing(title));
  }
  return signatures;
}

function titlesFrom({ grid }: Reading, from: number): Title[] {
  const titles: Title[] = [];
  for (let row = from; row < grid.rows.length; row += 1) {
    for (const column of filledColumns(grid, row)) {
      const text = textAt(grid, row, column);
      if (!isSignatureTitle(text)) continue;
      const colon = text.indexOf(':');
      const label = colon < 0 ? text : text.slice(0, colon);
      const role = ROLES.get(headingKey(label));
      const name = colon < 0 ? '' : text.slice(colon + 1).trim();
      if (role !== undefined) titles.push({ at: { row, column }, role, name });
    }
  }
  return titles;
}

type Region = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

/** From the title down to the next row with a title, and right to the next title of its row. */
function regionOf(title: Title, titles: readonly Title[], { grid }: Reading): Region {
  const sameRow = titles.filter(({ at }) => at.row === title.at.row).map(({ at }) => at.column);
  const lower = titles.map(({ at }) => at.row).filter((row) => row > title.at.row);
  const isFirst = sameRow.every((column) => column >= title.at.column);
  return {
    top: title.at.row,
    bottom: Math.min(grid.rows.length, ...lower),
    left: isFirst ? 0 : title.at.column,
    right: Math.min(widthOf(grid), ...sameRow.filter((column) => column > title.at.column)),
  };
}

function linesIn({ grid }: Reading, region: Region): Line[] {
  const lines: Line[] = [];
  for (let row = region.top; row < region.bottom; row += 1) {
    for (const column of filledColumns(grid, row)) {
      if (column < region.left || column >= region.right) continue;
      const text = textAt(grid, row, column);
      const colon = text.indexOf(':');
      const kind = LINES.get(headingKey(colon < 0 ? text : text.slice(0, colon)));
      if (kind === undefined) continue;
      const inside = colon < 0 ? '' : text.slice(colon + 1).trim();
      const beside =
        inside === '' ? valueFor(grid.rows, { row, column }, region) : { at: { row, column }, value: inside };
      lines.push({ ...beside, kind });
    }
  }
  return lines;
}

function valueFor(
  rows: readonly (readonly { text: string }[])[],
  label: At,
  region: Region,
): { at: At; value: string } {
  for (let column = label.column + 1; column < region.right; column += 1) {
    const value = rows[label.row]?.[column]?.text.trim() ?? '';
    if (value === '') continue;
    const isLabel = LINES.has(headingKey(value.split(':')[0] ?? ''));
    return { at: { row: label.row, column }, value: isLabel ? '' : value };
  }
  const below = label.row + 1 < region.bottom ? (rows[label.row + 1]?.[label.column]?.text.trim() ?? '') : '';
  const isLabel = LINES.has(headingKey(below.split(':')[0] ?? ''));
  return { at: { row: label.row + 1, column: label.column }, value: isLabel ? '' : below };
}

/** Each name takes the next position; a name without one, or a position without a name, stands alone. */
function pairUp(reading: Reading, lines: readonly Line[]): Signature[] {
  const names = lines.filter(({ kind, value }) => kind === 'name' && value !== '');
  const positions = lines.filter(({ kind, value }) => kind === 'position' && value !== '');
  return Array.from({ length: Math.max(names.length, positions.length) }, (_, index) => ({
    name: read(reading, names[index]),
    position: read(reading, positions[index]),
  }));
}

function read(reading: Reading, line: Line | undefined): string {
  return line === undefined ? '' : mendText(reading, line.at, line.value);
}
