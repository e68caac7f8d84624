import { setSpan, spansOf, spansOfPerson } from '../db/assignments.ts';
import { record } from '../db/audit.ts';
import {
  confirmInvitedOffice,
  type Invitation,
  invitationById,
  officeInvitationUsedAt,
} from '../db/invitations.ts';
import { awaitsConfirmation } from '../db/invited-office.ts';
import type { Db } from '../db/open.ts';
import { type EnrolledPerson, isEnrolled, officeHolders, personById } from '../db/people.ts';
import type { Office } from '../db/schema/index.ts';
import type { Moment } from '../domain/dates.ts';
import { covers } from '../domain/spans.ts';
import { type AssignRefusal, endAssignment, giveTo } from './assign.ts';
import type { InvitedOffice } from './invite.ts';

type Confirmed =
  | { readonly ok: true; readonly person: EnrolledPerson; readonly office: Office }
  | { readonly ok: false; readonly why: 'over' | 'notInviter' }
  | { readonly ok: false; readonly why: 'refused'; readonly office: Office; readonly refusal: AssignRefusal };

/**
 * The inviter says that the Telegram name that came in is that person's: the office invited to begins now
 * (specification: Enrolment). When the inviter coordinates no more, any coordinator may say so.
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
  const given = giveTo(
    db,
    {
      held,
      personId: person.id,
      instead: gives.flatMap((id) => id ?? []),
      from: null,
      until: null,
      contractEndsOn: null,
      by,
    },
    now,
  );
  if (!given.ok) return { ok: false, why: 'refused', office, refusal: given.refusal };
  confirmInvitedOffice(db, found.id, now);
  record(db, {
    at: now,
    act: 'officeConfirmed',
    by: { personId: by },
    personId: person.id,
    after: { invitation: found.id, office },
  });
  return { ok: true, person, office };
}

function mayConfirm(db: Db, found: Invitation, by: number, now: Moment): boolean {
  const coordinators = officeHolders(db, 'coordinator', now);
  if (!coordinators.some((each) => each.id === by)) return false;
  return found.createdBy === by || !coordinators.some((each) => each.id === found.createdBy);
}

/** *No es esa persona*, after the office had begun: it ends with the enrolment. @returns what ended, if anything */
export function undoOffice(
  db: Db,
  person: EnrolledPerson,
  by: number,
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
 * Somebody without account who was appointed before is invited from the chat: the office waits for the inviter's word
 * like any other invited to there, so that nobody holds it who only opened a link. Of several offices none waits.
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
