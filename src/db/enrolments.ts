import type { Moment } from '../domain/dates.ts';
import { and, asc, eq, gte, inArray, lt, type SQL, type SQLiteColumn } from './drizzle.ts';
import type { Db } from './open.ts';
import { audit } from './schema/index.ts';

/** A time in which an account was a person's. `until` null: it is so still. */
export type Enrolment = { readonly since: Moment; readonly until: Moment | null };
export type FormerEnrolment = { readonly since: Moment; readonly until: Moment };

/**
 * The enrolments of a person that are over, the oldest first: the account left, or another took its place. Without those
 * that were undone.
 */
export function formerEnrolments(db: Db, personId: number): readonly FormerEnrolment[] {
  const rows = db
    .select({ at: audit.at, act: audit.act, before: audit.before })
    .from(audit)
    .where(
      and(
        eq(audit.personId, personId),
        inArray(audit.act, ['consented', 'accountMoved', 'left', 'enrolmentUndone', 'formerUndone']),
      ),
    )
    .orderBy(asc(audit.id))
    .all();
  const over: FormerEnrolment[] = [];
  const undone = new Set<unknown>();
  let present: Moment | null = null;
  let next: Moment | null = null;
  for (const { act, at, before } of rows) {
    if (act === 'formerUndone') undone.add(before?.since);
    else if (act === 'enrolmentUndone') present = null;
    else if (act === 'consented' && present === null) present = at;
    // A person who has an account consents with another one: the move is the next row.
    else if (act === 'consented') next = at;
    else if (present !== null) {
      // The millisecond in which somebody leaves belongs to them; that of a move belongs to the next account.
      over.push({ since: present, until: act === 'left' ? at + 1 : at });
      present = act === 'left' ? null : (next ?? at);
      next = null;
    }
  }
  return over.filter(({ since }) => !undone.has(since));
}

/** For a column that holds moments of our clock. */
export function within(at: SQLiteColumn, { since, until }: Enrolment): SQL | undefined {
  return and(gte(at, since), until === null ? undefined : lt(at, until));
}

export function isWithin(at: Moment, { since, until }: Enrolment): boolean {
  return at >= since && (until === null || at < until);
}
