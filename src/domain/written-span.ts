import type { LocalDate } from './dates.ts';
import { readTypedDate } from './written-dates.ts';

/**
 * Two dates as people type them: `del 1 de abril al 31 de diciembre`, `1/4/2022 - 31/12/2022`. Null for anything else,
 * and when the end is before the start.
 * @param fiscalYear the year of a date that names none
 */
export function readTypedSpan(
  text: string,
  fiscalYear: number,
): { readonly startsOn: LocalDate; readonly endsOn: LocalDate } | null {
  const parts = text.trim().split(/\s+(?:al?|hasta(?:\s+el)?)\s+|\s+[-–—]\s+/iu);
  const [startsOn, endsOn, ...more] = parts.map((part) =>
    readTypedDate(part.replace(/^(?:del?|desde(?:\s+el)?|el)\s+/iu, ''), `${fiscalYear}-01-01`),
  );
  if (startsOn === undefined || endsOn === undefined || more.length > 0) return null;
  return startsOn <= endsOn ? { startsOn, endsOn } : null;
}
