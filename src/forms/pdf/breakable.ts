/** A place where a line may end without a hyphen. */
const MAY_BREAK = '\u200b';
/**
 * An address: the template makes it a link (official-form.typ knows the same words) and never hyphenates it, because
 * a hyphen would be read as part of it.
 */
const ADDRESS = /https?:\/\/|www\.|@|\.\p{L}{2,}\//iu;
/** A word of letters up to here is left to Spanish hyphenation. */
const LONGEST_REAL_WORD = 23;
/** Anything else up to here fits in the narrowest column. */
const LONGEST_CODE = 10;

/**
 * Gives words that cannot be hyphenated (links, codes, letters hit at random) places to break, so that they never
 * run out of their cell: after punctuation, and anywhere in what is still too long. Ordinary words stay as they are.
 */
export function breakable(text: string): string {
  return text.replace(/\S{11,}/gu, (word) =>
    word
      .split(/(?<=[^\p{L}\p{M}\p{N}\p{Ps}\p{Pi}"'#$¿¡])(?=[\p{L}\p{N}])/u)
      .map((part) => (holds(part, ADDRESS.test(word)) ? part : [...part].join(MAY_BREAK)))
      .join(MAY_BREAK),
  );
}

function holds(part: string, inAddress: boolean): boolean {
  if (part.length <= LONGEST_CODE) return true;
  return !inAddress && part.length <= LONGEST_REAL_WORD && /^\p{P}?[\p{L}\p{M}]+\p{P}{0,2}$/u.test(part);
}
