/** How well a text reads as Spanish: letters where they belong, and signs where no word has them. */
export type Letters = { readonly good: number; readonly bad: number };

const LETTER = /\p{L}/u;
const SMALL = /\p{Ll}/u;
const LARGE = /\p{Lu}/u;
const DIGIT = /\d/;
const WORD = /^\p{L}{3}$/u;
/** More of them say nothing new. */
const MOST = 20_000;

/** Weighs each letter beyond ASCII by what stands on both sides of it. */
export function weighLetters(text: string): Letters {
  let good = 0;
  let bad = 0;
  let seen = 0;
  for (const { 0: sign, index } of text.matchAll(/[^\u0000-\u007f]/gu)) {
    seen += 1;
    if (seen > MOST) break;
    const end = index + sign.length;
    const weight = weightOf(sign, text.slice(Math.max(0, index - 3), index), text.slice(end, end + 3));
    if (weight > 0) good += weight;
    else bad -= weight;
  }
  return { good, bad };
}

/** @param left up to three characters before the sign @param right up to three behind it */
function weightOf(sign: string, left: string, right: string): number {
  const before = left.at(-1) ?? ' ';
  const after = right[0] ?? ' ';
  const inWord = LETTER.test(before) && LETTER.test(after);
  if (/[áéíóúüñ]/.test(sign)) return LARGE.test(after) ? -1 : ofWord(before, after);
  if (/[ÁÉÍÓÚÜÑ]/.test(sign)) return SMALL.test(before) ? -1 : ofWord(before, after);
  if (/[¿¡]/.test(sign)) return LETTER.test(before) || !LETTER.test(after) ? -1 : 1;
  if (/[°ºª]/.test(sign)) return /[\dnNoOaAr.\s]/.test(before) && !inWord ? 0.5 : -0.5;
  // As much as a letter: where there is nothing but these, two code pages are equal, and the text is unclear.
  if (/[‘’\u00a0]/.test(sign)) return inWord ? 1 : 0.5;
  if (/[–—]/.test(sign)) return !inWord ? 0.5 : WORD.test(left) && WORD.test(right) ? 1 : -1;
  if (/[“”«»…•·€\u00ad]/.test(sign)) return inWord ? -1 : 0.5;
  return -1;
}

function ofWord(before: string, after: string): number {
  if (DIGIT.test(before)) return -1;
  return LETTER.test(before) || LETTER.test(after) ? 1 : -1;
}
