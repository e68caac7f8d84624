import { setSpan, spansOf, spansOfPerson } from '../db/assignments.ts';
import { record } from '../db/audit.ts';
import { type Invitation, invitationById, officeInvitationUsedAt } from '../db/invitations.ts';
import { awaitsConfirmation } from '../db/invited-office.ts';
import type { OfficeChange } from '../db/office-changes.ts';
import type { Db } from '../db/open.ts';
import { type EnrolledPerson, isEnrolled, officeHolders, type Person, personById } from '../db/people.ts';
import type { Office } from '../db/schema/index.ts';
import type { Moment } from '../domain/dates.ts';
import { covers } from '../domain/spans.ts';
import { notifyOfficeWaits } from '../notices/kinds/office-waits.ts';
import { yesToBeSaid } from '../texts/people/office-changes.ts';
import { type AssignRefusal, endAssignment, giveTo } from './assign.ts';
import type { InvitedOffice } from './invite.ts';
import { askOfficeChange, noteConfirmed } from './office-change.ts';
import { guardOf } from './office-guard.ts';

type Confirmed =
  | { readonly ok: true; readonly person: EnrolledPerson; readonly office: Office }
  | { readonly ok: false; readonly why: 'over' | 'notInviter' }
  /** It needs the yes of somebody else, and that person is asked. */
  | {
      readonly ok: false;
      readonly why: 'asked';
      readonly change: OfficeChange;
      readonly who: readonly Person[];
    }
  | { readonly ok: false; readonly why: 'waiting' | 'refusedLately' }
  | { readonly ok: false; readonly why: 'operator'; readonly person: Person }
  | { readonly ok: false; readonly why: 'refused'; readonly office: Office; readonly refusal: AssignRefusal };

/**
 * The inviter confirms that the Telegram name that came in is the invited person's. The office begins now
 * (specification: Enrolment), or when another holder of an office agrees (specification: Guarded offices). When the
 * inviter no longer coordinates, any coordinator may confirm.
 */
export function confirmOffice(db: Db, invitationId: number, by: number, now: Moment): Confirmed {
  const found = invitationById(db, invitationId);
  const person = found && personById(db, found.personId);
  if (!found?.office || !person || !isEnrolled(person) || !awaitsConfirmation(found, person))
    return { ok: false, why: 'over' };
  if (!mayConfirm(db, found, by, now)) return { ok: false, why: 'notInviter' };
  const { office } = found;
  const held = { office };
  const holding = spansOf(db, held, now).filter((span) => covers(span, now));
  const gives = holding.some((span) => span.personId === found.replaces) ? [found.replaces] : [];
  const instead = gives.flatMap((id) => id ?? []);
  const guard = guardOf(db, { kind: 'holder', askedBy: by, personId: person.id, instead }, [office], now);
  if (guard.needs === 'operator') return { ok: false, why: 'operator', person };
  if (guard.needs === 'yes') {
    const asked = askOfficeChange(
      db,
      {
        kind: 'holder',
        askedBy: by,
        personId: person.id,
        enrolledAt: person.enrolledAt,
        invitationId: found.id,
        office,
        instead,
        fromDay: null,
        untilDay: null,
      },
      guard.of,
      now,
    );
    if (!asked.ok) return asked;
    const who = [...guard.of.own, ...guard.of.others];
    const missing = yesToBeSaid(
      office,
      who.map((each) => each.name),
    );
    notifyOfficeWaits(db, asked.change, person, missing, now);
    return { ok: false, why: 'asked', change: asked.change, who };
  }
  const given = giveTo(
    db,
    {
      held,
      personId: person.id,
      instead,
      from: null,
      until: null,
      contractEndsOn: null,
      by,
    },
    now,
  );
  if (!given.ok) return { ok: false, why: 'refused', office, refusal: given.refusal };
  noteConfirmed(db, { invitationId: found.id, personId: person.id, office, by }, now);
  return { ok: true, person, office };
}

function mayConfirm(db: Db, found: Invitation, by: number, now: Moment): boolean {
  const coordinators = officeHolders(db, 'coordinator', now);
  if (!coordinators.some((each) => each.id === by)) return false;
  return found.createdBy === by || !coordinators.some((each) => each.id === found.createdBy);
}

/** *No es esa persona* after the office has begun: ends the office with the enrolment. */
export function undoOffice(
  db: Db,
  person: EnrolledPerson,
  by: number | null,
  now: Moment,
): { readonly office: Office; readonly assignmentId: number } | null {
  const found = officeInvitationUsedAt(db, person.id, person.enrolledAt);
  if (!found?.office || found.officeConfirmedAt === null) return null;
  const own = spansOf(db, { office: found.office }, now).find(
    (span) => span.personId === person.id && covers(span, now),
  );
  if (!own) return null;
  const ended = endAssignment(db, { assignmentId: own.id, on: null, by }, now);
  return ended.ok ? { office: found.office, assignmentId: own.id } : null;
}

/**
 * Lets an office wait for the inviter's confirmation when its holder has no account and is invited from the chat:
 * opening a link alone gives nobody an office. A person with several offices keeps them.
 * @returns the office that waits now, if any
 */
export function awaitConfirmation(db: Db, personId: number, by: number, now: Moment): InvitedOffice | null {
  const person = personById(db, personId);
  if (!person || isEnrolled(person)) return null;
  const [own, ...others] = spansOfPerson(db, personId, now).filter(
    (span) => span.office !== null && !span.acting && covers(span, now),
  );
  if (!own?.office || others.length > 0) return null;
  setSpan(db, own.id, { untilAt: now, decidedAt: now });
  record(db, {
    at: now,
    act: 'assignmentEnded',
    by: { personId: by },
    personId,
    before: { assignment: own.id, office: own.office, from: own.fromAt, until: own.untilAt },
    after: { until: now, awaits: 'officeConfirmed' },
  });
  return { office: own.office, replaces: null };
}
