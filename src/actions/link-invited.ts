import { linkAccount } from '../db/accounts.ts';
import { type Invitation, spendInvitation, withdrawInvitations } from '../db/invitations.ts';
import type { Db } from '../db/open.ts';
import { isEnrolled, type Person } from '../db/people.ts';
import { roleOf } from '../db/post-name.ts';
import type { Moment } from '../domain/dates.ts';
import type { Account } from '../domain/events.ts';
import { notifyAccepted } from '../notices/kinds/accepted.ts';
import { notifyFormerAccount } from '../notices/kinds/former-account.ts';
import { notifyJoined } from '../notices/kinds/joined.ts';
import { movedToOtherAccount } from '../texts/enrolment/enrolment.ts';

/** Links an account to the invited person and spends the invitation. The former account ends and is told. */
export function linkInvited(
  db: Db,
  found: Invitation,
  invited: Person,
  of: { readonly account: Account; readonly consentVersion: string },
  now: Moment,
): void {
  const former = isEnrolled(invited) ? invited.telegramUserId : null;
  linkAccount(db, invited.id, of.account, of.consentVersion, now);
  spendInvitation(db, found.id, now);
  withdrawInvitations(db, invited.id, now, { personId: invited.id });
  if (former !== null) notifyFormerAccount(db, former, movedToOtherAccount(), now);
}

/** Notifies the inviter and, when the person holds an office, everybody else who holds one. */
export function tellOfLinked(
  db: Db,
  found: Invitation,
  invited: Person,
  telegramName: string,
  now: Moment,
): void {
  const { offices } = roleOf(db, invited.id, now);
  const knows = notifyAccepted(db, found, { person: invited, telegramName, at: now }, now);
  if (offices.length > 0) notifyJoined(db, found, invited, { offices, knows }, now);
}
