import type { Db } from '../db/open.ts';
import { isRefusedRow, type RefusedRow, undeliveredReminders, undeliveredTexts } from '../db/undelivered.ts';
import { kindOf } from './registry.ts';

/**
 * Everything that went out by itself, could not be delivered for good and can be sent again, oldest first:
 * reminders without a later one, and notices and summaries while their text is kept.
 */
export function undeliveredMessages(db: Db): readonly RefusedRow[] {
  return [...undeliveredReminders(db), ...undeliveredTexts(db)]
    .filter((row): row is RefusedRow => isRefusedRow(row) && kindOf(row)?.resent !== 'never')
    .toSorted((a, b) => a.id - b.id);
}
