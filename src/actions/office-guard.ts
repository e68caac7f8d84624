import { appointmentOf, wasEverHeld } from '../db/appointments.ts';
import type { OfficeChange } from '../db/office-changes.ts';
import type { Db } from '../db/open.ts';
import { type EnrolledPerson, holdingsOf, isEnrolled, officeHolders, personById } from '../db/people.ts';
import { sameAccountAs } from '../db/review.ts';
import { type Office, offices } from '../db/schema/index.ts';
import type { Moment } from '../domain/dates.ts';

/** A change of an office that somebody asks for in the chat. */
export type AskedOf = Pick<OfficeChange, 'kind' | 'askedBy' | 'personId'> & {
  /** Who gives the office up. */
  readonly instead: readonly number[];
};

/** Who may say yes to a change of an office (specification: Guarded offices). */
export type Guardians = {
  /** The accounts that would lose it: they hear at once whatever the hour. */
  readonly own: readonly EnrolledPerson[];
  /** Others who hold an office. */
  readonly others: readonly EnrolledPerson[];
};

export type Guard =
  | { readonly needs: 'yes'; readonly of: Guardians }
  /** Nobody can say yes: only the operator can do it. */
  | { readonly needs: 'operator' }
  /** Nobody ever held it, and nobody else holds any. */
  | { readonly needs: 'nothing' };

export function guardOf(db: Db, asked: AskedOf, about: readonly Office[], now: Moment): Guard {
  const of = guardiansOf(db, asked, now);
  if (of.own.length + of.others.length > 0) return { needs: 'yes', of };
  return about.some((office) => wasEverHeld(db, office, now)) ? { needs: 'operator' } : { needs: 'nothing' };
}

/**
 * The present account of whoever changes theirs may say yes, also when they asked themselves. Of an office that is given,
 * whoever gives it up. Of all others: whoever holds an office, is neither who asks nor who receives, by person or by
 * account, and does not owe the office to who asks.
 */
export function guardiansOf(db: Db, asked: AskedOf, now: Moment): Guardians {
  const asks = sameAccountAs(db, asked.askedBy);
  const excluded = new Set([...asks, ...sameAccountAs(db, asked.personId)]);
  const losing = asked.kind === 'account' ? [asked.personId] : asked.instead;
  const own = losing
    .flatMap((id) => personById(db, id) ?? [])
    .filter(isEnrolled)
    .filter((person) => asked.kind === 'account' || !excluded.has(person.id));
  const known = new Set(own.map((person) => person.id));
  const all = new Map(
    offices.flatMap((office) => officeHolders(db, office, now)).map((each) => [each.id, each] as const),
  );
  const others = [...all.values()].filter(
    (each) => !excluded.has(each.id) && !known.has(each.id) && !owesOffice(db, each.id, asks, now),
  );
  return { own, others };
}

/** Whether everything that a person holds was given by one of these, alone: they are no second opinion on that one. */
export function owesOffice(db: Db, personId: number, to: ReadonlySet<number>, now: Moment): boolean {
  const held = holdingsOf(db, personId, now).offices.map((office) => appointmentOf(db, personId, office));
  return held.every((each) => each?.alone === true && each.appointedBy !== null && to.has(each.appointedBy));
}
