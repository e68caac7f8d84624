import { daysOff } from '../db/plans.ts';
import { requestReminder } from '../db/reminder-requests.ts';
import { pendingTasksOf } from '../db/tasks.ts';
import { snoozeDate } from '../domain/snooze.ts';
import * as texts from '../texts/reporting.ts';
import { sayAfterTap, type Turn } from './turn.ts';

/** *Recordarme mañana*: 08:00 of the next working day on which the cut still takes reports. */
export function snooze(turn: Turn): void {
  const { db, now, person } = turn;
  const pending = pendingTasksOf(db, person.id, now);
  if (pending.length === 0) {
    sayAfterTap(turn, { html: texts.nothingPending(person.name) });
    return;
  }
  const date = snoozeDate(pending, now, daysOff(db));
  if (date === null) {
    sayAfterTap(turn, { html: texts.cannotSnooze() });
    return;
  }
  requestReminder(db, { personId: person.id, date, reason: 'snooze', at: now });
  sayAfterTap(turn, { html: texts.snoozed(date) });
}
