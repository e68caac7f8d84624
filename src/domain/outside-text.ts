import { withoutInvisible } from './invisible.ts';

/**
 * Text from outside (a message, a file) as it may be stored: NFC, line breaks as `\n`, tabs kept; no other
 * control characters, no invisible characters but those that a script or an emoji needs, no lone surrogates,
 * no endless marks. Spaces stay as they are. A second cleaning changes nothing.
 */
export function cleanOutsideText(text: string): string {
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

/** NFC with few marks. The limit applies before and after, because NFC makes two marks of some. */
function inOrder(text: string): string {
  return withFewMarks(withFewMarks(text).normalize('NFC'));
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
  return withoutMarks(withoutMarks(text).toLowerCase()).normalize('NFC').replace(/\s+/g, ' ').trim();
}

function withoutMarks(text: string): string {
  // Limits the marks before NFD too: the time to put a run in order grows with the square of its length.
  return text
    .replace(/\p{M}+/gu, '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}
