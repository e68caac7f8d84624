import { rowByKey } from '../../db/announce.ts';
import type { Invitation } from '../../db/invitations.ts';
import { awaitedOffice } from '../../db/invited-office.ts';
import type { Db } from '../../db/open.ts';
import type { Person } from '../../db/people.ts';
import { roleOf } from '../../db/post-name.ts';
import { announceAgain } from '../../db/waiting.ts';
import { writeButton } from '../../domain/buttons.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Message } from '../../domain/events.ts';
import { writeScreen } from '../../domain/screens.ts';
import { enrolButtons, inviteeEnrolled } from '../../texts/enrolment/enrolment.ts';
import { inviters } from '../inviters.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/**
 * An invited person enrolled: who it is, whether it is the person invited, and for an office, whether it
 * begins.
 */
export const accepted: NoticeKind<never> = { name: 'accepted', about: [], to: 'office', news: true };

/** Who came in, with what can be said about it: *Sí, es esa persona* while an office waits for it, and the contrary. */
export function acceptedMessage(
  db: Db,
  found: Invitation,
  came: { readonly person: Person; readonly telegramName: string; readonly at: Moment },
  now: Moment,
): Message {
  const { person, at } = came;
  const office = awaitedOffice(db, found, now);
  const confirm = writeScreen('officeok', { invitationId: found.id });
  const undo = writeButton({ to: 'notThatPerson', personId: person.id, enrolledAt: at });
  return {
    html: inviteeEnrolled(person.name, came.telegramName, roleOf(db, person.id, now), office),
    keyboard: [
      ...(office === null ? [] : [[{ text: enrolButtons.thatPerson, data: confirm }]]),
      [{ text: enrolButtons.notThatPerson, data: undo }],
    ],
  };
}

export function acceptedKey(invitationId: number, at: Moment, personId: number): string {
  return noticeKey('accepted', invitationId, at, personId);
}

/**
 * Notifies the inviters.
 * @returns who they are
 */
export function notifyAccepted(
  db: Db,
  found: Invitation,
  came: { readonly person: Person; readonly telegramName: string; readonly at: Moment },
  now: Moment,
): readonly Person[] {
  const { person, at } = came;
  const message = acceptedMessage(db, found, came, now);
  const notified = inviters(db, found, now).filter((each) => each.id !== person.id);
  for (const each of notified) {
    const key = acceptedKey(found.id, at, each.id);
    const before = rowByKey(db, key);
    // It was cancelled when they stopped coordinating (`end-lost.ts`); they coordinate again.
    if (before?.state === 'cancelled') announceAgain(db, before.id, { notBefore: now, expiresAt: null });
    else notify(db, accepted, each, { key, about: {}, message, now });
  }
  return notified;
}
