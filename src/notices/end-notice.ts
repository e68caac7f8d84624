import type { Db } from '../db/open.ts';
import { settle } from '../db/outbox.ts';
import type { Moment } from '../domain/dates.ts';
import { restoreReminder } from './count-as-reminder.ts';
import type { NoticeKind, NoticeRow } from './kind.ts';

/** Ends a notice that is not sent; the reminder that it replaced is due again. */
export function endNotice(
  db: Db,
  kind: NoticeKind | undefined,
  row: NoticeRow,
  why: readonly ['notNeeded' | 'cancelled', string],
  now: Moment,
): void {
  settle(db, row.id, why[0], why[1], now);
  if (kind?.replacesReminder) restoreReminder(db, row);
}
