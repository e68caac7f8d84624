import { withoutInvisible } from './invisible.ts';

/**
 * Text from outside (a message, a file) as it may be stored: NFC, line breaks as `\n`, tabs kept; no other
 * control characters, no invisible characters but those that a script or an emoji needs, no lone surrogates,
 * no endless marks. Spaces stay as they are. A second cleaning changes nothing.
 */
export function cleanOutsideText(text: string): string {
  if (PLAIN.test(text)) return text;
  const unbroken = text.toWellFormed().replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n');
  let clean = unbroken;
  // Removing a character may join its neighbours, and then another character is no longer needed.
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = inOrder(withoutInvisible(inOrder(clean)));
    if (next === clean) break;
    clean = next;
  }
  return clean;
}

const MOST_ROUNDS = 4;

/** What Latin-1 shows, dashes and quotation marks, as nearly all that people write: nothing in it is ever changed. */
const PLAIN = /^[\t\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff\u2010-\u2027\u20ac]*$/;

/** NFC with few marks. The limit applies before and after, because NFC makes two marks of some. */
function inOrder(text: string): string {
  return hasNoMarks(text) ? text : withFewMarks(withFewMarks(text).normalize('NFC'));
}

/**
 * At most 30 combining marks in a row, more than any language uses (UAX #15, Stream-Safe Text Format): the
 * time to put a run in order grows with the square of its length.
 */
function withFewMarks(text: string): string {
  return text.replace(/(\p{M}{30})\p{M}+/gu, '$1');
}

/**
 * The form in which equal names are equal texts: small letters, no accents (ñ counts as n), single spaces,
 * none at the ends. For comparing only, never shown.
 */
export function comparable(text: string): string {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  if (hasNoMarks(text)) {
    const plain = text
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]+/g, '');
    return plain.replace(/\s+/g, ' ').trim();
  }
  return withoutMarks(withoutMarks(text).toLowerCase()).normalize('NFC').replace(/\s+/g, ' ').trim();
}

function withoutMarks(text: string): string {
  // Limits the marks before NFD too: the time to put a run in order grows with the square of its length.
  return text
    .replace(/\p{M}+/gu, '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}

/** Latin-1, dashes and quotation marks alone: no mark stands by itself in it. A plan has 300,000 such cells. */
function hasNoMarks(text: string): boolean {
  return /^[\u0000-\u00ff\u2010-\u2027\u20ac]*$/.test(text);
}
