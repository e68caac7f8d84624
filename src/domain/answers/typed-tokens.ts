/** The smallest pieces of a typed text, in order and without gaps. */
export type Token = {
  readonly kind: 'digits' | 'word' | 'percent' | 'newLine' | 'space' | 'mark';
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

/** The kinds in the order of the groups of `TOKEN`. */
const KINDS = ['digits', 'word', 'percent', 'newLine', 'space', 'mark'] as const;

/** Digits keep the points, commas, slashes and colons between them: dates and hours stay whole. */
const TOKEN =
  /(\d+(?:[.,/:]\d+)*)|([\p{L}\p{Nl}\p{No}][\p{L}\p{M}\p{Nl}\p{No}]*)|([%％﹪٪]+)|([\r\n\u2028\u2029]+)|([\t\v\f \u00a0\u1680\u2000-\u200b\u200e\u200f\u202f\u205f\u2060\u3000\ufeff]+)|(.)/gsu;

/** A text cut into tokens; every character is in exactly one. Linear in its length. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const kind = KINDS.find((_, group) => match[group + 1] !== undefined) ?? 'mark';
    tokens.push({ kind, text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}
