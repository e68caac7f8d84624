/** A word without accents and in lower case. */
export function foldWord(word: string): string {
  // Before as well: putting a long run of marks in order takes a time that grows with its square.
  return word
    .replace(/\p{M}+/gu, '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** In letters. No word on a list is longer, so a longer word matches none. */
const LONGEST_WORD = 40;

/** Words that people shorten to a letter or two. */
const SHORT_FORMS = new Map([
  ['q', 'ke'],
  ['k', 'ke'],
  ['x', 'por'],
  ['xq', 'porke'],
  ['pq', 'porke'],
  ['xk', 'porke'],
  ['porq', 'porke'],
  ['tmb', 'tambien'],
  ['tb', 'tambien'],
]);

/**
 * A word as it sounds in Colombia, for comparing only. Accents, case, repeated letters and letters that people confuse
 * (b and v; s, z and c; y, ll and i; silent h) do not matter: `Llebamos`, `yevamos` and `llevamos` are one word.
 */
export function soundOf(word: string): string {
  if (word.length > LONGEST_WORD) return word;
  const folded = /^[a-z]+$/.test(word) ? word : foldWord(word);
  const short = SHORT_FORMS.get(folded);
  if (short !== undefined) return short;
  if (!/[hlqczvwgyn]|(.)\1/u.test(folded)) return folded;
  return folded
    .replace(/ch/g, '#')
    .replace(/h/g, '')
    .replace(/ll/g, 'i')
    .replace(/qu(?=[ei])/g, 'k')
    .replace(/q/g, 'k')
    .replace(/c(?=[ei])/g, 's')
    .replace(/c/g, 'k')
    .replace(/z/g, 's')
    .replace(/[vw]/g, 'b')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/y/g, 'i')
    .replace(/n(?=[pb])/g, 'm')
    .replace(/(\D)\1+/gu, '$1');
}

/**
 * Whether two words differ by at most `most` letters (left out, added or changed), or by two letters that changed
 * places.
 */
export function isNear(one: string, other: string, most = 1): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  if (most === 0 || one === other) return one === other;
  const at = firstDifference(one, other);
  const isRestNear = (from: number, otherFrom: number): boolean =>
    isNear(one.slice(from), other.slice(otherFrom), most - 1);
  const isSwapped = one[at] === other[at + 1] && one[at + 1] === other[at];
  return (
    isRestNear(at + 1, at + 1) ||
    isRestNear(at + 1, at) ||
    isRestNear(at, at + 1) ||
    (isSwapped && isRestNear(at + 2, at + 2))
  );
}

/** Where two words that are not the same begin to differ. */
function firstDifference(one: string, other: string): number {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return at;
}
