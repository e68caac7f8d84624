/** Width of an average letter of the table's text, in pt (Noto Sans at 7.5 pt). */
const LETTER = 4.4;
/** The same of a heading: bold capitals. */
const CAPITAL = 5.7;
/** Space at both sides of a cell's text, in pt. */
const PADDING = 7;
/** Longer words are hyphenated or broken, so a column need not hold them whole. */
const LONGEST_WORD = 15;
const LONGEST_HEADING_WORD = 11;

export type ColumnText = { readonly heading: string; readonly texts: readonly string[] };

/**
 * Widths in pt that fill `total`: each column holds its longest common word, and what is left goes to those with more
 * to say, so that rows are as low as they can be.
 */
export function columnWidths(columns: readonly ColumnText[], total: number): readonly number[] {
  const least = columns.map((column) => leastWidth(column) + PADDING);
  const needed = least.reduce(add, 0);
  if (needed >= total) return least.map((width) => (width * total) / needed);
  const shares = columns.map((column) => (1 + meanLength(column)) ** 0.8);
  const allShares = shares.reduce(add, 0) || 1;
  return least.map((width, index) => width + ((total - needed) * (shares[index] ?? 0)) / allShares);
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

/** Beyond what one word needs. */
function meanLength({ texts }: ColumnText): number {
  if (texts.length === 0) return 0;
  return Math.max(0, texts.reduce((sum, text) => sum + text.length, 0) / texts.length - LONGEST_WORD);
}

const add = (sum: number, value: number): number => sum + value;
