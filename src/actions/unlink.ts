import { unlinkAccount } from '../db/accounts.ts';
import { record } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import { type EnrolledPerson, officeHolders } from '../db/people.ts';
import { roleOf } from '../db/post-name.ts';
import type { Moment } from '../domain/dates.ts';
import { notifyFormerAccount } from '../notices/kinds/former-account.ts';
import { notifyLeft } from '../notices/kinds/left.ts';
import { unlinkedToAccount } from '../texts/enrolment/enrolment.ts';

/**
 * Ends an account for the operator, as `/salir` would: it is lost, or a restored copy brought it back. The account is
 * told.
 */
export function unlinkByOperator(db: Db, person: EnrolledPerson, now: Moment): void {
  const role = roleOf(db, person.id, now);
  const coordinators = officeHolders(db, 'coordinator', now);
  const wasOnlyCoordinator = coordinators.length > 0 && coordinators.every(({ id }) => id === person.id);
  record(db, { at: now, act: 'left', by: 'operator', personId: person.id });
  unlinkAccount(db, person.id, now);
  notifyFormerAccount(db, person.telegramUserId, unlinkedToAccount(), now);
  notifyLeft(db, person, { role, wasOnlyCoordinator }, now);
}
