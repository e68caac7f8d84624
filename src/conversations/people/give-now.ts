import { giveTo } from '../../actions/assign.ts';
import { describeAssignRefusal } from '../../actions/assign-refusal.ts';
import { confirmOffice } from '../../actions/confirm-office.ts';
import type { InvitedOffice } from '../../actions/invite.ts';
import { addNamed } from '../../actions/people.ts';
import { isEnrolled, type Person, personById } from '../../db/people.ts';
import { writeButton } from '../../domain/buttons.ts';
import { localDate } from '../../domain/dates.ts';
import type { Message } from '../../domain/events.ts';
import { enrolButtons } from '../../texts/enrolment/enrolment.ts';
import { paragraphs } from '../../texts/html.ts';
import * as texts from '../../texts/people/giving.ts';
import { noUsername } from '../../texts/people/invite.ts';
import { cannotBe, goneMeanwhile } from '../../texts/people/people.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import type { Screen } from '../dialogs/screen.ts';
import { follow, say, type Turn } from '../turn.ts';
import { type Giving, holdersThen, postWords } from './giving-data.ts';
import { waitsForName } from './giving-steps.ts';
import { makeLink } from './invite-link.ts';

/** What was confirmed is done: with what is true now, which may be different from what was shown. */
export function giveNow(turn: Turn, giving: Giving): void {
  const { db, now } = turn;
  if (giving.held === null) return finishStep(turn, { html: goneMeanwhile() });
  const already = holdersThen(turn, giving).some(({ person }) => person.id === giving.personId);
  if (giving.kind === 'invite' && already) return finishWithLink(turn, personOf(turn, giving), null);
  if ('office' in giving.held && waitsForName(turn, giving)) {
    if (giving.kind === 'acting') {
      const person = personOf(turn, giving);
      return finishWithLink(turn, person, null, { html: texts.enrolFirst(person.name) });
    }
    const refused = officeTaken(turn, giving);
    if (refused) return finishStep(turn, refused);
    const to: InvitedOffice = { office: giving.held.office, replaces: giving.instead?.[0] ?? null };
    return finishWithLink(turn, personOf(turn, giving), to);
  }
  const person = personOf(turn, giving);
  const instead = giving.instead ?? [];
  const asked = {
    held: giving.held,
    personId: person.id,
    instead,
    from: giving.from,
    until: giving.until,
    contractEndsOn: null,
    by: turn.person.id,
  };
  const result = giveTo(db, asked, now);
  if (!result.ok)
    return finishStep(turn, {
      html: cannotBe(describeAssignRefusal(db, giving.held, result.refusal, now)),
    });
  const done: Message = {
    html: texts.done({
      name: person.name,
      held: postWords(turn, giving),
      from: giving.from,
      until: giving.until,
      today: localDate(now),
      instead: instead.flatMap((id) => personById(db, id)?.name ?? []),
    }),
  };
  if (isEnrolled(person)) finishStep(turn, done);
  else finishWithLink(turn, person, null, done);
}

/** The person it is about; somebody new is added now. */
function personOf(turn: Turn, giving: Giving): Person {
  const known = giving.personId === null ? undefined : personById(turn.db, giving.personId);
  return known ?? addNamed(turn.db, giving.newName ?? '', turn.now, { personId: turn.person.id });
}

/** The mayor's office is one person's: whoever holds it gives it up, or nobody is invited to it. */
function officeTaken(turn: Turn, giving: Giving): Message | null {
  if (giving.held === null || !('office' in giving.held) || giving.held.office !== 'mayor') return null;
  const stays = holdersThen(turn, giving).find(({ person }) => !giving.instead?.includes(person.id));
  return stays ? { html: texts.mayorHeld(stays.person.name) } : null;
}

/** Ends with the link; `said` stands above it in the same message, of which only the buttons are kept. */
function finishWithLink(turn: Turn, person: Person, to: InvitedOffice | null, said?: Message): void {
  const link = makeLink(turn, person, to);
  if (link === null) {
    finishStep(turn, { html: paragraphs(...(said ? [said.html] : []), noUsername()) });
    return;
  }
  finishStep(turn, said ? { ...link, html: paragraphs(said.html, link.html) } : link);
}

/** *Sí, es esa persona*: the office begins. */
export const officeOkScreen: Screen<'officeok'> = {
  needs: 'enrol',
  show: (turn, { invitationId }) => {
    const done = confirmOffice(turn.db, invitationId, turn.person.id, turn.now);
    if (!done.ok) {
      const html =
        done.why === 'refused'
          ? cannotBe(describeAssignRefusal(turn.db, { office: done.office }, done.refusal, turn.now))
          : done.why === 'notInviter'
            ? texts.notYours()
            : goneMeanwhile();
      say(turn, { html });
      return undefined;
    }
    const { person, office } = done;
    const undo = writeButton({ to: 'notThatPerson', personId: person.id, enrolledAt: person.enrolledAt });
    follow(turn, {
      html: texts.officeConfirmed(person.name, { office }),
      keyboard: [[{ text: enrolButtons.notThatPerson, data: undo }]],
    });
    return undefined;
  },
};
