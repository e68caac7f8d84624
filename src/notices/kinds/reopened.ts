import type { Db } from '../../db/open.ts';
import { type Activity, daysOff, type PlannedCut } from '../../db/plans.ts';
import { pendingTasksOf } from '../../db/tasks.ts';
import { writeButton } from '../../domain/buttons.ts';
import { soonestAllowed } from '../../domain/calendar.ts';
import { type LocalDate, localDate, type Moment } from '../../domain/dates.ts';
import { responsiblesOf } from '../../summary/responsibles.ts';
import * as texts from '../../texts/notices/reminders.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import { countAsReminder } from '../count-as-reminder.ts';
import type { NoticeKind } from '../kind.ts';
import { whyNothingPending } from '../nothing-pending.ts';
import { noticeKey, notify } from '../notify.ts';
import { remindedCuts } from '../reminded-cuts.ts';

/**
 * Activities of a cut take reports again (specification: Reopening): which, until when, and what else is
 * pending.
 */
export const reopened: NoticeKind<'cutId'> = {
  name: 'reopened',
  about: ['cutId'],
  to: 'responsible',
  isLost: (db, row, now) => !hasPendingIn(db, row, Math.max(row.notBefore, now)),
  onEarlyClose: 'cancel',
  noLongerTrue: (db, row, now) =>
    row.createdAt === now || hasPendingIn(db, row, now) ? null : whyNothingPending(db, row.personId, now),
  replacesReminder: 'whenWritten',
};

/** Notifies each enrolled responsible at once of what is reopened; it replaces a reminder. */
export function notifyReopened(
  db: Db,
  planned: PlannedCut,
  of: {
    readonly actId: number;
    readonly activities: readonly Activity[];
    readonly lastDay: LocalDate;
    readonly reason: string;
  },
  now: Moment,
): void {
  const cutId = planned.cut.id;
  const when = soonestAllowed(now, daysOff(db));
  const date = localDate(when);
  const named = new Set(of.activities.map((activity) => activity.id));
  const keyboard = [[{ text: buttons.report, data: writeButton({ to: 'report' }) }]];
  for (const { person, activities } of responsiblesOf(db, of.activities, now)) {
    const others = pendingTasksOf(db, person.id, when).filter(
      (task) => task.cut.id !== cutId || !named.has(task.activity.id),
    );
    const html = texts.reopened({
      name: person.name,
      plan: planned.plan,
      cutNumber: planned.cut.number,
      numbers: activities.map((activity) => activity.number),
      others: remindedCuts(others, when),
      today: date,
      lastDay: of.lastDay,
      reason: of.reason,
    });
    const key = noticeKey('reopened', cutId, of.actId, person.id);
    const notice = notify(db, reopened, person, { key, about: { cutId }, message: { html, keyboard }, now });
    countAsReminder(db, person.id, date, now, notice ?? null);
  }
}

function hasPendingIn(
  db: Db,
  { personId, cutId }: { readonly personId: number; readonly cutId: number | null },
  moment: Moment,
): boolean {
  return pendingTasksOf(db, personId, moment).some((task) => task.cut.id === cutId);
}
