import { rowByKey } from '../../db/announce.ts';
import { type Invitation, invitationById } from '../../db/invitations.ts';
import { awaitedOffice, awaitsConfirmation } from '../../db/invited-office.ts';
import type { Db } from '../../db/open.ts';
import { settle } from '../../db/outbox.ts';
import type { OutboxRow } from '../../db/outbox-rows.ts';
import { personById } from '../../db/people.ts';
import { localDate, type Moment } from '../../domain/dates.ts';
import type { Message } from '../../domain/events.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify, type Recipient, waitingOf } from '../notify.ts';
import { acceptedKey } from './accepted.ts';

/** The name of somebody who came into an office is still to be confirmed. The variant is the invitation's number. */
export const confirmAgain: NoticeKind<never> = {
  name: 'confirmAgain',
  about: [],
  to: 'office',
  noLongerTrue: (db, { variant }, now) => (isAwaited(db, Number(variant), now) ? null : 'done'),
};

/** Once a day; the one of an earlier day that has not gone yet ends. */
export function notifyConfirmAgain(
  db: Db,
  found: Invitation,
  to: Recipient,
  message: Message,
  now: Moment,
): void {
  const key = noticeKey('confirmAgain', found.id, found.usedAt ?? 0, to.id, localDate(now));
  if (rowByKey(db, key)) return;
  const variant = String(found.id);
  for (const row of waitingOf(db, [confirmAgain], { personId: to.id }))
    if (row.variant === variant) settle(db, row.id, 'cancelled', 'superseded', now);
  notify(db, confirmAgain, to, { key, about: {}, variant, message, now });
}

/** The first question about a name to a person. */
export function firstConfirmation(db: Db, found: Invitation, personId: number): OutboxRow | undefined {
  return rowByKey(db, acceptedKey(found.id, found.usedAt ?? 0, personId));
}

function isAwaited(db: Db, invitationId: number, now: Moment): boolean {
  const found = invitationById(db, invitationId);
  const person = found && personById(db, found.personId);
  return !!found && !!person && awaitsConfirmation(found, person) && awaitedOffice(db, found, now) !== null;
}
