import { awaitConfirmation } from '../../actions/confirm-office.ts';
import { type InvitedOffice, invite, stillInvitedTo, withdrawLink } from '../../actions/invite.ts';
import { officesOf } from '../../actions/office-change.ts';
import { type Guard, type Guardians, guardOf } from '../../actions/office-guard.ts';
import { isValid, lastInvitationOf } from '../../db/invitations.ts';
import { readMeta } from '../../db/meta.ts';
import { isEnrolled, type Person, personById } from '../../db/people.ts';
import { DOUBLE_TAP_MS } from '../../domain/constants.ts';
import type { Message } from '../../domain/events.ts';
import { lastWordOf } from '../../texts/dialogs.ts';
import * as texts from '../../texts/people/invite.ts';
import { copyOf } from '../../texts/people/inviting.ts';
import { onlyOperator } from '../../texts/people/office-changes.ts';
import { firstName } from '../../texts/words/names.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import type { Screen } from '../dialogs/screen.ts';
import { follow, say, type Turn } from '../turn.ts';
import { requestQr } from './invite-picture.ts';

/**
 * Makes the link of a person: to be sent in private, with its expiry and *Retirar el enlace*; its picture follows when
 * it is made. Null while nobody knows yet what the bot is called.
 */
export function makeLink(turn: Turn, person: Person, to: InvitedOffice | null): Message | null {
  const { db, now } = turn;
  const username = turn.context.username ?? readMeta(db, 'botUsername');
  if (username === undefined) return null;
  const guard = guardOfLink(turn, person, to);
  if (guard?.needs === 'operator') return { html: onlyOperator(person.name, person.id) };
  const awaited = to ?? awaitConfirmation(db, person.id, turn.person.id, now);
  const of = { personId: person.id, invitedBy: turn.person.id, to: awaited };
  const made = invite(db, of, username, now);
  const offices = awaited !== null || officesOf(db, person.id, now).length > 0;
  requestQr(
    db,
    { link: made.link, invitationId: made.invitationId, personId: turn.person.id, chatId: turn.chatId },
    now,
  );
  return {
    html: texts.link({
      name: person.name,
      link: made.link,
      expiresAt: made.expiresAt,
      enrolled: isEnrolled(person),
      asked: guard?.needs === 'yes' && awaited === null ? namesOf(guard.of) : [],
    }),
    copy: copyOf({ called: firstName(person.name), link: made.link, now, reports: !offices }),
    keyboard: [
      [screenButton(texts.linkButtons.withdraw, 'unlink', { personId: person.id, confirmed: false })],
      [screenButton(texts.linkButtons.person, 'person', { personId: person.id, page: null })],
    ],
    forget: true,
  };
}

/** Who has to agree before the link gives anybody an office; null: it gives none. */
function guardOfLink(
  { db, person: asker, now }: Turn,
  person: Person,
  to: InvitedOffice | null,
): Guard | null {
  const held = officesOf(db, person.id, now);
  const askedBy = asker.id;
  const personId = person.id;
  if (held.length > 0) return guardOf(db, { kind: 'account', askedBy, personId, instead: [] }, held, now);
  if (to === null) return null;
  const instead = to.replaces === null ? [] : [to.replaces];
  return guardOf(db, { kind: 'holder', askedBy, personId, instead }, [to.office], now);
}

function namesOf({ own, others }: Guardians): readonly string[] {
  return [...own, ...others].map((each) => each.name);
}

/** Says the link, as a message of its own: what was tapped may hold another one. */
export function sayLink(turn: Turn, person: Person, to: InvitedOffice | null): void {
  say(turn, makeLink(turn, person, to) ?? { html: texts.noUsername() });
}

/** *Invitar*, *Nuevo enlace*: to what that person holds, or was last invited to. */
export const linkScreen: Screen<'link'> = {
  needs: 'enrol',
  show: (turn, { personId: id }) => {
    const person = personById(turn.db, id);
    if (!person) return undefined;
    const last = lastInvitationOf(turn.db, id);
    if (last && isValid(last, turn.now) && turn.now - last.createdAt < DOUBLE_TAP_MS)
      return lastWordOf.doneAlready;
    sayLink(turn, person, stillInvitedTo(turn.db, id));
    return undefined;
  },
};

/** *Retirar el enlace*: asks first; the link stays in the chat above. */
export const unlinkScreen: Screen<'unlink'> = {
  needs: 'enrol',
  show: (turn, { personId: id, confirmed }) => {
    const person = personById(turn.db, id);
    if (!person) return undefined;
    const back = [screenButton(texts.linkButtons.person, 'person', { personId: id, page: null })];
    if (confirmed) {
      const done = withdrawLink(turn.db, id, turn.now, turn.person.id);
      follow(turn, {
        html: done ? texts.withdrawn(person.name) : texts.nothingToWithdraw(person.name),
        keyboard: [back],
      });
      return undefined;
    }
    const last = lastInvitationOf(turn.db, id);
    if (!last || !isValid(last, turn.now)) {
      say(turn, { html: texts.nothingToWithdraw(person.name), keyboard: [back] });
      return undefined;
    }
    say(turn, {
      html: texts.withdrawQuestion(person.name),
      keyboard: [
        [screenButton(texts.linkButtons.confirm, 'unlink', { personId: id, confirmed: true })],
        back,
      ],
    });
    return undefined;
  },
};
