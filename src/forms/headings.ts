import { comparable } from '../domain/outside-text.ts';

const HEADING_LENGTH = 160;

/** What a heading is compared by: small letters, digits, `%` and `#`; no accents, spaces or punctuation. */
export function headingKey(text: string): string {
  if (text.length > HEADING_LENGTH) return '';
  return comparable(text.replace(/[º°ª]/g, '')).replace(/[^a-z0-9%#]/g, '');
}
