import type { Db } from '../../db/open.ts';
import { outageToldOn } from '../../db/outage-days.ts';
import type { OutboxRow } from '../../db/outbox-rows.ts';
import { isEnrolled, personById } from '../../db/people.ts';
import { pendingTasksOf, tasksOf } from '../../db/tasks.ts';
import { writeButton } from '../../domain/buttons.ts';
import { localDate, type Moment } from '../../domain/dates.ts';
import type { Keyboard, Message } from '../../domain/events.ts';
import { reminderDate } from '../../schedule/reminder-date.ts';
import { reminder } from '../../texts/notices/reminders.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import { remindedCuts } from '../reminded-cuts.ts';

/** Why a reminder is not needed any more: all reported, or nothing of it takes reports now. */
export type NotNeeded = { readonly notNeeded: 'done' | 'closed' | 'left' };

/**
 * The text of a reminder's row as it is true at the moment of sending: everything the person has pending in every
 * plan and cut; or why it is not needed any more. On the open transaction.
 */
export function renderReminder(db: Db, row: OutboxRow, now: Moment): Message | NotNeeded {
  const person = row.personId === null ? undefined : personById(db, row.personId);
  if (!person || !isEnrolled(person)) return { notNeeded: 'left' };
  const pending = pendingTasksOf(db, person.id, now);
  if (pending.length === 0) return { notNeeded: whyNothing(db, person.id, now) };
  const date = reminderDate(row.key) ?? localDate(now);
  const html = reminder({
    name: person.name,
    now,
    cuts: remindedCuts(pending, now),
    outage: outageToldOn(db, date),
  });
  return { html, keyboard: reminderKeyboard() };
}

/** Why a person has nothing pending. */
export function whyNothing(db: Db, personId: number, now: Moment): NotNeeded['notNeeded'] {
  return tasksOf(db, personId, now).length > 0 ? 'done' : 'closed';
}

export function reminderKeyboard(): Keyboard {
  return [
    [{ text: buttons.report, data: writeButton({ to: 'report' }) }],
    [{ text: buttons.list, data: writeButton({ to: 'myActivities', page: 0 }) }],
    [{ text: buttons.snooze, data: writeButton({ to: 'snooze' }) }],
  ];
}
