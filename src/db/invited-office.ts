import type { Moment } from '../domain/dates.ts';
import { spansOf } from './assignments.ts';
import type { Invitation } from './invitations.ts';
import type { Db } from './open.ts';
import type { Person } from './people.ts';
import type { Office } from './schema/index.ts';

/** Whether the account that is enrolled now used the invitation, and nobody has confirmed or undone it. */
export function awaitsConfirmation(found: Invitation, person: Person): boolean {
  return found.usedAt !== null && found.usedAt === person.enrolledAt && found.officeConfirmedAt === null;
}

/**
 * The office of an invitation that still waits for confirmation; null when it was given otherwise after the
 * invitation was used.
 */
export function awaitedOffice(db: Db, found: Invitation, now: Moment): Office | null {
  const { office, personId } = found;
  if (office === null) return null;
  const given = spansOf(db, { office }, found.usedAt ?? now);
  return given.some((span) => span.personId === personId) ? null : office;
}
