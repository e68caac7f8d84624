import { spansOfPerson } from '../db/assignments.ts';
import { record } from '../db/audit.ts';
import { confirmInvitedOffice, invitationById } from '../db/invitations.ts';
import {
  addOfficeChange,
  lastRefused,
  type OfficeChange,
  officeChangeById,
  settleOfficeChange,
  waitingOfficeChanges,
} from '../db/office-changes.ts';
import type { Db } from '../db/open.ts';
import { officeHolders, personById, personOfAccount } from '../db/people.ts';
import type { Office, OfficeChangeOutcome } from '../db/schema/index.ts';
import { PEOPLE } from '../domain/constants.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import { notifyOfficeAsked, officeAsked } from '../notices/kinds/office-asked.ts';
import { notifyOfficeDecided } from '../notices/kinds/office-decided.ts';
import { notifyOfficeMoving, officeMoving } from '../notices/kinds/office-moving.ts';
import { endWaiting } from '../notices/notify.ts';
import { type AssignRefusal, giveTo } from './assign.ts';
import { linkInvited, tellOfLinked } from './link-invited.ts';
import { type Guardians, guardiansOf } from './office-guard.ts';

const HOUR = 3_600_000;

export type NewChange = Pick<OfficeChange, 'askedBy' | 'personId' | 'enrolledAt' | 'invitationId'> &
  (
    | {
        readonly kind: 'account';
        readonly account: number;
        readonly accountName: string;
        readonly consentVersion: string;
      }
    | ({ readonly kind: 'holder'; readonly office: Office } & Pick<
        OfficeChange,
        'instead' | 'fromDay' | 'untilDay'
      >)
  );

export type Asked =
  | { readonly ok: true; readonly change: OfficeChange }
  /** Another change of that office waits, or one was refused a short while ago. */
  | { readonly ok: false; readonly why: 'waiting' | 'refusedLately' };

/**
 * Asks for the yes that a change of an office needs. A newer account replaces the one that waits for the same person.
 */
export function askOfficeChange(db: Db, asked: NewChange, guardians: Guardians, now: Moment): Asked {
  const { kind } = asked;
  const office = kind === 'holder' ? asked.office : null;
  const same = waitingOfficeChanges(db).filter(
    (each) =>
      each.kind === kind && (kind === 'account' ? each.personId === asked.personId : each.office === office),
  );
  if (kind === 'holder' && same.length > 0) return { ok: false, why: 'waiting' };
  const refused = lastRefused(db, { kind, personId: asked.personId, office });
  if (refused?.decidedAt && now - refused.decidedAt < PEOPLE.officeChangeAgainHours * HOUR)
    return { ok: false, why: 'refusedLately' };
  for (const each of same) endOfficeChange(db, each, { outcome: 'void', by: null }, now);
  const change = addOfficeChange(db, {
    ...asked,
    askedAt: now,
    expiresAt: now + PEOPLE.officeChangeDays * 24 * HOUR,
  });
  record(db, {
    at: now,
    act: 'officeChangeAsked',
    by: { personId: asked.askedBy },
    personId: asked.personId,
    after: {
      change: change.id,
      asked: kind,
      office,
      instead: change.instead ?? undefined,
      from: change.fromDay ?? undefined,
      until: change.untilDay ?? undefined,
      expiresAt: change.expiresAt,
    },
  });
  for (const to of guardians.own) notifyOfficeMoving(db, { change, to }, now);
  for (const to of guardians.others) notifyOfficeAsked(db, { change, to }, now);
  return { ok: true, change };
}

/** Whether a change still waits: the person who asked still coordinates, and the other person has the same account. */
export function isStillAsked(db: Db, change: OfficeChange, now: Moment): boolean {
  if (change.outcome !== null || now >= change.expiresAt) return false;
  if (!officeHolders(db, 'coordinator', now).some((each) => each.id === change.askedBy)) return false;
  const person = personById(db, change.personId);
  return person !== undefined && person.enrolledAt === change.enrolledAt;
}

/** Who may answer a change now. */
export function guardiansOfChange(db: Db, change: OfficeChange, now: Moment): Guardians {
  const { kind, askedBy, personId, instead } = change;
  return guardiansOf(db, { kind, askedBy, personId, instead: instead ?? [] }, now);
}

export type Answered =
  | { readonly ok: true; readonly change: OfficeChange }
  | { readonly ok: false; readonly why: 'over'; readonly change: OfficeChange | undefined }
  | { readonly ok: false; readonly why: 'notYours'; readonly change: OfficeChange }
  /** The change is not possible any more, so it ends. */
  | {
      readonly ok: false;
      readonly why: 'impossible';
      readonly change: OfficeChange;
      readonly refusal: AssignRefusal;
    };

/**
 * Takes the answer to a change. A yes makes the change; a no, or the withdrawal by the person who asked, changes
 * nothing.
 */
export function answerOfficeChange(
  db: Db,
  of: { readonly changeId: number; readonly by: number; readonly answer: 'yes' | 'no' | 'withdraw' },
  now: Moment,
): Answered {
  const change = officeChangeById(db, of.changeId);
  if (!change || !isStillAsked(db, change, now)) return { ok: false, why: 'over', change };
  if (of.answer === 'withdraw') {
    if (change.askedBy !== of.by) return { ok: false, why: 'notYours', change };
    return { ok: true, change: endOfficeChange(db, change, { outcome: 'withdrawn', by: of.by }, now) };
  }
  const { own, others } = guardiansOfChange(db, change, now);
  if (![...own, ...others].some((each) => each.id === of.by)) return { ok: false, why: 'notYours', change };
  if (of.answer === 'no')
    return { ok: true, change: endOfficeChange(db, change, { outcome: 'refused', by: of.by }, now) };
  const refusal =
    change.kind === 'account' ? changeAccount(db, change, now) : changeHolder(db, change, of.by, now);
  if (refusal) {
    endOfficeChange(db, change, { outcome: 'void', by: null }, now);
    return { ok: false, why: 'impossible', change, refusal };
  }
  return { ok: true, change: endOfficeChange(db, change, { outcome: 'agreed', by: of.by }, now) };
}

function changeAccount(db: Db, change: OfficeChange, now: Moment): AssignRefusal | null {
  const found = change.invitationId === null ? undefined : invitationById(db, change.invitationId);
  const person = personById(db, change.personId);
  const { account, accountName, consentVersion } = change;
  if (!found || !person || account === null || accountName === null || consentVersion === null)
    throw new Error(`office change ${change.id} has no account`);
  if (personOfAccount(db, account)) return { why: 'over' };
  linkInvited(db, found, person, { account: { userId: account, name: accountName }, consentVersion }, now);
  tellOfLinked(db, found, person, accountName, now);
  return null;
}

function changeHolder(db: Db, change: OfficeChange, agreedBy: number, now: Moment): AssignRefusal | null {
  const { office, personId, askedBy, fromDay, untilDay, invitationId } = change;
  if (office === null) throw new Error(`office change ${change.id} has no office`);
  const given = giveTo(
    db,
    {
      held: { office },
      personId,
      instead: change.instead ?? [],
      from: fromDay !== null && fromDay > localDate(now) ? fromDay : null,
      until: untilDay,
      contractEndsOn: null,
      by: askedBy,
      agreedBy,
    },
    now,
  );
  if (!given.ok) return given.refusal;
  if (invitationId !== null) noteConfirmed(db, { invitationId, personId, office, by: askedBy }, now);
  return null;
}

/** Records that the office of an invitation has begun, because its inviter confirmed the person. */
export function noteConfirmed(
  db: Db,
  of: {
    readonly invitationId: number;
    readonly personId: number;
    readonly office: Office;
    readonly by: number;
  },
  now: Moment,
): void {
  confirmInvitedOffice(db, of.invitationId, now);
  record(db, {
    at: now,
    act: 'officeConfirmed',
    by: { personId: of.by },
    personId: of.personId,
    after: { invitation: of.invitationId, office: of.office },
  });
}

/**
 * Ends a change and puts it on record. Notifies the person who asked, the account that waits and the holder of the
 * office.
 */
export function endOfficeChange(
  db: Db,
  change: OfficeChange,
  of: { readonly outcome: OfficeChangeOutcome; readonly by: number | null },
  now: Moment,
): OfficeChange {
  settleOfficeChange(db, change.id, { ...of, at: now });
  record(db, {
    at: now,
    act: 'officeChangeEnded',
    by: of.by === null ? 'bot' : { personId: of.by },
    personId: change.personId,
    after: {
      change: change.id,
      asked: change.kind,
      office: change.office,
      outcome: of.outcome,
      askedBy: change.askedBy,
    },
  });
  endWaiting(
    db,
    [officeAsked, officeMoving],
    { officeChangeId: change.id },
    ['cancelled', 'superseded'],
    now,
  );
  notifyOfficeDecided(db, change, { ...of, own: guardiansOfChange(db, change, now).own }, now);
  return { ...change, outcome: of.outcome, decidedBy: of.by, decidedAt: now };
}

/** Ends the changes that expired or whose reason is gone. Runs every minute. */
export function endOverdueChanges(db: Db, now: Moment): void {
  for (const change of waitingOfficeChanges(db)) {
    if (isStillAsked(db, change, now)) continue;
    const outcome = now >= change.expiresAt ? 'expired' : 'void';
    endOfficeChange(db, change, { outcome, by: null }, now);
  }
}

/** The offices that a person holds, now or later. */
export function officesOf(db: Db, personId: number, now: Moment): readonly Office[] {
  return [...new Set(spansOfPerson(db, personId, now).flatMap((span) => span.office ?? []))];
}

/** Whether a change about this person waits. */
export function isChangeWaitingOf(db: Db, personId: number): boolean {
  return waitingOfficeChanges(db).some((each) => each.personId === personId);
}

/** The changes that wait for this person's answer, and those that this person asked for. */
export function officeChangesFor(
  db: Db,
  personId: number,
  now: Moment,
): { readonly toAnswer: readonly OfficeChange[]; readonly asked: readonly OfficeChange[] } {
  const waiting = waitingOfficeChanges(db).filter((change) => isStillAsked(db, change, now));
  return {
    toAnswer: waiting.filter((change) => {
      const { own, others } = guardiansOfChange(db, change, now);
      return [...own, ...others].some((each) => each.id === personId);
    }),
    asked: waiting.filter((change) => change.askedBy === personId),
  };
}
