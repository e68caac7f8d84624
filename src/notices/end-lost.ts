import type { Db } from '../db/open.ts';
import { holdingsOf } from '../db/people.ts';
import { waitingRows } from '../db/waiting.ts';
import type { Moment } from '../domain/dates.ts';
import { endNotice } from './end-notice.ts';
import { isNoticeRow, type NoticeKind, type NoticeRow } from './kind.ts';
import { kindOf } from './registry.ts';

/**
 * Cleans up when someone loses a position or an office: cancels the notices about it that wait, and restores
 * the reminder that they replaced, for everything else that the person has pending.
 */
export function endLost(db: Db, personId: number, now: Moment): void {
  for (const row of waitingRows(db)) {
    if (!isNoticeRow(row) || row.personId !== personId) continue;
    const kind = kindOf(row);
    if (isLost(db, kind, row, now)) endNotice(db, kind, row, ['cancelled', 'reassigned'], now);
  }
}

function isLost(db: Db, kind: NoticeKind | undefined, row: NoticeRow, now: Moment): boolean {
  if (kind?.isLost) return kind.isLost(db, row, now);
  return kind?.to === 'office' && holdingsOf(db, row.personId, now).offices.length === 0;
}
