/** How a cell shows its text; `size` in points. */
export type TextLook = { readonly size: number; readonly bold: boolean; readonly wraps: boolean };

/** No row of a spreadsheet is taller, in points. */
export const TALLEST_ROW = 409;
/** Height in points of a row that declares none. */
export const PLAIN_HEIGHT = 15;

const POINTS_PER_PIXEL = 0.75;
/** At the sides of a cell, and above and below its text; in points. */
const SIDES = 4;
const EDGES = 4;
const LINE = 1.3;
const BOLDER = 1.08;
/** A line is taken to hold less than it does: LibreOffice without Arial writes in letters a tenth wider. */
const SAFE = 0.86;

/**
 * The points of one unit of a column's width: a digit of the workbook's plain font, in whole pixels (ECMA-376
 * part 1, 18.3.1.13).
 */
export function pointsOfUnit(font: string, size: number): number {
  const digit = /calibri|carlito|narrow/i.test(font) ? 0.507 : 0.556;
  return Math.max(1, Math.round((size / POINTS_PER_PIXEL) * digit)) * POINTS_PER_PIXEL;
}

/** The height in points that shows all of `text` over `points` of width; estimated on the safe side. */
export function heightOfText(text: string, points: number, look: TextLook): number {
  return linesOf(text, points, look) * Math.ceil(look.size * LINE) + EDGES;
}

/** Words go whole to the next line, as spreadsheets wrap; one longer than a line is split. */
export function linesOf(text: string, points: number, look: TextLook): number {
  if (!look.wraps) return 1;
  const em = look.size * (look.bold ? BOLDER : 1);
  const room = Math.max(1, ((points - SIDES) * SAFE) / em);
  return text.split('\n').reduce((sum, line) => sum + wrapped(line, room), 0);
}

function wrapped(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of line.split(' ')) {
    const width = widthOf(word);
    if (used > 0 && used + width > room) {
      lines += 1;
      used = 0;
    }
    if (width > room) {
      lines += Math.ceil(width / room) - 1;
      used = width % room;
    } else used += width;
    used += SPACE;
  }
  return lines;
}

const SPACE = 0.3;

/** In ems of Arial and its like, by kinds of letters. */
function widthOf(word: string): number {
  let width = 0;
  for (const letter of word) width += LETTER_WIDTHS[letter.codePointAt(0) ?? 0] ?? OTHER_LETTER;
  return width;
}

const OTHER_LETTER = 1.1;
/** By code, up to the last letter that has a width of its own. */
const LETTER_WIDTHS = Array.from({ length: 0x2030 }, (_, code) => letterWidth(String.fromCodePoint(code)));

function letterWidth(letter: string): number {
  if (/[iljtfrIíì.,;:'|!()[\]-]/.test(letter)) return 0.33;
  if (/[mwMW@%&—…]/.test(letter)) return 0.9;
  if (/[a-zñáéóúü0-9]/.test(letter)) return 0.556;
  return /[A-ZÑÁÉÓÚÜ\u0020-\u024f]/.test(letter) ? 0.72 : OTHER_LETTER;
}
