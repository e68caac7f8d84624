import type { Db } from '../../db/open.ts';
import { announce, settle } from '../../db/outbox.ts';
import { waitingRowsAbout } from '../../db/outbox-rows.ts';
import type { PlannedCut } from '../../db/plans.ts';
import { openReminders } from '../../db/schedule-facts.ts';
import { pendingTasksOf } from '../../db/tasks.ts';
import { writeButton } from '../../domain/buttons.ts';
import { localDate, type Moment } from '../../domain/dates.ts';
import type { ClosingNow } from '../../summary/closing-now.ts';
import { closedEarly } from '../../texts/cuts/cuts.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import { giveBackReminder } from '../count-as-reminder.ts';
import { tellWithoutEnd } from './corrected.ts';

/**
 * What a cut closed early leaves queued is cancelled in the same transaction (specification: Early close): notices
 * about it, and the reminder of whoever has nothing else pending; that a report was corrected or voided is still told,
 * without a last day. Whoever could still report or correct is told, also in
 * the middle of an answer: what they write next is answered in words, and what they had already written counts.
 */
export function tellClosing(
  db: Db,
  planned: PlannedCut,
  of: { readonly actId: number; readonly before: ClosingNow; readonly reason: string },
  now: Moment,
): void {
  cancelQueued(db, planned.cut.id, now);
  tellWithoutEnd(db, planned);
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
    const key = `closed:${planned.cut.id}:${of.actId}:${person.id}`;
    const to = { chatId: person.telegramUserId, personId: person.id };
    announce(db, to, { kind: 'notice', key, message: left > 0 ? { html, keyboard } : { html }, now });
  }
}

function cancelQueued(db: Db, cutId: number, now: Moment): void {
  const about = ['reopened', 'vacant', 'included', 'moved'];
  for (const row of about.flatMap((kind) => waitingRowsAbout(db, `${kind}:${cutId}:`))) {
    settle(db, row.id, 'cancelled', 'closedEarly', now);
    giveBackReminder(db, row);
  }
  for (const row of openReminders(db)) {
    if (row.personId === null) continue;
    const pending = pendingTasksOf(db, row.personId, Math.max(now, row.notBefore));
    if (pending.length === 0) settle(db, row.id, 'cancelled', 'closedEarly', now);
  }
}
