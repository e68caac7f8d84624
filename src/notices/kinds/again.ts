import type { Db } from '../../db/open.ts';
import type { Outage } from '../../db/outage-days.ts';
import { announce } from '../../db/outbox.ts';
import type { OutboxRow } from '../../db/outbox-rows.ts';
import { type EnrolledPerson, enrolledPeople, type Person } from '../../db/people.ts';
import { openQuestion } from '../../db/questions.ts';
import { askedBefore, wasAnsweredSince } from '../../db/schedule-facts.ts';
import { OUTAGES } from '../../domain/constants.ts';
import type { Moment } from '../../domain/dates.ts';

const minute = 60_000;

/**
 * Whoever was heard in the 30 minutes before an outage, still has an open question from before it and has been told
 * nothing since: what they tapped or wrote may be lost (specification: Outage). To be asked once the backlog
 * is handled. The sign of life is up to a minute older than the outage, so its first minute still counts as before.
 */
export function peopleToAskAgain(db: Db, outage: Outage): readonly EnrolledPerson[] {
  const back = outage.from + (OUTAGES.askAgainAfterMinutes * minute) / 2;
  const asked = askedBefore(db, back);
  return enrolledPeople(db).filter(
    (person) =>
      asked.has(person.id) &&
      person.lastHeardAt !== null &&
      person.lastHeardAt >= outage.from - OUTAGES.activeBeforeMinutes * minute &&
      !wasAnsweredSince(db, person.id, back),
  );
}

/** A row a person and outage: it is released within the hours, and its text is made then. */
export function announceAskingAgain(db: Db, person: EnrolledPerson, outage: Outage, now: Moment): void {
  const to = { chatId: person.telegramUserId, personId: person.id };
  announce(db, to, { kind: 'notice', key: `again:${person.id}:${outage.from}`, message: null, now });
}

export function isAskingAgain(row: OutboxRow): boolean {
  return row.kind === 'notice' && row.key !== null && row.key.startsWith('again:');
}

/** Nothing was said since the row was written, and a question is still open. */
export function isStillToAsk(db: Db, row: OutboxRow, person: Person): boolean {
  const question = openQuestion(db, person.id);
  return question !== undefined && question.askedAt <= row.createdAt && !heardSince(person, row.createdAt);
}

function heardSince(person: Person, moment: Moment): boolean {
  return person.lastHeardAt !== null && person.lastHeardAt > moment;
}
