import type { Db } from '../db/open.ts';
import { answer, answerTap } from '../db/outbox.ts';
import { personOfAccount } from '../db/people.ts';
import type { Moment } from '../domain/dates.ts';
import type { Event } from '../domain/events.ts';
import { ourFailure } from '../texts/help.ts';

/** Tells a person that we failed on what they just did; a stranger or a group hears nothing. */
export function apologise(db: Db, event: Event, now: Moment): void {
  const person = personOfAccount(db, event.from.userId);
  if (event.kind === 'tap')
    answerTap(db, { chatId: event.chatId, personId: person?.id ?? null }, event.queryId, undefined, now);
  if (!person || event.kind === 'group' || event.kind === 'membership') return;
  answer(db, { chatId: event.chatId, personId: person.id }, { html: ourFailure() }, now);
}
