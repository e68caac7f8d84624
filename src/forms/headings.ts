import { comparable } from '../domain/outside-text.ts';
import { COLUMNS, type ColumnName } from './layout.ts';

const HEADING_LENGTH = 160;

/** What a heading is compared by: small letters, digits, `%` and `#`; no accents, spaces or punctuation. */
export function headingKey(text: string): string {
  if (text.length > HEADING_LENGTH) return '';
  return comparable(text.replace(/[º°ª]/g, '')).replace(/[^a-z0-9%#]/g, '');
}

const RANKED = new Map<string, { name: ColumnName; rank: number }>();
for (const column of COLUMNS) {
  [column.heading, ...column.synonyms].forEach((word, rank) => {
    const key = headingKey(word);
    if (!RANKED.has(key)) RANKED.set(key, { name: column.name, rank });
  });
}

/** Which column a heading names; `rank` 0 is the wording of `PL-PC-01`, higher is further from it. */
export function columnOfHeading(text: string): { name: ColumnName; rank: number } | undefined {
  return RANKED.get(headingKey(text));
}
