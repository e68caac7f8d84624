/**
 * Texts whose letters another program has broken: UTF-8 read as windows-1252 (`participaciÃ³n`), as Macintosh (`√≥`) or
 * as MS-DOS (`├│`), one code page read as another (`participaci—n`, `participaci¢n`, `participaciÛn`), letters that
 * were lost (`participaci?n`, U+FFFD). What the letter was can't be known for sure, so it is never put right here.
 */

/** Second bytes of UTF-8 as windows-1252 shows them. */
const SECOND = '[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
const BROKEN = new RegExp(
  [
    '[\\ufffd\\u0080-\\u0084\\u0086-\\u009f]',
    `Ã(?:${SECOND}|\\p{Ll})|\\p{Ll}Ã|IÃN`,
    'Â[\\u00a0°º¿¡«»·´ª]',
    'â€|ï»¿',
    '√[©°≠≥∫±¥âëìöú]|\\p{L}√|¬[∞ø°ª∫]',
    '[├┬][³¡®©±║▒▓░í]|\\p{L}[├┬]',
    '\\p{L}[‡¢¡£¤‚†§¾±ƒŽœ¥¦ı]\\p{Ll}',
    '\\p{Ll}[ÈÌÛÒÝ˙—]\\p{Ll}',
  ].join('|'),
  'u',
);

/** Most texts have none of these, and are looked at no further. */
const SUSPECT = /[?\ufffd\u0080-\u009fÃÂâï√¬\u2500-\u257f‡¢¡£¤‚†§¾±ƒŽœ¥¦ıÈÌÛÒÝ˙—]/;

/** No cell may be longer; beyond this the file is refused anyway. */
const LONGEST = 33_000;

/** The first broken word of a text; undefined when there is none. */
export function damageIn(whole: string): string | undefined {
  const text = whole.slice(0, LONGEST);
  if (!SUSPECT.test(text)) return undefined;
  return text.split(/\s+/).find((word) => isBroken(word));
}

/** `veeduría—control` may be meant: between two words of three letters or more a dash is one. */
const DASHED = /\p{L}{3}—\p{L}{3}/u;
const ADDRESS = /[/@=]|www\./i;

function isBroken(word: string): boolean {
  if (!SUSPECT.test(word)) return false;
  if (word.includes('?')) return isLost(word);
  if (DASHED.test(word) && !/i—n/i.test(word)) return BROKEN.test(word.replaceAll('—', ' '));
  return BROKEN.test(word) || /\p{Lu}[—‡¢£¤‚†§]\p{Lu}/u.test(word);
}

/** A mark of question within a word stands for a letter, but in an address or after a question (`¿cuál?otra`). */
function isLost(word: string): boolean {
  if (ADDRESS.test(word) || word.includes('¿')) return false;
  return /\p{Ll}\?\p{Ll}|\p{Lu}\?\p{Lu}/u.test(word);
}
