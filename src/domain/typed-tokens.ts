/** The smallest pieces of a typed text, in order and without gaps. */
export type Token = {
  readonly kind: 'digits' | 'word' | 'percent' | 'newLine' | 'space' | 'mark';
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

/** Digits keep the points, commas, slashes and colons between them: dates and hours stay whole. */
const TOKEN =
  /(?<digits>\d+(?:[.,/:]\d+)*)|(?<word>[\p{L}\p{Nl}\p{No}][\p{L}\p{M}\p{Nl}\p{No}]*)|(?<percent>[%％﹪٪]+)|(?<newLine>[\r\n\u2028\u2029]+)|(?<space>[\t\v\f \u00a0\u1680\u2000-\u200b\u200e\u200f\u202f\u205f\u2060\u3000\ufeff]+)|(?<mark>.)/gsu;

/** A text cut into tokens; every character is in exactly one. Linear in its length. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const found = Object.entries(match.groups ?? {}).find(([, part]) => part !== undefined);
    const kind = (found?.[0] ?? 'mark') as Token['kind'];
    tokens.push({ kind, text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}
