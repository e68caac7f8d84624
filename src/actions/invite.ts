import { actorOf } from '../db/audit.ts';
import { addInvitation, withdrawInvitations } from '../db/invitations.ts';
import type { Db } from '../db/open.ts';
import { PEOPLE } from '../domain/constants.ts';
import type { Moment } from '../domain/dates.ts';

const DAY = 24 * 3_600_000;

/**
 * Makes the one valid invitation of a person; former ones are withdrawn. `invitedBy` is null for the operator.
 * @returns the link to open, whose token is not stored, and the moment at which it expires.
 */
export function invite(
  db: Db,
  of: { readonly personId: number; readonly invitedBy: number | null },
  botUsername: string,
  now: Moment,
): { readonly link: string; readonly expiresAt: Moment } {
  withdrawInvitations(db, of.personId, now, actorOf(of.invitedBy));
  const expiresAt = now + PEOPLE.invitationDays * DAY;
  const { token } = addInvitation(db, {
    personId: of.personId,
    createdBy: of.invitedBy,
    createdAt: now,
    expiresAt,
  });
  return { link: `https://t.me/${botUsername}?start=${token}`, expiresAt };
}
