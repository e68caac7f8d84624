import type { Evidence } from '../../../db/evidence.ts';
import type { Db } from '../../../db/open.ts';
import { answer } from '../../../db/outbox.ts';
import { isEnrolled, personById } from '../../../db/people.ts';
import { activityById } from '../../../db/plans.ts';
import type { Moment } from '../../../domain/dates.ts';
import type { Html } from '../../../domain/events.ts';
import * as texts from '../../../texts/reporting/evidence.ts';

/** Tells the sender that a file announced as received could not be kept, and what the bot takes. */
export function evidenceNotKept(
  db: Db,
  evidence: Evidence,
  why: 'tooBig' | 'gone' | 'notAccepted' | 'doesSomething',
  now: Moment,
): void {
  const person = personById(db, evidence.personId);
  if (!person || !isEnrolled(person)) return;
  const number = activityById(db, evidence.activityId)?.number ?? '';
  const html = words(why, number);
  answer(db, { chatId: person.telegramUserId, personId: person.id }, { html }, now);
}

function words(why: Parameters<typeof evidenceNotKept>[2], number: string): Html {
  switch (why) {
    case 'tooBig':
      return texts.tooBig();
    case 'gone':
      return texts.couldNotFetch(number);
    case 'notAccepted':
      return texts.notAccepted(number);
    case 'doesSomething':
      return texts.doesSomething(number);
  }
}
