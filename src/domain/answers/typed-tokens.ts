import { soundOf } from './spelling.ts';

/** The smallest parts of a typed text, in order and without gaps. */
export type Token = {
  readonly kind: 'digits' | 'word' | 'percent' | 'newLine' | 'space' | 'mark';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** For a word, its sound (`soundOf`); empty for anything else. */
  readonly sound: string;
};

/** The kinds in the order of the groups of `TOKEN`. */
const KINDS = ['digits', 'word', 'percent', 'newLine', 'space', 'mark'] as const;

/** Digits keep the points, commas, slashes and colons between them: dates and hours stay whole. */
const TOKEN =
  /(\d+(?:[.,/:]\d+)*)|([\p{L}\p{Nl}\p{No}][\p{L}\p{M}\p{Nl}\p{No}]*)|([%％﹪٪℅]+)|([\r\n\u2028\u2029]+)|([\t\v\f \u00a0\u1680\u2000-\u200b\u200e\u200f\u202f\u205f\u2060\u3000\ufeff\u00ad]+)|((.)\7*)/gsu;

/**
 * Cuts a text into tokens; every character is in exactly one. The same mark several times is one token, whose text is
 * the mark once. Linear in its length.
 */
export function tokensOf(written: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of written.matchAll(TOKEN)) {
    const kind = kindOf(match);
    const [text] = match;
    const sound = kind === 'word' ? soundOf(text) : '';
    const end = match.index + text.length;
    tokens.push({ kind, text: match[7] ?? text, start: match.index, end, sound });
  }
  return tokens;
}

function kindOf(match: RegExpExecArray): Token['kind'] {
  for (let group = 0; group < KINDS.length; group += 1) {
    if (match[group + 1] !== undefined) return KINDS[group] ?? 'mark';
  }
  return 'mark';
}
