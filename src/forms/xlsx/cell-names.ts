/** Rows and columns are zero-based here. */
export type CellPlace = { readonly row: number; readonly column: number };
export type Range = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** `B12` or `$B$12`; undefined for anything else. */
export function placeOfName(name: string): CellPlace | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(name);
  if (match === null) return undefined;
  const place = { row: Number(match[2]) - 1, column: columnNumber(match[1] ?? '') };
  return place.row < 0 || place.row > LAST_ROW || place.column > LAST_COLUMN ? undefined : place;
}

/** `A1:C3` or `B2`; undefined for anything else. */
export function rangeOfName(name: string): Range | undefined {
  const [first = '', second = first] = name.split(':');
  const [from, to] = [placeOfName(first), placeOfName(second)];
  if (from === undefined || to === undefined) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

export function rangeName({ top, left, bottom, right }: Range): string {
  const first = cellName(top, left);
  return top === bottom && left === right ? first : `${first}:${cellName(bottom, right)}`;
}
