import { rowByKey } from '../../db/announce.ts';
import { record } from '../../db/audit.ts';
import type { Db } from '../../db/open.ts';
import { outageNotifiedOn } from '../../db/outage-days.ts';
import type { OutboxRow } from '../../db/outbox-rows.ts';
import { type EnrolledPerson, isEnrolled, personById } from '../../db/people.ts';
import { pendingTasksOf } from '../../db/tasks.ts';
import { announceAgain } from '../../db/waiting.ts';
import { writeButton } from '../../domain/buttons.ts';
import { HOURS } from '../../domain/constants.ts';
import { type LocalDate, localDate, type Moment, momentAt } from '../../domain/dates.ts';
import type { Keyboard, Message } from '../../domain/events.ts';
import * as texts from '../../texts/notices/reminders.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import type { NoticeKind, NotNeeded } from '../kind.ts';
import { whyNothingPending } from '../nothing-pending.ts';
import { noticeKey, notify } from '../notify.ts';
import { remindedCuts } from '../reminded-cuts.ts';

/** A responsible's pending activities, in every plan and cut: on the days of the calendar, or on request. */
export const reminder: NoticeKind<never> = {
  name: 'reminder',
  about: [],
  to: 'responsible',
  sentAs: 'reminder',
  isLost: (db, row, now) => pendingTasksOf(db, row.personId, Math.max(row.notBefore, now)).length === 0,
  // A reminder written this very moment was decided by what is pending.
  noLongerTrue: (db, row, now) =>
    row.createdAt === now || pendingTasksOf(db, row.personId, now).length > 0
      ? null
      : whyNothingPending(db, row.personId, now),
  textAtSending: renderReminder,
  onSent: (db, row, now) =>
    void record(db, {
      at: now,
      act: 'reminderSent',
      by: 'bot',
      personId: row.personId,
      after: { row: row.id },
    }),
  resent: 'anew',
};

/**
 * One reminder per person and day, requested or automatic. It expires with the hours of its day.
 * @returns its row
 */
export function notifyReminder(
  db: Db,
  person: EnrolledPerson,
  day: LocalDate,
  now: Moment,
  notBefore = now,
): number | undefined {
  const expiresAt = momentAt(day, HOURS.until);
  const key = reminderKey(person.id, day);
  return notify(db, reminder, person, { key, about: {}, day, message: null, now, notBefore, expiresAt });
}

/** Sends a row again that ended without reaching its person; its text is made anew. */
export function remindAgain(
  db: Db,
  row: OutboxRow,
  person: EnrolledPerson,
  day: LocalDate,
  notBefore: Moment,
): void {
  const expiresAt = momentAt(day, HOURS.until);
  announceAgain(db, row.id, { chatId: person.telegramUserId, payload: null, notBefore, expiresAt });
}

/** A person's reminder of a day, in any state. */
export function reminderOf(db: Db, personId: number, day: LocalDate): OutboxRow | undefined {
  return rowByKey(db, reminderKey(personId, day));
}

/** Writes the row of a reminder that a notice replaces; the row has no end of its own. */
export function notifyReplacedReminder(
  db: Db,
  person: EnrolledPerson,
  day: LocalDate,
  now: Moment,
): number | undefined {
  return notify(db, reminder, person, {
    key: reminderKey(person.id, day),
    about: {},
    day,
    message: null,
    now,
  });
}

function reminderKey(personId: number, day: LocalDate): string {
  return noticeKey('reminder', personId, day);
}

/**
 * The text of a reminder at the moment of sending: everything that the person has pending in every plan and
 * cut; or why it is not needed any more. Runs on the open transaction.
 */
export function renderReminder(db: Db, row: OutboxRow, now: Moment): Message | NotNeeded {
  const person = row.personId === null ? undefined : personById(db, row.personId);
  if (!person || !isEnrolled(person)) return { notNeeded: 'left' };
  const pending = pendingTasksOf(db, person.id, now);
  if (pending.length === 0) return { notNeeded: whyNothingPending(db, person.id, now) };
  const html = texts.reminder({
    name: person.name,
    now,
    cuts: remindedCuts(pending, now),
    outage: outageNotifiedOn(db, row.day ?? localDate(now)),
  });
  return { html, keyboard: reminderKeyboard() };
}

export function reminderKeyboard(): Keyboard {
  return [
    [{ text: buttons.report, data: writeButton({ to: 'report' }) }],
    [{ text: buttons.list, data: writeButton({ to: 'myActivities', page: 0 }) }],
    [{ text: buttons.snooze, data: writeButton({ to: 'snooze' }) }],
  ];
}
