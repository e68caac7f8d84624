/** The characters of a font: inclusive ranges of code points, ascending. */
export type Coverage = readonly (readonly [first: number, last: number])[];

/** The subtable of a `cmap` for the whole of Unicode: platform 3, encoding 10, format 12 (OpenType, `cmap`). */
const WINDOWS = 3;
const FULL_UNICODE = 10;
const SEGMENTED_COVERAGE = 12;

/**
 * The characters that a TrueType font can draw, read from its own table, so that missing ones are found
 * before they become boxes on paper.
 * @throws {RangeError} when the bytes are not a font with a full Unicode table.
 */
export function coverageOf(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableStart(view, 'cmap');
  const subtable = unicodeSubtable(view, cmap);
  const groups = view.getUint32(subtable + 12);
  return Array.from({ length: groups }, (_, index) => {
    const at = subtable + 16 + index * 12;
    return [view.getUint32(at), view.getUint32(at + 4)] as const;
  });
}

function tableStart(view: DataView, name: string): number {
  const tables = view.getUint16(4);
  for (let index = 0; index < tables; index += 1) {
    const at = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
    if (tag === name) return view.getUint32(at + 8);
  }
  throw new RangeError(`The font has no table ${name}`);
}

function unicodeSubtable(view: DataView, cmap: number): number {
  const records = view.getUint16(cmap + 2);
  for (let index = 0; index < records; index += 1) {
    const at = cmap + 4 + index * 8;
    const start = cmap + view.getUint32(at + 4);
    const full = view.getUint16(at) === WINDOWS && view.getUint16(at + 2) === FULL_UNICODE;
    if (full && view.getUint16(start) === SEGMENTED_COVERAGE) return start;
  }
  throw new RangeError('The font has no full Unicode table');
}

/** Whether a font has a character. */
export function covers(coverage: Coverage, codePoint: number): boolean {
  let low = 0;
  let high = coverage.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = coverage[middle] ?? [0, 0];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}
