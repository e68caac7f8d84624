import type { Moment } from '../domain/dates.ts';
import {
  and,
  asc,
  eq,
  getTableColumns,
  gt,
  isNotNull,
  isNull,
  lte,
  ne,
  or,
  type Placeholder,
  sql,
} from './drizzle.ts';
import type { Db } from './open.ts';
import { given, prepared, selecting } from './prepared.ts';
import { activityPosition, assignment, type Office, outbox, person, position } from './schema/index.ts';

export type Person = typeof person.$inferSelect;
export type EnrolledPerson = Person & { readonly telegramUserId: number; readonly enrolledAt: number };
export type Position = typeof position.$inferSelect;
export type Holdings = { readonly positions: readonly Position[]; readonly offices: readonly Office[] };

/** Whether a span has not ended at a moment; `heldAt`: whether it has begun too. */
export const notOverAt = (moment: Moment | Placeholder) =>
  or(isNull(assignment.untilAt), gt(assignment.untilAt, moment));
export const heldAt = (moment: Moment | Placeholder) =>
  and(lte(assignment.fromAt, moment), notOverAt(moment));

export function isEnrolled(someone: Person): someone is EnrolledPerson {
  return someone.telegramUserId !== null && someone.enrolledAt !== null;
}

export function personById(db: Db, id: number): Person | undefined {
  return byId(db).get({ id });
}

const byId = selecting(getTableColumns(person), (rows) =>
  rows.from(person).where(eq(person.id, sql.placeholder('id'))),
);
const byAccount = selecting(getTableColumns(person), (rows) =>
  rows.from(person).where(eq(person.telegramUserId, sql.placeholder('account'))),
);

/** The enrolled person of a Telegram account. The numeric id alone identifies an account. */
export function personOfAccount(db: Db, telegramUserId: number): EnrolledPerson | undefined {
  const found = byAccount(db).get({ account: telegramUserId });
  return found && isEnrolled(found) ? found : undefined;
}

export function allPeople(db: Db): readonly Person[] {
  return db.select().from(person).orderBy(asc(person.id)).all();
}

export function enrolledPeople(db: Db): readonly EnrolledPerson[] {
  return db
    .select()
    .from(person)
    .where(isNotNull(person.telegramUserId))
    .orderBy(asc(person.id))
    .all()
    .filter(isEnrolled);
}

const held = prepared((db) =>
  db
    .select({ position, office: assignment.office })
    .from(assignment)
    .leftJoin(position, eq(position.id, assignment.positionId))
    .where(and(eq(assignment.personId, sql.placeholder('personId')), heldAt(sql.placeholder('moment'))))
    .orderBy(asc(position.id))
    .prepare(),
);

/** The posts of a person at a moment. */
export function holdingsOf(db: Db, personId: number, moment: Moment): Holdings {
  const rows = held(db).all({ personId, moment });
  return {
    positions: rows.flatMap((row) => (row.position ? [row.position] : [])),
    offices: rows.flatMap((row) => (row.office ? [row.office] : [])),
  };
}

/** The positions with an enrolled holder at a moment. */
export function enrolledPositions(db: Db, moment: Moment): ReadonlySet<number> {
  const rows = db
    .select({ positionId: assignment.positionId })
    .from(assignment)
    .innerJoin(person, eq(person.id, assignment.personId))
    .where(and(isNotNull(assignment.positionId), isNotNull(person.telegramUserId), heldAt(moment)))
    .all();
  return new Set(rows.flatMap((row) => row.positionId ?? []));
}

/** The enrolled people who hold an office at a moment, and since when. */
export function officeHolders(
  db: Db,
  office: Office,
  moment: Moment,
): readonly (EnrolledPerson & { readonly heldFrom: Moment })[] {
  return inOffice(db)
    .all({ office, moment })
    .flatMap((row) => (isEnrolled(row.person) ? [{ ...row.person, heldFrom: row.heldFrom }] : []));
}

const inOffice = selecting({ person, heldFrom: assignment.fromAt }, (rows) =>
  rows
    .from(assignment)
    .innerJoin(person, eq(person.id, assignment.personId))
    .where(and(eq(assignment.office, sql.placeholder('office')), heldAt(sql.placeholder('moment'))))
    .orderBy(asc(person.id)),
);

const holders = selecting({ person }, (rows) =>
  rows
    .from(assignment)
    .innerJoin(person, eq(person.id, assignment.personId))
    .where(and(eq(assignment.positionId, sql.placeholder('positionId')), heldAt(sql.placeholder('moment'))))
    .orderBy(asc(person.id)),
);

/** The holders of a position at a moment, enrolled or not. */
export function holdersOf(db: Db, positionId: number, moment: Moment): readonly Person[] {
  return holders(db)
    .all({ positionId, moment })
    .map((row) => row.person);
}

const holdersAmong = selecting({ positionId: assignment.positionId, person }, (rows) =>
  rows
    .from(assignment)
    .innerJoin(person, eq(person.id, assignment.personId))
    .where(
      and(
        sql`${assignment.positionId} in (select value from json_each(${sql.placeholder('positions')}))`,
        heldAt(sql.placeholder('moment')),
      ),
    )
    .orderBy(asc(person.id)),
);

/** The holders of each of some positions, as `holdersOf`; a position that nobody holds is not in it. */
export function holdersOfEach(
  db: Db,
  positionIds: Iterable<number>,
  moment: Moment,
): ReadonlyMap<number | null, readonly Person[]> {
  const positions = JSON.stringify([...new Set(positionIds)]);
  const grouped = Map.groupBy(holdersAmong(db).all({ positions, moment }), (row) => row.positionId);
  return new Map([...grouped].map(([id, own]) => [id, own.map((row) => row.person)]));
}

const othersInCharge = selecting({ person }, (rows) =>
  rows
    .from(activityPosition)
    .innerJoin(assignment, eq(assignment.positionId, activityPosition.positionId))
    .innerJoin(person, eq(person.id, assignment.personId))
    .where(
      and(
        eq(activityPosition.activityId, sql.placeholder('activityId')),
        heldAt(sql.placeholder('moment')),
        ne(person.id, sql.placeholder('personId')),
      ),
    )
    .groupBy(person.id)
    .orderBy(asc(person.id)),
);

/** The other holders of an activity's positions at a moment, enrolled or not. */
export function othersResponsible(
  db: Db,
  of: { readonly activityId: number; readonly personId: number },
  moment: Moment,
): readonly Person[] {
  return othersInCharge(db)
    .all({ ...of, moment })
    .map((row) => row.person);
}

export function positionById(db: Db, id: number): Position | undefined {
  return db.select().from(position).where(eq(position.id, id)).get();
}

export function allPositions(db: Db): readonly Position[] {
  return db.select().from(position).orderBy(asc(position.id)).all();
}

const heard = () => ({
  lastHeardAt: given('heardAt', person.lastHeardAt),
  unreachableSince: null,
  unreachableReason: null,
});
const setHeard = prepared((db) =>
  db
    .update(person)
    .set(heard())
    .where(eq(person.id, sql.placeholder('id')))
    .prepare(),
);
const setWrote = prepared((db) =>
  db
    .update(person)
    .set({ ...heard(), lastWroteAfterRow: sql`(select coalesce(max(${outbox.id}), 0) from ${outbox})` })
    .where(eq(person.id, sql.placeholder('id')))
    .prepare(),
);

/**
 * Notes a sign of life: the person can be reached again. `wrote`: a message, not a tap, so earlier messages
 * of ours are no longer the last in the chat.
 */
export function markHeard(db: Db, someone: Person, moment: Moment, wrote: boolean): void {
  const update = wrote ? setWrote(db) : setHeard(db);
  update.run({ id: someone.id, heardAt: Math.max(moment, someone.lastHeardAt ?? 0) });
}

/** Tries a person once more, on somebody's request; Telegram's next answer decides. */
export function markReachable(db: Db, personId: number): void {
  db.update(person)
    .set({ unreachableSince: null, unreachableReason: null })
    .where(eq(person.id, personId))
    .run();
}

export function markUnreachable(db: Db, telegramUserId: number, moment: Moment, reason: string): void {
  db.update(person)
    .set({ unreachableSince: moment, unreachableReason: reason })
    .where(and(eq(person.telegramUserId, telegramUserId), isNull(person.unreachableSince)))
    .run();
}
