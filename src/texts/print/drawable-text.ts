import { graphemesIn } from '../graphemes.ts';
import { type Coverage, covers } from './font-coverage.ts';

/**
 * Signs that forms contain (bullets of word processors, arrows, comparisons) and text fonts lack, with a sign
 * of the same meaning. The private-use ones are Wingdings' bullets and ticks, as they arrive through copy and
 * paste.
 */
const SAME_MEANING: Readonly<Record<string, string>> = {
  '●': '•',
  '○': '•',
  '■': '•',
  '▪': '•',
  '□': '•',
  '◆': '•',
  '►': '•',
  '\uf0b7': '•',
  '\uf0a7': '•',
  '\uf0d8': '•',
  '✓': '[x]',
  '✔': '[x]',
  '✅': '[x]',
  '\uf0fc': '[x]',
  '≥': '>=',
  '≤': '<=',
  '≠': '<>',
  '≈': '~',
  '→': '->',
  '⇒': '=>',
  '←': '<-',
  '🔟': '10',
};

/** Replaces a character that the font lacks. Noto Sans has it. */
export const MISSING_SIGN = '\ufffd';

/**
 * Text that the font can draw: a sign that it lacks becomes one of the same meaning or the plain letter or
 * digit that it styles, or else one `missing` for the whole visible character (a family of emoji is one). Line breaks and tabs stay.
 */
export function drawable(text: string, coverage: Coverage, missing: string = MISSING_SIGN): string {
  if (fits(text, coverage)) return text;
  return [...graphemesIn(text)]
    .map(({ segment }) => (fits(segment, coverage) ? segment : standIn(segment, coverage, missing)))
    .join('');
}

function fits(text: string, coverage: Coverage): boolean {
  for (const character of text) {
    if (character !== '\n' && character !== '\t' && !covers(coverage, character.codePointAt(0) ?? 0)) {
      return false;
    }
  }
  return true;
}

function standIn(grapheme: string, coverage: Coverage, missing: string): string {
  return SAME_MEANING[grapheme.replace(/\ufe0f/g, '')] ?? plainLetters(grapheme, coverage) ?? missing;
}

/** The digit of `3️⃣` and the letter of `𝐀`: compatibility forms (Unicode, NFKC) without the frame around them. */
function plainLetters(grapheme: string, coverage: Coverage): string | undefined {
  const plain = grapheme.replace(/\p{Me}|\ufe0f/gu, '').normalize('NFKC');
  return /[\p{L}\p{N}]/u.test(plain) && fits(plain, coverage) ? plain : undefined;
}
