import { unlinkAccount } from '../db/accounts.ts';
import { type Actor, record } from '../db/audit.ts';
import { type LeftBy, leftBy } from '../db/left-by.ts';
import type { Db } from '../db/open.ts';
import type { EnrolledPerson } from '../db/people.ts';
import type { Office } from '../db/schema/index.ts';
import { voidReports } from '../db/voided-reports.ts';
import { voidCauses, voidEvidence, voidVerdicts } from '../db/voided-traces.ts';
import { PEOPLE } from '../domain/constants.ts';
import type { Moment } from '../domain/dates.ts';
import { notifyFormerAccount } from '../notices/kinds/former-account.ts';
import { notifyUnappointed } from '../notices/kinds/unappointed.ts';
import { notifyUndone } from '../notices/kinds/undone.ts';
import { undoneToAccount } from '../texts/enrolment/enrolment.ts';
import { undoOffice } from './confirm-office.ts';
import { officesOf } from './office-change.ts';

export type Undoing = LeftBy & {
  /** Why a reason is needed; null: none. */
  readonly needsReason: 'late' | 'approved' | null;
};

/** What *No es esa persona* would void, and whether it needs a reason (specification: Enrolment). */
export function undoingOf(db: Db, person: EnrolledPerson, now: Moment): Undoing {
  const left = leftBy(db, { personId: person.id, since: person.enrolledAt });
  const late = now - person.enrolledAt > PEOPLE.undoDays * 24 * 3_600_000;
  return { ...left, needsReason: left.approved ? 'approved' : late ? 'late' : null };
}

/** *No es esa persona*: undoes the enrolment and voids what that account left. @returns the office that ended, if any */
export function undoEnrolment(
  db: Db,
  wrong: EnrolledPerson,
  of: { readonly by: EnrolledPerson; readonly reason: string | null },
  now: Moment,
): Office | null {
  const by = { personId: of.by.id };
  const { approved } = undoingOf(db, wrong, now);
  record(db, {
    at: now,
    act: 'enrolmentUndone',
    by,
    personId: wrong.id,
    after: of.reason === null ? null : { reason: of.reason },
  });
  voidLeft(db, wrong, { at: now, by });
  const ended = undoOffice(db, wrong, of.by.id, now);
  const keeps = officesOf(db, wrong.id, now);
  unlinkAccount(db, wrong.id, now);
  notifyFormerAccount(db, wrong.telegramUserId, undoneToAccount(), now);
  if (ended) notifyUnappointed(db, { ...ended, name: wrong.name }, now);
  if (keeps.length > 0 || approved) notifyUndone(db, { wrong, by: of.by, offices: keeps, approved }, now);
  return ended?.office ?? null;
}

/** Voids what a wrong account left under the person's name. */
export function voidLeft(
  db: Db,
  wrong: EnrolledPerson,
  how: { readonly at: Moment; readonly by: Actor },
): void {
  voidReports(db, wrong.id, wrong.enrolledAt, how.at, how.by);
  const left = { personId: wrong.id, since: wrong.enrolledAt };
  voidEvidence(db, left, how);
  voidCauses(db, left, how);
  voidVerdicts(db, left, how);
}
