import type { Invitation } from '../db/invitations.ts';
import type { Db } from '../db/open.ts';
import { officeHolders } from '../db/people.ts';
import type { Moment } from '../domain/dates.ts';

/**
 * The people notified about an invitation: the person who made it, or every coordinator when that person no
 * longer coordinates.
 */
export function inviters(db: Db, found: Invitation, now: Moment) {
  const all = officeHolders(db, 'coordinator', now);
  const inviter = all.filter((each) => each.id === found.createdBy);
  return inviter.length > 0 ? inviter : all;
}
