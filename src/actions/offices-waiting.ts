import { type Invitation, invitationById, officesToConfirm } from '../db/invitations.ts';
import { awaitedOffice, awaitsConfirmation } from '../db/invited-office.ts';
import { type OfficeChange, waitingOfficeChanges } from '../db/office-changes.ts';
import type { Db } from '../db/open.ts';
import { type EnrolledPerson, isEnrolled, personById } from '../db/people.ts';
import type { Office } from '../db/schema/index.ts';
import type { Moment } from '../domain/dates.ts';
import { inviters } from '../notices/inviters.ts';
import { guardiansOfChange, isStillAsked } from './office-change.ts';

/** An office that does not begin yet for the person who came in by an invitation, and what is missing. */
export type OfficeWaiting = {
  readonly found: Invitation;
  readonly person: EnrolledPerson;
  readonly office: Office;
  /** The name is confirmed, and another holder of an office is asked for a yes; null: the name is to be confirmed. */
  readonly change: OfficeChange | null;
  /** The people who must confirm the name, or say yes. */
  readonly who: readonly EnrolledPerson[];
};

/** Every office that waits, the oldest invitation first. */
export function officesWaiting(db: Db, now: Moment): readonly OfficeWaiting[] {
  return officesToConfirm(db).flatMap((found) => officeWaiting(db, found.id, now) ?? []);
}

/** The office of one invitation that waits; null: it does not. */
export function officeWaiting(db: Db, invitationId: number, now: Moment): OfficeWaiting | null {
  const found = invitationById(db, invitationId);
  const person = found && personById(db, found.personId);
  if (!found || !person || !isEnrolled(person) || !awaitsConfirmation(found, person)) return null;
  const office = awaitedOffice(db, found, now);
  if (office === null) return null;
  const change =
    waitingOfficeChanges(db).find(
      (each) => each.kind === 'holder' && each.invitationId === found.id && isStillAsked(db, each, now),
    ) ?? null;
  const guardians = change && guardiansOfChange(db, change, now);
  const who = guardians ? [...guardians.own, ...guardians.others] : inviters(db, found, now);
  return { found, person, office, change, who: who.filter((each) => each.id !== person.id) };
}

/** The office that a person waits for, if any. */
export function officeAwaitedBy(db: Db, personId: number, now: Moment): OfficeWaiting | null {
  return officesWaiting(db, now).find(({ person }) => person.id === personId) ?? null;
}
