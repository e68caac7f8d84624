import { type Coverage, covers } from './font-coverage.ts';

/**
 * Signs that forms really hold (bullets of word processors, arrows, comparisons) and text fonts lack, with what
 * says the same. Private-use ones are Wingdings' bullets and ticks, as they arrive through copy and paste.
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
};

/** What stands for a character that the font does not have. Noto Sans has it. */
export const MISSING_SIGN = '\ufffd';

const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' });

/**
 * Text with nothing in it that the font cannot draw: a sign that says the same where there is one, otherwise `missing`
 * once for the whole visible character (a family of emoji is one). Line breaks and tabs stay.
 */
export function drawable(text: string, coverage: Coverage, missing: string = MISSING_SIGN): string {
  if (fits(text, coverage)) return text;
  return [...graphemes.segment(text)]
    .map(({ segment }) => (fits(segment, coverage) ? segment : standIn(segment, missing)))
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

function standIn(grapheme: string, missing: string): string {
  return SAME_MEANING[grapheme.replace(/\ufe0f/g, '')] ?? missing;
}
