import type { Db } from '../db/open.ts';
import { settle } from '../db/outbox.ts';
import { holdingsOf } from '../db/people.ts';
import { waitingRows } from '../db/waiting.ts';
import type { Moment } from '../domain/dates.ts';
import { restoreReminder } from './count-as-reminder.ts';
import type { NoticeRow } from './kind.ts';
import { kindOf } from './registry.ts';
import { isNoticeRow } from './still-true.ts';

/**
 * A person lost a position or an office: what waits for them about it is cancelled. The day's reminder that it replaced
 * is due again, for what else is theirs.
 */
export function endLost(db: Db, personId: number, now: Moment): void {
  for (const row of waitingRows(db)) {
    if (!isNoticeRow(row) || row.personId !== personId || !isLost(db, row, now)) continue;
    settle(db, row.id, 'cancelled', 'reassigned', now);
    if (kindOf(row)?.replacesReminder) restoreReminder(db, row);
  }
}

function isLost(db: Db, row: NoticeRow, now: Moment): boolean {
  const kind = kindOf(row);
  if (kind?.isLost) return kind.isLost(db, row, now);
  return kind?.to === 'office' && holdingsOf(db, row.personId, now).offices.length === 0;
}
