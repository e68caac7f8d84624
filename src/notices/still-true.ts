import type { Db } from '../db/open.ts';
import { waitingRows } from '../db/waiting.ts';
import type { Moment } from '../domain/dates.ts';
import { countAsReminder, restoreReminder } from './count-as-reminder.ts';
import { endNotice } from './end-notice.ts';
import { isNoticeRow, type NoticeRow } from './kind.ts';
import { kindOf } from './registry.ts';

/**
 * Checks every waiting notice again before a day's reminders are decided, so that it replaces one of them or
 * not. Reminders and summaries themselves are checked when they may go.
 */
export function recheckNotices(db: Db, now: Moment): void {
  for (const row of waitingRows(db)) if (isNoticeRow(row) && row.kind === 'notice') recheck(db, row, now);
}

/**
 * Checks a waiting notice again. When it is no longer true it ends, and the reminder that it replaced is due
 * again. When it is still true, its present list decides whether it replaces a reminder.
 * @returns whether it still goes
 */
export function recheck(db: Db, row: NoticeRow, now: Moment): boolean {
  const kind = kindOf(row);
  const why = kind?.noLongerTrue?.(db, row, now) ?? null;
  if (why !== null) {
    endNotice(db, kind, row, ['notNeeded', why], now);
    return false;
  }
  if (typeof kind?.replacesReminder === 'function') {
    const date = kind.replacesReminder(db, row, now);
    if (date === null) restoreReminder(db, row);
    else countAsReminder(db, row.personId, date, now, row.id);
  }
  return true;
}
