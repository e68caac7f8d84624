import type { Evidence } from '../../../db/evidence.ts';
import type { Db } from '../../../db/open.ts';
import { answer } from '../../../db/outbox.ts';
import { isEnrolled, personById } from '../../../db/people.ts';
import { activityById } from '../../../db/plans.ts';
import type { Moment } from '../../../domain/dates.ts';
import type { Html } from '../../../domain/events.ts';
import type { BeyondLimit } from '../../../domain/evidence-limit.ts';
import * as texts from '../../../texts/reporting/evidence.ts';
import { confirmLess } from './confirm.ts';

type Why = 'tooBig' | 'gone' | 'notAccepted' | 'doesSomething' | 'noRoom' | BeyondLimit;

/**
 * A file that was announced as received could not be kept: its sender is told which and what is taken, and the message
 * that confirmed it says what is left.
 * @param limit what a person may leave of a cut (bytes)
 */
export function evidenceNotKept(db: Db, evidence: Evidence, why: Why, now: Moment, limit: number): void {
  const person = personById(db, evidence.personId);
  if (!person || !isEnrolled(person)) return;
  confirmLess(db, evidence, now);
  const number = activityById(db, evidence.activityId)?.number ?? '';
  const html = whyNotKept(number, why, limit);
  answer(db, { chatId: person.telegramUserId, personId: person.id }, { html }, now);
}

function whyNotKept(number: string, why: Why, limit: number): Html {
  switch (why) {
    case 'tooBig':
      return texts.tooBig();
    case 'gone':
      return texts.couldNotFetch(number);
    case 'notAccepted':
      return texts.notAccepted(number);
    case 'doesSomething':
      return texts.doesSomething(number);
    case 'noRoom':
      return texts.noRoom(number);
    case 'tooMany':
    case 'tooMuch':
      return texts.beyondLimit(number, why, limit);
  }
}
