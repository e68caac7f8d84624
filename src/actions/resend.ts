import { actorOf, record } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import { settle } from '../db/outbox.ts';
import { type OutboxRow, rowById } from '../db/outbox-rows.ts';
import { isEnrolled, markReachable, personById } from '../db/people.ts';
import { daysOff } from '../db/plans.ts';
import { announceAgain } from '../db/waiting.ts';
import { soonestAllowed } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import { kindOf } from '../notices/registry.ts';
import { undeliveredMessages } from '../notices/undelivered.ts';
import { remindMissing } from './remind.ts';

export type Resent =
  | { readonly done: 'queued'; readonly when: Moment }
  /** `neverOpened`: Telegram takes nothing for a person who has not opened the chat, or is gone. */
  | {
      readonly done: 'nothing';
      readonly why: 'notFailed' | 'left' | 'neverOpened' | 'notNeeded' | 'alreadyToday';
    };

/**
 * Sends again what could not be delivered for good: a reminder as a new one, with what is pending now; a
 * notice or a summary unchanged. Within the hours. A second call adds nothing.
 * @param by the person who asks; null: the operator
 */
export function resendMessage(db: Db, rowId: number, now: Moment, by: number | null): Resent {
  const row = undeliveredMessages(db).find((each) => each.id === rowId);
  if (!row) return { done: 'nothing', why: 'notFailed' };
  const person = row.personId === null ? undefined : personById(db, row.personId);
  if (!person || !isEnrolled(person)) {
    settle(db, row.id, 'cancelled', 'left', now);
    return { done: 'nothing', why: 'left' };
  }
  if (/not found|initiate|deactivated|deleted/i.test(person.unreachableReason ?? ''))
    return { done: 'nothing', why: 'neverOpened' };
  markReachable(db, person.id);
  const when = soonestAllowed(now, daysOff(db));
  const anew = kindOf(row)?.resent === 'anew';
  const result = anew ? remindAgain(db, row, person.id, now, by) : again(db, row, when);
  if (result.done === 'queued')
    record(db, {
      at: now,
      act: 'noticeResent',
      by: actorOf(by),
      personId: person.id,
      after: { row: row.id, kind: row.kind },
    });
  return result;
}

function remindAgain(db: Db, row: OutboxRow, personId: number, now: Moment, by: number | null): Resent {
  const { queued, alreadyToday, when } = remindMissing(db, now, { cutId: null, personId }, by);
  if (queued.length > 0) return { done: 'queued', when };
  if (alreadyToday.length > 0) return { done: 'nothing', why: 'alreadyToday' };
  if (rowById(db, row.id)?.state === 'refused') settle(db, row.id, 'notNeeded', 'done', now);
  return { done: 'nothing', why: 'notNeeded' };
}

function again(db: Db, row: OutboxRow, when: Moment): Resent {
  announceAgain(db, row.id, { notBefore: when, expiresAt: null });
  return { done: 'queued', when };
}
