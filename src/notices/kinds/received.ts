import type { Db } from '../../db/open.ts';
import { announce } from '../../db/outbox.ts';
import { isEnrolled, personById } from '../../db/people.ts';
import { daysOff, type Plan, plannedCuts, positionsSince } from '../../db/plans.ts';
import { heldPositions } from '../../db/schedule-facts.ts';
import { pendingTasksOf, type Task } from '../../db/tasks.ts';
import { writeButton } from '../../domain/buttons.ts';
import { soonestAllowed } from '../../domain/calendar.ts';
import { localDate, type Moment } from '../../domain/dates.ts';
import { pendingActivities } from '../../summary/missing.ts';
import { receivedByImport } from '../../texts/notices/reminders.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import { countAsReminder } from '../count-as-reminder.ts';
import { remindedCuts } from '../reminded-cuts.ts';

/** What each person has pending in a plan, as `activity:cut`. */
export type PendingInPlan = ReadonlyMap<number, ReadonlySet<string>>;

/** @param planId undefined: the plan is not stored yet */
export function pendingInPlan(db: Db, planId: number | undefined, now: Moment): PendingInPlan {
  const found = new Map<number, Set<string>>();
  const holders = Map.groupBy(heldPositions(db, now), (held) => held.positionId);
  for (const planned of plannedCuts(db)) {
    if (planned.plan.id !== planId) continue;
    const pending = pendingActivities(db, planned, now).map(({ activity }) => activity.id);
    const positions = positionsSince(db, pending);
    for (const activityId of pending) {
      const held = (positions.get(activityId) ?? []).flatMap(
        ({ positionId }) => holders.get(positionId) ?? [],
      );
      for (const { personId } of held) {
        const own = found.get(personId) ?? new Set();
        found.set(personId, own.add(keyOf(activityId, planned.cut.id)));
      }
    }
  }
  return found;
}

/**
 * Who receives an activity by an import while a cut takes reports for it is shown at once what is pending
 * (specification: Import), and that counts as that day's reminder.
 * @param before what was pending when the import began
 */
export function tellReceivers(db: Db, plan: Plan, before: PendingInPlan, now: Moment): void {
  const when = soonestAllowed(now, daysOff(db));
  for (const [personId, after] of pendingInPlan(db, plan.id, now)) {
    const person = personById(db, personId);
    if (!person || !isEnrolled(person)) continue;
    const former = before.get(personId);
    const isNew = (task: Task): boolean => {
      const key = keyOf(task.activity.id, task.cut.id);
      return after.has(key) && former?.has(key) !== true;
    };
    const pending = pendingTasksOf(db, personId, when);
    const received = pending.filter(isNew);
    if (received.length === 0) continue;
    const today = localDate(when);
    const html = receivedByImport({
      name: person.name,
      plan,
      numbers: [...new Set(received.map((task) => task.activity.number))],
      cuts: remindedCuts(pending, when),
      today,
    });
    const keyboard = [
      [{ text: buttons.report, data: writeButton({ to: 'report' }) }],
      [{ text: buttons.list, data: writeButton({ to: 'myActivities', page: 0 }) }],
    ];
    const to = { chatId: person.telegramUserId, personId };
    const notice = announce(db, to, {
      kind: 'notice',
      key: `received:${plan.id}:${personId}:${now}`,
      message: { html, keyboard },
      now,
    });
    countAsReminder(db, personId, today, now, notice ?? null);
  }
}

function keyOf(activityId: number, cutId: number): string {
  return `${activityId}:${cutId}`;
}
