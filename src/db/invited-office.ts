import type { Moment } from '../domain/dates.ts';
import { spansOf } from './assignments.ts';
import type { Invitation } from './invitations.ts';
import type { Db } from './open.ts';
import type { Person } from './people.ts';
import type { Office } from './schema/index.ts';

/** Used by the account that is enrolled now, and neither confirmed nor undone. */
export function awaitsConfirmation(found: Invitation, person: Person): boolean {
  return found.usedAt !== null && found.usedAt === person.enrolledAt && found.officeConfirmedAt === null;
}

/** The office of an invitation that is still to be confirmed: not one that was given otherwise since it was used. */
export function awaitedOffice(db: Db, found: Invitation, now: Moment): Office | null {
  const { office, personId } = found;
  if (office === null) return null;
  const given = spansOf(db, { office }, found.usedAt ?? now);
  return given.some((span) => span.personId === personId) ? null : office;
}
