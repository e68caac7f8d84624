import { isWaiting } from '../../actions/confirm-office.ts';
import { spansOf } from '../../db/assignments.ts';
import { roleOf } from '../../db/held-name.ts';
import { type Invitation, officesToConfirm } from '../../db/invitations.ts';
import type { Db } from '../../db/open.ts';
import { announce, announceAgain } from '../../db/outbox.ts';
import { rowByKey } from '../../db/outbox-rows.ts';
import { officeHolders, type Person, personById } from '../../db/people.ts';
import type { Office } from '../../db/schema/index.ts';
import { writeButton } from '../../domain/buttons.ts';
import type { Moment } from '../../domain/dates.ts';
import { writeScreen } from '../../domain/screens.ts';
import { enrolButtons, inviteeEnrolled } from '../../texts/enrolment/enrolment.ts';

/**
 * Who invited hears who came, may say that it is not that person and, of an office, confirms it; when they coordinate no
 * more, and for an invitation of the command line, every coordinator. @returns who they are
 */
export function tellAccepted(
  db: Db,
  found: Invitation,
  came: { readonly person: Person; readonly telegramName: string; readonly at: Moment },
  now: Moment,
): readonly Person[] {
  const { person, at } = came;
  const office = awaitedOffice(db, found, now);
  const html = inviteeEnrolled(person.name, came.telegramName, roleOf(db, person.id, now), office);
  const confirm = writeScreen('officeok', { invitationId: found.id });
  const undo = writeButton({ to: 'notThatPerson', personId: person.id, enrolledAt: at });
  const keyboard = [
    ...(office === null ? [] : [[{ text: enrolButtons.thatPerson, data: confirm }]]),
    [{ text: enrolButtons.notThatPerson, data: undo }],
  ];
  const told = inviters(db, found, now).filter((each) => each.id !== person.id);
  for (const each of told) {
    const key = `accepted:${found.id}:${at}:${each.id}`;
    const message = { html, keyboard };
    const before = rowByKey(db, key);
    // Cancelled when they stopped coordinating (`end-what-was-owed.ts`), which they do again.
    if (before?.state === 'cancelled') announceAgain(db, before.id, { notBefore: now, expiresAt: null });
    else
      announce(db, { chatId: each.telegramUserId, personId: each.id }, { kind: 'notice', key, message, now });
  }
  return told;
}

/** No office is left waiting for the word of somebody who coordinates no more: who does by now is asked. */
export function askWhoConfirms(db: Db, now: Moment): void {
  for (const found of officesToConfirm(db)) {
    const person = personById(db, found.personId);
    if (!person?.enrolledAt || !isWaiting(found, person) || awaitedOffice(db, found, now) === null) continue;
    const came = { person, telegramName: person.telegramName ?? person.name, at: person.enrolledAt };
    tellAccepted(db, found, came, now);
  }
}

/** The office of an invitation that is still to be confirmed: not one that was given otherwise since it was used. */
export function awaitedOffice(db: Db, found: Invitation, now: Moment): Office | null {
  const { office, personId } = found;
  if (office === null) return null;
  const given = spansOf(db, { office }, found.usedAt ?? now);
  return given.some((span) => span.personId === personId) ? null : office;
}

/** Whoever hears what becomes of an invitation: who made it, or every coordinator. */
export function inviters(db: Db, found: Invitation, now: Moment) {
  const all = officeHolders(db, 'coordinator', now);
  const inviter = all.filter((each) => each.id === found.createdBy);
  return inviter.length > 0 ? inviter : all;
}
