import { cleanOutsideText } from '../../domain/outside-text.ts';
import { drawable, MISSING_SIGN } from '../../texts/print/drawable-text.ts';
import type { Coverage } from '../../texts/print/font-coverage.ts';

/** The same data with every text in it made of signs that the font has; and whether some sign was missing. */
export function drawn<Data>(
  data: Data,
  coverage: Coverage,
): { readonly data: Data; readonly missing: boolean } {
  const made = mapTexts(data, (text) => drawable(cleanOutsideText(text), coverage));
  return { data: made, missing: JSON.stringify(made).includes(MISSING_SIGN) };
}

/** The same data with every text in it changed. */
export function mapTexts<Data>(data: Data, change: (text: string) => string): Data {
  if (typeof data === 'string') return change(data) as Data;
  if (Array.isArray(data)) return data.map((each) => mapTexts(each, change)) as Data;
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, mapTexts(value, change)]),
  ) as Data;
}
