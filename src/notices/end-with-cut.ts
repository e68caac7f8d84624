import type { Db } from '../db/open.ts';
import { settle } from '../db/outbox.ts';
import type { PlannedCut } from '../db/plans.ts';
import { openReminders } from '../db/reminder-rows.ts';
import { pendingTasksOf } from '../db/tasks.ts';
import { replaceWaiting } from '../db/waiting.ts';
import type { Moment } from '../domain/dates.ts';
import type { Message } from '../domain/events.ts';
import { endNotice } from './end-notice.ts';
import { isNoticeRow, type NoticeRow } from './kind.ts';
import { waitingOf } from './notify.ts';
import { noticeKinds } from './registry.ts';

/**
 * Ends what waits about a cut that is closed early (specification: Early close): each waiting notice about it
 * is cancelled or gets another text, as its kind says, and the reminder of a person with nothing else pending
 * is cancelled.
 */
export function endWithCut(db: Db, planned: PlannedCut, now: Moment): void {
  for (const kind of noticeKinds) {
    const { onEarlyClose } = kind;
    if (onEarlyClose === undefined) continue;
    for (const row of waitingOf(db, [kind], { cutId: planned.cut.id })) {
      if (!isNoticeRow(row)) continue;
      if (onEarlyClose === 'cancel') endNotice(db, kind, row, ['cancelled', 'closedEarly'], now);
      else reword(db, row, onEarlyClose(db, row, planned));
    }
  }
  for (const row of openReminders(db)) {
    if (row.personId === null) continue;
    const pending = pendingTasksOf(db, row.personId, Math.max(now, row.notBefore));
    if (pending.length === 0) settle(db, row.id, 'cancelled', 'closedEarly', now);
  }
}

function reword(db: Db, row: NoticeRow, message: Message | null): void {
  if (message !== null) replaceWaiting(db, row.id, message, row.notBefore);
}
