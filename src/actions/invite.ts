import { actorOf } from '../db/audit.ts';
import { addInvitation, isValid, lastInvitationOf, withdrawInvitations } from '../db/invitations.ts';
import type { Db } from '../db/open.ts';
import type { Office } from '../db/schema/index.ts';
import { PEOPLE } from '../domain/constants.ts';
import type { Moment } from '../domain/dates.ts';

const DAY = 24 * 3_600_000;

/**
 * An office that begins when the inviter confirms the name that came in, and the person who gives it up then.
 */
export type InvitedOffice = { readonly office: Office; readonly replaces: number | null };

/**
 * Makes a person's only valid invitation and withdraws the former ones. `invitedBy` is null for the operator.
 * @returns the link to open, whose token is not stored, and the moment at which it expires.
 */
export function invite(
  db: Db,
  of: {
    readonly personId: number;
    readonly invitedBy: number | null;
    readonly to?: InvitedOffice | null;
    /** Milliseconds; default 7 days. */
    readonly lasts?: number;
  },
  botUsername: string,
  now: Moment,
): { readonly link: string; readonly expiresAt: Moment; readonly invitationId: number } {
  withdrawInvitations(db, of.personId, now, actorOf(of.invitedBy));
  const expiresAt = now + (of.lasts ?? PEOPLE.invitationDays * DAY);
  const { token, invitation } = addInvitation(db, {
    personId: of.personId,
    createdBy: of.invitedBy,
    createdAt: now,
    expiresAt,
    ...of.to,
  });
  return { link: `https://t.me/${botUsername}?start=${token}`, expiresAt, invitationId: invitation.id };
}

/** The office of a person's last invitation, while nobody has used it: a new link is for the same office. */
export function stillInvitedTo(db: Db, personId: number): InvitedOffice | null {
  const last = lastInvitationOf(db, personId);
  if (!last || last.usedAt !== null || last.office === null) return null;
  return { office: last.office, replaces: last.replaces };
}

/**
 * *Retirar el enlace*.
 * @returns false when there was none to withdraw
 */
export function withdrawLink(db: Db, personId: number, now: Moment, by: number | null): boolean {
  const last = lastInvitationOf(db, personId);
  if (!last || !isValid(last, now)) return false;
  withdrawInvitations(db, personId, now, actorOf(by));
  return true;
}
