import { moveAccountAgain, unlinkAccount } from '../db/accounts.ts';
import { type Assignment, setSpan, spansOfPerson } from '../db/assignments.ts';
import { record } from '../db/audit.ts';
import { type Evidence, evidenceById } from '../db/evidence.ts';
import type { SinceCopy } from '../db/former.ts';
import { withdrawRestored } from '../db/invitations.ts';
import { waitingOfficeChanges } from '../db/office-changes.ts';
import type { Db } from '../db/open.ts';
import { allPeople, type EnrolledPerson, isEnrolled, type Person, personOfAccount } from '../db/people.ts';
import type { PersonThen, Since } from '../db/since.ts';
import { removeEvidenceAgain } from '../db/voided-traces.ts';
import type { Moment } from '../domain/dates.ts';
import { endAssignment } from './assign.ts';
import { cleanUpAfterLoss } from './clean-up-after-loss.ts';
import { undoOffice } from './confirm-office.ts';
import { endOfficeChange } from './office-change.ts';
import { voidFormer, voidLeft, wrongEnrolment } from './undo-enrolment.ts';

/** What was done again in a restored copy, for the person who restores it (specification: Copies). */
export type Reapplied = {
  readonly left: readonly Person[];
  readonly undone: readonly Person[];
  readonly moved: readonly Person[];
  /** A former account of theirs was another's. */
  readonly former: readonly Person[];
  readonly ended: readonly { readonly person: Person; readonly span: Assignment }[];
  /** Evidence that had been removed. */
  readonly evidence: number;
  readonly invitations: number;
  readonly officeChanges: number;
  /** People with an account before and without one now: they need another invitation. */
  readonly toInvite: readonly { readonly id: number | null; readonly name: string }[];
};

/**
 * Does again in a restored copy what happened since it was made: accounts and assignments that ended, evidence that was
 * removed, invitations and changes of an office that were closed. When that time is not fully known, all open
 * invitations and changes of the copy end.
 */
export function reapply(db: Db, { replaced, kept, unknown }: SinceCopy, now: Moment): Reapplied {
  const known = [...(replaced ? [replaced] : []), ...kept];
  const isAllKnown = unknown === null;
  return {
    former: undoFormer(db, known, now),
    ...endAccounts(db, known, now),
    ended: isAllKnown && replaced ? endAssignments(db, replaced, now) : [],
    evidence: removeEvidence(db, known, now),
    invitations: withdrawRestored(db, isAllKnown ? spentIn(known) : null, now),
    officeChanges: endChanges(db, isAllKnown ? known : null, now),
    toInvite: replaced ? toInvite(db, replaced) : [],
  };
}

/** The first act decides about the account that the copy knows. */
function endAccounts(
  db: Db,
  known: readonly Since[],
  now: Moment,
): Pick<Reapplied, 'left' | 'undone' | 'moved'> {
  const [left, undone, moved]: [Person[], Person[], Person[]] = [[], [], []];
  const moves: { readonly to: PersonThen; readonly person: EnrolledPerson }[] = [];
  for (const person of allPeople(db).filter(isEnrolled)) {
    const found = known.flatMap((since) => endingsOf(since, person) ?? []).at(0);
    if (!found) continue;
    if (found.acts[0] === 'enrolmentUndone') {
      undo(db, person, now);
      undone.push(person);
    } else if (found.acts.every((act) => act === 'accountMoved') && found.then.telegramUserId !== null) {
      moves.push({ to: found.then, person });
    } else {
      leave(db, person, now);
      left.push(person);
    }
  }
  // After all others: an account may have been somebody else's when the copy was made.
  for (const { to, person } of moves) (move(db, person, to, now) ? moved : left).push(person);
  return { left, undone, moved };
}

/** Before accounts end: what a former account left may be what the present one of the copy left. */
function undoFormer(db: Db, known: readonly Since[], now: Moment): Reapplied['former'] {
  return allPeople(db).filter((person) => {
    const undone = known.flatMap((since) =>
      since.people.some((then) => isSame(then, person))
        ? since.formerUndone.filter((each) => each.personId === person.id)
        : [],
    );
    const left = undone.flatMap((each) => wrongEnrolment(db, person, each.since) ?? []);
    for (const { since, until } of left)
      voidFormer(db, { personId: person.id, since, until }, { at: now, by: 'operator' }, null);
    return left.length > 0;
  });
}

function endingsOf(since: Since, person: EnrolledPerson) {
  const then = since.people.find((each) => isSame(each, person));
  if (!then) return null;
  const acts = since.ended
    .filter((each) => each.personId === person.id && (since.continues || each.at >= person.enrolledAt))
    .map((each) => each.act);
  return acts.length === 0 ? null : { then, acts };
}

/** Another database may give the same number to somebody else. */
function isSame(one: Pick<Person, 'id' | 'createdAt'>, other: Pick<Person, 'id' | 'createdAt'>): boolean {
  return one.id === other.id && one.createdAt === other.createdAt;
}

function leave(db: Db, person: Person, now: Moment): void {
  record(db, { at: now, act: 'left', by: 'operator', personId: person.id, after: { restored: true } });
  unlinkAccount(db, person.id, now);
}

function undo(db: Db, person: EnrolledPerson, now: Moment): void {
  record(db, {
    at: now,
    act: 'enrolmentUndone',
    by: 'operator',
    personId: person.id,
    after: { restored: true },
  });
  voidLeft(db, { personId: person.id, since: person.enrolledAt, until: null }, { at: now, by: 'operator' });
  undoOffice(db, person, null, now);
  unlinkAccount(db, person.id, now);
}

/** @returns false when the account is unknown or somebody else's: the person has none then */
function move(db: Db, person: EnrolledPerson, to: PersonThen, now: Moment): boolean {
  const { telegramUserId: userId, enrolledAt, consentVersion } = to;
  const isFree = userId !== null && personOfAccount(db, userId) === undefined;
  if (!isFree || enrolledAt === null || consentVersion === null) {
    leave(db, person, now);
    return false;
  }
  moveAccountAgain(db, person.id, { userId, name: to.telegramName ?? '', consentVersion, enrolledAt }, now);
  return true;
}

/** Ends what a person holds in the copy, now or later, and no longer held in the database that is replaced. */
function endAssignments(db: Db, replaced: Since, now: Moment): Reapplied['ended'] {
  const people = allPeople(db).filter((each) => replaced.people.some((then) => isSame(then, each)));
  return people.flatMap((person) =>
    spansOfPerson(db, person.id, now)
      .filter((span) => !replaced.held.some((each) => isHeldStill(each, span, now)))
      .flatMap((span) => (endSpan(db, span, now) ? [{ person, span }] : [])),
  );
}

function isHeldStill(each: Since['held'][number], span: Assignment, now: Moment): boolean {
  return (
    each.personId === span.personId &&
    each.positionId === span.positionId &&
    each.office === span.office &&
    (each.untilAt === null || (each.untilAt > now && each.untilAt > each.fromAt))
  );
}

/**
 * Also for the last coordinator, which only a restore may do: the person who restores is told, and appoints another.
 */
function endSpan(db: Db, span: Assignment, now: Moment): boolean {
  const ended = endAssignment(db, { assignmentId: span.id, on: null, by: null }, now);
  if (ended.ok) return true;
  if (ended.refusal.why !== 'lastCoordinator') return false;
  setSpan(db, span.id, { untilAt: now, decidedAt: now });
  const { id, personId, office, fromAt, untilAt } = span;
  record(db, {
    at: now,
    act: 'assignmentEnded',
    by: 'operator',
    personId,
    before: { assignment: id, office, from: fromAt, until: untilAt },
    after: { until: now, restored: true },
  });
  cleanUpAfterLoss(db, personId, now);
  return true;
}

function removeEvidence(db: Db, known: readonly Since[], now: Moment): number {
  const removed = known.flatMap((since) =>
    since.removed.flatMap(({ id, personId, moment }) => {
      const each = evidenceById(db, id);
      if (each === undefined || !isKept(each) || each.personId !== personId || each.moment !== moment)
        return [];
      removeEvidenceAgain(db, each, now);
      return [id];
    }),
  );
  return removed.length;
}

function isKept({ state }: Evidence): boolean {
  return state === 'stored' || state === 'fetching';
}

function spentIn(known: readonly Since[]): ReadonlySet<string> {
  return new Set(known.flatMap((since) => [...since.spent]));
}

/** `known` null: all that wait. */
function endChanges(db: Db, known: readonly Since[] | null, now: Moment): number {
  const over = waitingOfficeChanges(db).filter(
    (change) =>
      known === null ||
      known.some((since) =>
        since.settled.some(
          (each) =>
            each.id === change.id && each.personId === change.personId && each.askedAt === change.askedAt,
        ),
      ),
  );
  for (const change of over) endOfficeChange(db, change, { outcome: 'void', by: null }, now);
  return over.length;
}

/**
 * People with an account in the database that is replaced and none now. `id` null: the copy does not know the person.
 */
function toInvite(db: Db, replaced: Since): Reapplied['toInvite'] {
  const people = allPeople(db);
  return replaced.people.flatMap((then) => {
    if (then.telegramUserId === null) return [];
    const person = people.find((each) => isSame(each, then));
    if (person && isEnrolled(person)) return [];
    return [{ id: person?.id ?? null, name: person?.name ?? then.name }];
  });
}
