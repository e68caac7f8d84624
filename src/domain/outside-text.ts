import { withoutInvisible } from './invisible.ts';

/**
 * Text from outside (a message, a file) as it may be stored: NFC, line breaks as `\n`, tabs kept, no other
 * control characters, nothing invisible but what a script or an emoji needs, no lone surrogates, no endless marks.
 * Spaces are left alone. Cleaning twice changes nothing.
 */
export function cleanOutsideText(text: string): string {
  const unbroken = text.toWellFormed().replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n');
  let clean = unbroken;
  // What goes may let its neighbours join, and then something else is needed no longer.
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = inOrder(withoutInvisible(inOrder(clean)));
    if (next === clean) break;
    clean = next;
  }
  return clean;
}

const MOST_ROUNDS = 4;

/** NFC with few marks: twice around it, because it makes some marks two. */
function inOrder(text: string): string {
  return withFewMarks(withFewMarks(text).normalize('NFC'));
}

/**
 * At most 30 combining marks in a row, more than any language writes (UAX #15, Stream-Safe Text Format): putting a longer
 * run in order takes a time that grows with its square.
 */
function withFewMarks(text: string): string {
  return text.replace(/(\p{M}{30})\p{M}+/gu, '$1');
}

/**
 * The form in which two names are the same name: small letters, no accents (ñ counts as n), spaces collapsed,
 * none at the ends. For comparing only, never shown.
 */
export function comparable(text: string): string {
  return withoutMarks(withoutMarks(text).toLowerCase()).normalize('NFC').replace(/\s+/g, ' ').trim();
}

function withoutMarks(text: string): string {
  // Before as well: putting a long run of marks in order takes a time that grows with its square.
  return text
    .replace(/\p{M}+/gu, '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}
