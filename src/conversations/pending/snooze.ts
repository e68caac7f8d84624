import { record } from '../../db/audit.ts';
import { daysOff } from '../../db/plans.ts';
import { reminderRequestOf, requestReminder } from '../../db/reminder-requests.ts';
import { pendingTasksOf } from '../../db/tasks.ts';
import { DOUBLE_TAP_MS } from '../../domain/constants.ts';
import { snoozeDate } from '../../domain/snooze.ts';
import { alreadyDone } from '../../texts/pending/pending.ts';
import * as texts from '../../texts/reporting/reporting.ts';
import { nothingNow } from '../reporting/not-now/not-now.ts';
import { say, type Turn } from '../turn.ts';

/**
 * *Recordarme mañana*: 08:00 of the next working day on which the cut still takes reports. A second tap of the
 * same finger adds no word. @returns what the phone shows for a moment, if anything.
 */
export function snooze(turn: Turn): string | undefined {
  const { db, now, person } = turn;
  const pending = pendingTasksOf(db, person.id, now);
  const date = pending.length === 0 ? null : snoozeDate(pending, now, daysOff(db));
  if (date === null) {
    say(turn, { html: pending.length === 0 ? nothingNow(turn) : texts.cannotSnooze() });
    return undefined;
  }
  const asked = { personId: person.id, date, reason: 'snooze' as const };
  const before = reminderRequestOf(db, asked);
  if (before && Math.abs(now - before.at) < DOUBLE_TAP_MS) return alreadyDone;
  requestReminder(db, { ...asked, at: now });
  if (!before) {
    const by = { personId: person.id };
    record(db, { at: now, act: 'reminderAsked', by, personId: person.id, after: { date } });
  }
  say(turn, { html: texts.snoozed(date) });
  return undefined;
}
