import type { Db } from '../../db/open.ts';
import { isEnrolled, personById } from '../../db/people.ts';
import { daysOff, type Plan } from '../../db/plans.ts';
import { pendingTasksOf, type Task } from '../../db/tasks.ts';
import { writeButton } from '../../domain/buttons.ts';
import { soonestAllowed } from '../../domain/calendar.ts';
import { localDate, type Moment } from '../../domain/dates.ts';
import { type PendingOfPeople, pendingInPlan, taskKey } from '../../summary/pending-in-plan.ts';
import { receivedByImport } from '../../texts/notices/reminders.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import { countAsReminder } from '../count-as-reminder.ts';
import type { NoticeKind } from '../kind.ts';
import { whyNothingPending } from '../nothing-pending.ts';
import { noticeKey, notify } from '../notify.ts';
import { remindedCuts } from '../reminded-cuts.ts';

/**
 * A form gave a person activities while a cut takes reports for them (specification: Import): everything
 * pending.
 */
export const received: NoticeKind<'planId'> = {
  name: 'received',
  about: ['planId'],
  to: 'responsible',
  noLongerTrue: (db, row, now) => {
    if (row.createdAt === now) return null;
    const pending = pendingTasksOf(db, row.personId, now);
    return pending.some((task) => task.plan.id === row.planId)
      ? null
      : whyNothingPending(db, row.personId, now);
  },
  replacesReminder: 'whenWritten',
};

/** @param before what was pending when the import began */
export function notifyReceived(db: Db, plan: Plan, before: PendingOfPeople, now: Moment): void {
  const when = soonestAllowed(now, daysOff(db));
  const today = localDate(when);
  const keyboard = [
    [{ text: buttons.report, data: writeButton({ to: 'report' }) }],
    [{ text: buttons.list, data: writeButton({ to: 'myActivities', page: 0 }) }],
  ];
  for (const [personId, after] of pendingInPlan(db, plan.id, now)) {
    const person = personById(db, personId);
    if (!person || !isEnrolled(person)) continue;
    const former = before.get(personId);
    const isNew = (task: Task) => after.has(taskKey(task)) && former?.has(taskKey(task)) !== true;
    const pending = pendingTasksOf(db, personId, when);
    const own = pending.filter(isNew);
    if (own.length === 0) continue;
    const html = receivedByImport({
      name: person.name,
      plan,
      numbers: [...new Set(own.map((task) => task.activity.number))],
      cuts: remindedCuts(pending, when),
      today,
    });
    const key = noticeKey('received', plan.id, personId, now);
    const about = { planId: plan.id };
    const notice = notify(db, received, person, { key, about, message: { html, keyboard }, now });
    countAsReminder(db, personId, today, now, notice ?? null);
  }
}
