/** Control characters (tab and line feed apart), bidi marks and characters that nobody can see. */
const UNWANTED =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * Text from outside (a message, a file) as it may be stored: NFC, line breaks as `\n`, tabs kept, no other
 * control characters, no bidi or zero-width marks (the joiner of emoji stays), no lone surrogates, no endless marks.
 * Spaces are left alone. Cleaning twice changes nothing.
 */
export function cleanOutsideText(text: string): string {
  const wanted = text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(UNWANTED, '');
  return withFewMarks(withFewMarks(wanted).normalize('NFC'));
}

/**
 * At most 30 combining marks in a row, more than any language writes (UAX #15, Stream-Safe Text Format): putting a longer
 * run in order takes a time that grows with its square. Twice around NFC, which makes some marks two.
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
