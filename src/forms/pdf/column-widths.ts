/** Width of an average letter of the table's text, in pt (Noto Sans at 7.5 pt). */
const LETTER = 4.4;
/** The same of a heading: bold capitals. */
const CAPITAL = 5.7;
/** Space at both sides of a cell's text, in pt. */
const PADDING = 7;
/** Longer words are hyphenated or broken, so a column need not hold them whole. */
const LONGEST_WORD = 12;
const LONGEST_HEADING_WORD = 11;

export type ColumnText = { readonly heading: string; readonly texts: readonly string[] };

/**
 * Widths in pt that fill `total`: each column holds its longest common word, and what is left goes to those with the
 * longest texts, which decide how high the rows are.
 */
export function columnWidths(columns: readonly ColumnText[], total: number): readonly number[] {
  const least = columns.map((column) => leastWidth(column) + PADDING);
  const needed = least.reduce(add, 0);
  if (needed >= total) return least.map((width) => (width * total) / needed);
  return filled(least, columns.map(wish), total);
}

/** In proportion to the wishes, except the columns that would be narrower than their least. */
function filled(least: readonly number[], wishes: readonly number[], total: number): readonly number[] {
  const held = new Set<number>();
  for (;;) {
    const taken = least.reduce((sum, width, place) => (held.has(place) ? sum + width : sum), 0);
    const asked = wishes.reduce((sum, each, place) => (held.has(place) ? sum : sum + each), 0);
    const widths = least.map((width, place) =>
      held.has(place) ? width : ((wishes[place] ?? 0) * (total - taken)) / asked,
    );
    const narrow = widths.flatMap((width, place) =>
      !held.has(place) && width < (least[place] ?? 0) ? [place] : [],
    );
    if (narrow.length === 0) return widths;
    for (const place of narrow) held.add(place);
  }
}

/** Widths in this proportion make the sum of the cells' heights to the third power least, so few cells are high. */
function wish({ texts }: ColumnText): number {
  return texts.reduce((sum, text) => sum + (1 + text.length) ** 3, 1) ** 0.25;
}

function leastWidth({ heading, texts }: ColumnText): number {
  const ofHeading = Math.min(LONGEST_HEADING_WORD, longestWord([heading])) * CAPITAL;
  return Math.max(ofHeading, Math.min(LONGEST_WORD, longestWord(texts)) * LETTER);
}

function longestWord(texts: readonly string[]): number {
  let longest = 2;
  for (const text of texts) {
    for (const word of text.split(/\s+/)) if (word.length > longest) longest = word.length;
  }
  return longest;
}

/**
 * Lines that a cell takes at most in a column of this width: every line is counted as broken a whole word before
 * its end.
 */
export function mostLines(text: string, width: number): number {
  const letters = Math.max(4, (width - PADDING) / LETTER);
  return text.split('\n').reduce((sum, line) => sum + 1 + Math.ceil((1.4 * line.length) / letters), 0);
}

const add = (sum: number, value: number): number => sum + value;
