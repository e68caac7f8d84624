import { comparable } from '../domain/outside-text.ts';

/** With a smaller share of common words, two texts count as two different activities. */
const SAME_FROM = 0.5;

/** Words of up to this length do not distinguish activities: `de`, `la`, `una`. */
const SMALL = 3;

/**
 * Whether the text of an activity changed so much that it may be another one: fewer than half of the longer
 * text's words are in both. It ignores case, accents, punctuation and words of up to three letters.
 */
export function differsMuch(stored: string, read: string): boolean {
  if (stored === read || comparable(stored) === comparable(read)) return false;
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
