import { comparable } from '../domain/outside-text.ts';

/** Below this share of words in common two texts are taken for two different activities. */
const SAME_FROM = 0.5;

/** Words too small to tell one activity from another: `de`, `la`, `una`. */
const SMALL = 3;

/**
 * Whether the text of an activity changed so much that it may be another one: fewer than half of the words of the
 * longer text stand in both. Case, accents, punctuation and words of up to three letters do not count.
 */
export function differsMuch(stored: string, read: string): boolean {
  if (comparable(stored) === comparable(read)) return false;
  const [a, b] = [wordsOf(stored), wordsOf(read)];
  const longer = Math.max(a.size, b.size);
  return longer === 0 || a.intersection(b).size / longer < SAME_FROM;
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = comparable(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => word.length > SMALL);
  return new Set(telling.length > 0 ? telling : words);
}
