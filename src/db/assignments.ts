import type { LocalDate, Moment } from '../domain/dates.ts';
import { isEmpty } from '../domain/spans.ts';
import { and, asc, eq, getTableColumns, gt, isNotNull, isNull, lte, or, type SQL, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { heldAt, notOverAt, type Person } from './people.ts';
import { prepared, selecting } from './prepared.ts';
import { activity, activityPosition, assignment, type Office, person } from './schema/index.ts';

export type Assignment = typeof assignment.$inferSelect;

/** A position of the plans, or an office. */
export type Post = { readonly positionId: number } | { readonly office: Office };

export function addPerson(db: Db, name: string, createdAt: Moment): Person {
  return db.insert(person).values({ name, createdAt }).returning().get();
}

export function renamePerson(db: Db, personId: number, name: string): void {
  db.update(person).set({ name }).where(eq(person.id, personId)).run();
}

/** Gives a person a position or an office from `fromAt` on. */
export function assign(
  db: Db,
  personId: number,
  held: Post,
  fromAt: Moment,
  more: Partial<Pick<Assignment, 'untilAt' | 'acting' | 'inPlaceOf' | 'contractEndsOn' | 'decidedAt'>> = {},
): Assignment {
  return db
    .insert(assignment)
    .values({ personId, fromAt, ...held, ...more })
    .returning()
    .get();
}

/** The post of an assignment. */
export function postOf(row: Pick<Assignment, 'positionId' | 'office'>): Post {
  if (row.positionId !== null) return { positionId: row.positionId };
  if (row.office !== null) return { office: row.office };
  throw new Error('an assignment of neither a position nor an office');
}

export function assignmentById(db: Db, id: number): Assignment | undefined {
  return db.select().from(assignment).where(eq(assignment.id, id)).get();
}

/** Zero-length spans hold nothing; only a plan of changes looks at them (`domain/spans.ts`). */
const notEmpty = or(isNull(assignment.untilAt), gt(assignment.untilAt, assignment.fromAt));

/** The spans of a post that are not over at a moment, of every person, including those of the future. */
export function spansOf(db: Db, held: Post, moment: Moment): readonly Assignment[] {
  return spansToPlan(db, held, moment).filter((span) => !isEmpty(span));
}

/** The same, with the zero-length spans, which record to whom an *encargo* returns. */
export function spansToPlan(db: Db, held: Post, moment: Moment): readonly Assignment[] {
  return 'office' in held
    ? spansOfOffice(db).all({ ...held, moment })
    : spansOfPosition(db).all({ ...held, moment });
}

const spansWhere = (db: Db, which: SQL) =>
  db
    .select()
    .from(assignment)
    .where(and(which, notOverAt(sql.placeholder('moment'))))
    .orderBy(asc(assignment.fromAt), asc(assignment.id))
    .prepare();
const spansOfOffice = prepared((db) => spansWhere(db, eq(assignment.office, sql.placeholder('office'))));
const spansOfPosition = prepared((db) =>
  spansWhere(db, eq(assignment.positionId, sql.placeholder('positionId'))),
);

/** Who holds which position at a moment, and since when (epoch ms). */
export function heldPositions(
  db: Db,
  moment: Moment,
): readonly { readonly personId: number; readonly positionId: number; readonly fromAt: Moment }[] {
  return db
    .select({ personId: assignment.personId, positionId: assignment.positionId, fromAt: assignment.fromAt })
    .from(assignment)
    .where(and(isNotNull(assignment.positionId), heldAt(moment)))
    .all()
    .flatMap((row) => (row.positionId === null ? [] : [{ ...row, positionId: row.positionId }]));
}

/** A person's spans that are not over at a moment, including those of the future. */
export function spansOfPerson(db: Db, personId: number, moment: Moment): readonly Assignment[] {
  return db
    .select()
    .from(assignment)
    .where(and(eq(assignment.personId, personId), notOverAt(moment), notEmpty))
    .orderBy(asc(assignment.fromAt), asc(assignment.id))
    .all();
}

/** Every assignment that a person ever had, oldest first. */
export function assignmentsEver(db: Db, personId: number): readonly Assignment[] {
  return db
    .select()
    .from(assignment)
    .where(and(eq(assignment.personId, personId), notEmpty))
    .orderBy(asc(assignment.fromAt), asc(assignment.id))
    .all();
}

/** Spans whose planned beginning or end lies in `(after, until]`. */
export function handoversBetween(db: Db, after: Moment, until: Moment): readonly Assignment[] {
  return handovers(db).all({ after, until });
}

const within = (at: typeof assignment.fromAt | typeof assignment.untilAt) =>
  and(gt(at, sql.placeholder('after')), lte(at, sql.placeholder('until')), gt(at, assignment.decidedAt));
const handovers = selecting(getTableColumns(assignment), (rows) =>
  rows
    .from(assignment)
    .where(and(notEmpty, or(within(assignment.fromAt), within(assignment.untilAt))))
    .orderBy(asc(assignment.id)),
);

/** Spans with a known contract end that are not over at a moment. */
export function spansWithContract(db: Db, moment: Moment): readonly Assignment[] {
  return withContract(db).all({ moment });
}

const withContract = selecting(getTableColumns(assignment), (rows) =>
  rows
    .from(assignment)
    .where(and(isNotNull(assignment.contractEndsOn), heldAt(sql.placeholder('moment'))))
    .orderBy(asc(assignment.id)),
);

export function setSpan(
  db: Db,
  id: number,
  span: Partial<Pick<Assignment, 'fromAt' | 'untilAt' | 'decidedAt'>>,
): void {
  db.update(assignment).set(span).where(eq(assignment.id, id)).run();
}

export function setContractEnd(db: Db, id: number, endsOn: LocalDate | null): void {
  db.update(assignment).set({ contractEndsOn: endsOn }).where(eq(assignment.id, id)).run();
}

/** Deletes a span that has not begun and never will. */
export function dropSpan(db: Db, id: number): void {
  db.delete(assignment).where(eq(assignment.id, id)).run();
}

/** How many activities name each position, by position; without retired ones. */
export function activitiesPerPosition(db: Db): ReadonlyMap<number, number> {
  const rows = db
    .select({ positionId: activityPosition.positionId, activities: sql<number>`count(*)` })
    .from(activityPosition)
    .innerJoin(activity, eq(activity.id, activityPosition.activityId))
    .where(isNull(activity.retiredAt))
    .groupBy(activityPosition.positionId)
    .all();
  return new Map(rows.map((row) => [row.positionId, row.activities]));
}
