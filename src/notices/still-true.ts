import type { Db } from '../db/open.ts';
import { waitingRows } from '../db/waiting.ts';
import type { Moment } from '../domain/dates.ts';
import { countAsReminder, restoreReminder } from './count-as-reminder.ts';
import { endNotice } from './end-notice.ts';
import { isNoticeRow, type NoticeRow } from './kind.ts';
import { kindOf } from './registry.ts';

/**
 * Before a day's reminders are decided: each notice that waits is looked at again, so that it has its place among them
 * or none. Reminders themselves, and summaries, are looked at when they may go.
 */
export function recheckNotices(db: Db, now: Moment): void {
  for (const row of waitingRows(db)) if (isNoticeRow(row) && row.kind === 'notice') recheck(db, row, now);
}

/**
 * Looks again at what waited. When it is no longer true it is ended, and the reminder whose place it took is due again;
 * of a notice that stays true, what it lists by now decides about that place. @returns whether it is still to go
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
