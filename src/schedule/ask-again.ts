import type { Db } from '../db/open.ts';
import type { Outage } from '../db/outage-days.ts';
import { type EnrolledPerson, enrolledPeople } from '../db/people.ts';
import { askedBefore, wasAnsweredSince } from '../db/unanswered.ts';
import { OUTAGES } from '../domain/constants.ts';

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
