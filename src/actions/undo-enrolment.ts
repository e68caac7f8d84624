import { unlinkAccount } from '../db/accounts.ts';
import { type Actor, record } from '../db/audit.ts';
import { type Enrolment, formerEnrolments } from '../db/enrolments.ts';
import { withdrawInvitationsBy } from '../db/invitations.ts';
import { isAnything, type LeftBy, leftBy } from '../db/left-by.ts';
import type { Db } from '../db/open.ts';
import { type EnrolledPerson, isEnrolled, type Person } from '../db/people.ts';
import type { Office } from '../db/schema/index.ts';
import { voidReports } from '../db/voided-reports.ts';
import { voidCauses, voidEvidence, voidVerdicts } from '../db/voided-traces.ts';
import { PEOPLE } from '../domain/constants.ts';
import type { Moment } from '../domain/dates.ts';
import { notifyFormerAccount } from '../notices/kinds/former-account.ts';
import { notifyFormerUndone } from '../notices/kinds/former-undone.ts';
import { notifyUnappointed } from '../notices/kinds/unappointed.ts';
import { notifyUndone } from '../notices/kinds/undone.ts';
import { undoneToAccount } from '../texts/enrolment/enrolment.ts';
import { undoOffice } from './confirm-office.ts';
import { officesOf } from './office-change.ts';
import { voidChangesOf } from './reformulate.ts';

export type Undoing = LeftBy & {
  /** Why a reason is needed; null: none. */
  readonly needsReason: 'late' | 'approved' | null;
};

/** The enrolment that was somebody else's: the present one, or one that is over. */
export type Wrong =
  | { readonly person: EnrolledPerson; readonly since: Moment; readonly until: null }
  | { readonly person: Person; readonly since: Moment; readonly until: Moment };

/** Null when there was no such enrolment, it was undone, or it is over and left nothing. */
export function wrongEnrolment(db: Db, person: Person, since: Moment): Wrong | null {
  if (isEnrolled(person) && person.enrolledAt === since) return { person, since, until: null };
  return undoable(db, person).find((each) => each.since === since) ?? null;
}

/** The enrolments of a person that *No es esa persona* may mean, the present one first; of former ones those that left anything. */
export function undoable(db: Db, person: Person): readonly Wrong[] {
  const former = formerEnrolments(db, person.id)
    .filter((when) => isAnything(leftBy(db, { personId: person.id, ...when })))
    .map((when): Wrong => ({ person, ...when }))
    .toReversed();
  return isEnrolled(person) ? [{ person, since: person.enrolledAt, until: null }, ...former] : former;
}

/** What *No es esa persona* would void, and whether it needs a reason (specification: Enrolment). */
export function undoingOf(db: Db, { person, since, until }: Wrong, now: Moment): Undoing {
  const left = leftBy(db, { personId: person.id, since, until });
  const late = now - since > PEOPLE.undoDays * 24 * 3_600_000;
  return { ...left, needsReason: left.approved ? 'approved' : late ? 'late' : null };
}

type Undone = { readonly by: EnrolledPerson; readonly reason: string | null };

/** *No es esa persona*: undoes the enrolment and voids what that account left. @returns the office that ended, if any */
export function undoEnrolment(db: Db, wrong: Wrong, of: Undone, now: Moment): Office | null {
  return wrong.until === null ? undoPresent(db, wrong.person, of, now) : undoFormer(db, wrong, of, now);
}

function undoPresent(db: Db, wrong: EnrolledPerson, of: Undone, now: Moment): Office | null {
  const by = { personId: of.by.id };
  const { approved } = undoingOf(db, { person: wrong, since: wrong.enrolledAt, until: null }, now);
  record(db, {
    at: now,
    act: 'enrolmentUndone',
    by,
    personId: wrong.id,
    after: of.reason === null ? null : { reason: of.reason },
  });
  voidLeft(db, { personId: wrong.id, since: wrong.enrolledAt, until: null }, { at: now, by });
  const ended = undoOffice(db, wrong, of.by.id, now);
  const keeps = officesOf(db, wrong.id, now);
  unlinkAccount(db, wrong.id, now);
  notifyFormerAccount(db, wrong.telegramUserId, undoneToAccount(), now);
  if (ended) notifyUnappointed(db, { ...ended, name: wrong.name }, now);
  if (keeps.length > 0 || approved) notifyUndone(db, { wrong, by: of.by, offices: keeps, approved }, now);
  return ended?.office ?? null;
}

/** The account belongs to nobody any more: it left, or the real person came. What it left goes all the same. */
function undoFormer(db: Db, wrong: Wrong & { readonly until: Moment }, of: Undone, now: Moment): null {
  const { person, since, until } = wrong;
  const { approved, reports, evidence } = undoingOf(db, wrong, now);
  voidFormer(db, { personId: person.id, since, until }, { at: now, by: { personId: of.by.id } }, of.reason);
  if (isEnrolled(person))
    notifyFormerUndone(db, person, { reports, evidence, former: { since, until } }, now);
  if (approved) notifyUndone(db, { wrong: person, by: of.by, offices: [], approved }, now);
  return null;
}

type Left = { readonly personId: number } & Enrolment;
type How = { readonly at: Moment; readonly by: Actor };

/** Voids and records what a former account of a person left. */
export function voidFormer(db: Db, left: Left, how: How, reason: string | null): void {
  record(db, {
    ...how,
    act: 'formerUndone',
    personId: left.personId,
    before: { since: left.since, until: left.until },
    after: reason === null ? null : { reason },
  });
  voidLeft(db, left, how);
}

/** Voids what a wrong account left under the person's name. */
export function voidLeft(db: Db, left: Left, how: How): void {
  voidReports(db, left, how);
  voidEvidence(db, left, how);
  voidCauses(db, left, how);
  voidVerdicts(db, left, how);
  withdrawInvitationsBy(db, left, how);
  voidChangesOf(db, left, how.at);
}
