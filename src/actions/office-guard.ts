import { appointmentOf, wasEverHeld } from '../db/appointments.ts';
import type { OfficeChange } from '../db/office-changes.ts';
import type { Db } from '../db/open.ts';
import { type EnrolledPerson, holdingsOf, isEnrolled, officeHolders, personById } from '../db/people.ts';
import { sameAccountAs } from '../db/review.ts';
import { type Office, offices } from '../db/schema/index.ts';
import type { Moment } from '../domain/dates.ts';

/** A change of an office as somebody asks for it in the chat. */
export type AskedOf = Pick<OfficeChange, 'kind' | 'askedBy' | 'personId'> & {
  /** The people who give the office up. */
  readonly instead: readonly number[];
};

/** The people who may say yes to a change of an office (specification: Guarded offices). */
export type Guardians = {
  /** The accounts that would lose the office: they are asked at once, whatever the hour. */
  readonly own: readonly EnrolledPerson[];
  /** Others who hold an office. */
  readonly others: readonly EnrolledPerson[];
};

export type Guard =
  | { readonly needs: 'yes'; readonly of: Guardians }
  /** Nobody can say yes: only the operator can do it. */
  | { readonly needs: 'operator' }
  /**
   * Nobody can say yes, and none is needed: nobody ever held the office, or a coordinator gives or hands over the
   * coordination.
   */
  | { readonly needs: 'nothing' };

export function guardOf(db: Db, asked: AskedOf, about: readonly Office[], now: Moment): Guard {
  const of = guardiansOf(db, asked, now);
  if (of.own.length + of.others.length > 0) return { needs: 'yes', of };
  const isFree = (office: Office) =>
    !wasEverHeld(db, office, now) || (office === 'coordinator' && isOwnGift(db, asked, now));
  return about.every(isFree) ? { needs: 'nothing' } : { needs: 'operator' };
}

/** Whether a coordinator makes somebody else coordinate, beside them or in their own place. */
function isOwnGift(db: Db, { kind, askedBy, instead }: AskedOf, now: Moment): boolean {
  if (kind !== 'holder' || instead.some((id) => id !== askedBy)) return false;
  return officeHolders(db, 'coordinator', now).some((each) => each.id === askedBy);
}

/**
 * The people who may say yes. For another account: the present account, also when that person asked. For an office: the
 * holder who gives it up. For both: every other holder of an office who neither asks nor receives, by person or by
 * account, and is not of one party with the person who asks.
 */
export function guardiansOf(db: Db, asked: AskedOf, now: Moment): Guardians {
  const asks = sameAccountAs(db, asked.askedBy);
  const receives = sameAccountAs(db, asked.personId);
  const losing = asked.kind === 'account' ? [asked.personId] : asked.instead;
  const own = losing
    .flatMap((id) => personById(db, id) ?? [])
    .filter(isEnrolled)
    .filter(({ id }) => asked.kind === 'account' || !(asks.has(id) || receives.has(id)));
  const excluded = new Set([...own.map(({ id }) => id), ...receives, ...partyOf(db, asked.askedBy, now)]);
  const others = allHolders(db, now).filter((each) => !excluded.has(each.id));
  return { own, others };
}

/**
 * Everybody who gives no second opinion on what a person asks: people with the same account, people whom that person
 * appointed alone to everything they hold, people who appointed that person so, and so on.
 */
export function partyOf(db: Db, personId: number, now: Moment): ReadonlySet<number> {
  const holders = allHolders(db, now).map(({ id }) => ({ id, by: whoAppointedAlone(db, id, now) }));
  const party = new Set(sameAccountAs(db, personId));
  for (let size = 0; size !== party.size; ) {
    size = party.size;
    for (const { id, by } of holders) {
      const isIn = party.has(id);
      const joins = isIn ? by : by.length > 0 && by.every((each) => party.has(each)) ? [id] : [];
      for (const each of joins) for (const same of sameAccountAs(db, each)) party.add(same);
    }
  }
  return party;
}

/** The people who gave a person everything that they hold, each alone; empty when any of it came otherwise. */
function whoAppointedAlone(db: Db, personId: number, now: Moment): readonly number[] {
  const held = holdingsOf(db, personId, now).offices.map((office) => appointmentOf(db, personId, office));
  const by = held.flatMap((each) => (each?.alone && each.appointedBy !== null ? [each.appointedBy] : []));
  return by.length === held.length ? by : [];
}

function allHolders(db: Db, now: Moment): readonly EnrolledPerson[] {
  const held = offices.flatMap((office) => officeHolders(db, office, now));
  return [...new Map(held.map((each) => [each.id, each])).values()];
}
