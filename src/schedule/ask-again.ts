import type { Db } from '../db/open.ts';
import type { Outage } from '../db/outage-days.ts';
import { type EnrolledPerson, enrolledPeople } from '../db/people.ts';
import { askedBefore, wasAnsweredSince } from '../db/unanswered.ts';
import { OUTAGES } from '../domain/constants.ts';

const minute = 60_000;

/**
 * The people whose answer an outage may have lost: heard in the 30 minutes before it, with a question open
 * from before it, and without a message since (specification: Outage). Call it once the backlog is handled.
 * The sign of life is up to a minute older than the outage, so the first minute of the outage still counts as
 * before it.
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
