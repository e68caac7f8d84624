import { beginsWithNumberWord } from './activity-number.ts';
import { itemsOf } from './typed-numbers.ts';

/** What stands for a number of an activity without digits at the beginning of a line: `A 80 %`, `IV. 80 %`. */
const LETTERS = /(?:^|[\r\n\u2028\u2029])[^\p{L}\p{N}]*(?:\p{L}|[ivxlc]+)(?![\p{L}\p{N}])/iu;

/** One line that begins with its figure: `45 % se hicieron 3 talleres`. Nothing in it names an activity. */
const FIGURE_FIRST = /^\s*\d{1,3}(?:[.,]\d+)?\s?%(?!\s*\d)[^\r\n\u2028\u2029]*$/u;

/**
 * Whether a text may be read as lines with numbers of activities; told from the text alone, so that the numbers are
 * looked up only for these. A line needs a number and a figure, or says in words that its number is one.
 */
export function mayNameActivities(text: string): boolean {
  if (!/[\d:]|(?:^|\n)\s*(?:en )?(?:la|actividad)\s/i.test(text)) return false;
  if (FIGURE_FIRST.test(text)) return false;
  if (text.includes(':')) return true;
  const numbers = itemsOf(text).filter((item) => item.kind === 'number').length;
  if (numbers !== 1) return numbers > 1;
  return LETTERS.test(text) || text.split(/[\r\n\u2028\u2029]/).some(beginsWithNumberWord);
}
