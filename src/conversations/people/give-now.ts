import { giveTo } from '../../actions/assign.ts';
import { describeAssignRefusal } from '../../actions/assign-refusal.ts';
import { confirmOffice } from '../../actions/confirm-office.ts';
import type { InvitedOffice } from '../../actions/invite.ts';
import { askOfficeChange } from '../../actions/office-change.ts';
import { type Guardians, guardOf } from '../../actions/office-guard.ts';
import { addNamed } from '../../actions/people.ts';
import { spansOf } from '../../db/assignments.ts';
import { dryRun } from '../../db/dry-run.ts';
import { type EnrolledPerson, isEnrolled, type Person, personById } from '../../db/people.ts';
import type { Office } from '../../db/schema/index.ts';
import { writeButton } from '../../domain/buttons.ts';
import { localDate } from '../../domain/dates.ts';
import type { Html, Message } from '../../domain/events.ts';
import { handoverRow } from '../../notices/handover-row.ts';
import { officeChangeWords } from '../../notices/office-change-words.ts';
import { enrolButtons } from '../../texts/enrolment/enrolment.ts';
import { paragraphs } from '../../texts/html.ts';
import * as texts from '../../texts/people/giving.ts';
import { noUsername } from '../../texts/people/invite.ts';
import { officeChangeAsked, officeChangeNotAsked, onlyOperator } from '../../texts/people/office-changes.ts';
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
  if ('office' in giving.held && isEnrolled(person) && guarded(turn, giving, giving.held.office, person))
    return;
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
  const given = spansOf(db, giving.held, now).findLast((span) => span.personId === person.id);
  const done: Message = {
    html: texts.done({
      name: person.name,
      held: postWords(turn, giving),
      from: giving.from,
      until: giving.until,
      today: localDate(now),
      instead: instead.flatMap((id) => personById(db, id)?.name ?? []),
    }),
    keyboard: given ? handoverRow(given) : [],
  };
  if (isEnrolled(person)) finishStep(turn, done);
  else finishWithLink(turn, person, null, done);
}

/**
 * An office that only changes with somebody else's yes (specification: Guarded offices): asks for it, once it is known that
 * it could be. @returns whether this is the end of it
 */
function guarded(turn: Turn, giving: Giving, office: Office, person: EnrolledPerson): boolean {
  const { db, now } = turn;
  const instead = giving.instead ?? [];
  const askedBy = turn.person.id;
  const guard = guardOf(db, { kind: 'holder', askedBy, personId: person.id, instead }, [office], now);
  if (guard.needs === 'nothing') return false;
  if (guard.needs === 'operator') {
    finishStep(turn, { html: onlyOperator(person.name, null) });
    return true;
  }
  const { from, until } = giving;
  const give = {
    held: { office },
    personId: person.id,
    instead,
    from,
    until,
    contractEndsOn: null,
    by: askedBy,
  };
  const tried = dryRun(db, (inner) => giveTo(inner, give, now));
  if (!tried.ok) {
    finishStep(turn, { html: cannotBe(describeAssignRefusal(db, { office }, tried.refusal, now)) });
    return true;
  }
  const { enrolledAt } = person;
  const asked = askOfficeChange(
    db,
    {
      kind: 'holder',
      askedBy,
      personId: person.id,
      enrolledAt,
      invitationId: null,
      office,
      instead,
      fromDay: from,
      untilDay: until,
    },
    guard.of,
    now,
  );
  const html = asked.ok
    ? officeChangeAsked(officeChangeWords(db, asked.change, now), namesOf(guard.of))
    : officeChangeNotAsked[asked.why];
  finishStep(turn, { html });
  return true;
}

function namesOf({ own, others }: Guardians): readonly string[] {
  return [...own, ...others].map((each) => each.name);
}

/** The person it is about; somebody new is added now. */
function personOf(turn: Turn, giving: Giving): Person {
  const known = giving.personId === null ? undefined : personById(turn.db, giving.personId);
  return known ?? addNamed(turn.db, giving.newName ?? '', turn.now, { personId: turn.person.id });
}

/** Only one person holds the mayor's office: its holder gives it up, or nobody is invited to it. */
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
      say(turn, { html: whyNotYet(turn, done) });
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

function whyNotYet(turn: Turn, done: Extract<ReturnType<typeof confirmOffice>, { ok: false }>): Html {
  switch (done.why) {
    case 'over':
      return goneMeanwhile();
    case 'notInviter':
      return texts.notYours();
    case 'refused':
      return cannotBe(describeAssignRefusal(turn.db, { office: done.office }, done.refusal, turn.now));
    case 'operator':
      return onlyOperator(done.person.name, null);
    case 'waiting':
    case 'refusedLately':
      return officeChangeNotAsked[done.why];
    case 'asked':
      return officeChangeAsked(
        officeChangeWords(turn.db, done.change, turn.now),
        done.who.map((each) => each.name),
      );
  }
}
