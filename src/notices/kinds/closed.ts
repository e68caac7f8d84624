import type { Db } from '../../db/open.ts';
import type { PlannedCut } from '../../db/plans.ts';
import { pendingTasksOf } from '../../db/tasks.ts';
import { writeButton } from '../../domain/buttons.ts';
import { localDate, type Moment } from '../../domain/dates.ts';
import type { ClosingNow } from '../../summary/closing-now.ts';
import { closedEarly } from '../../texts/cuts/cuts.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/** A cut was closed early (specification: Early close): which activities have no report, and why. */
export const closed: NoticeKind<'cutId'> = { name: 'closed', about: ['cutId'], to: 'responsible' };

/**
 * Notifies everybody who could still report or correct, even in the middle of an answer. Their next message
 * is answered in words, and what they had already written counts.
 */
export function notifyClosed(
  db: Db,
  planned: PlannedCut,
  of: { readonly actId: number; readonly before: ClosingNow; readonly reason: string },
  now: Moment,
): void {
  const cutId = planned.cut.id;
  for (const { person, pending, correctable } of of.before.people) {
    const left = pendingTasksOf(db, person.id, now).length;
    const html = closedEarly({
      name: person.name,
      closedOn: localDate(now),
      plan: planned.plan,
      cutNumber: planned.cut.number,
      pending: pending.map((activity) => activity.number),
      reported: correctable.length,
      left,
      reason: of.reason,
    });
    const keyboard = [[{ text: buttons.report, data: writeButton({ to: 'report' }) }]];
    const key = noticeKey('closed', cutId, of.actId, person.id);
    notify(db, closed, person, {
      key,
      about: { cutId },
      message: left > 0 ? { html, keyboard } : { html },
      now,
    });
  }
}
