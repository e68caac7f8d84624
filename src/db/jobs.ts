import type { Moment } from '../domain/dates.ts';
import { and, eq, getTableColumns, gte, lte, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { given, prepared, selecting } from './prepared.ts';
import { evidence, type JobKind, job } from './schema/index.ts';
import { noteErased } from './traces.ts';

export type Job = typeof job.$inferSelect;

/**
 * Adds a job outside the transaction; it begins once this transaction has committed.
 * @returns its id
 */
export function enqueueJob(db: Db, kind: JobKind, payload: unknown, now: Moment): number {
  return addJob(db).get({ kind, payload, now }).id;
}

const addJob = prepared((db) =>
  db
    .insert(job)
    .values({
      kind: sql.placeholder('kind'),
      payload: sql.placeholder('payload'),
      state: 'waiting',
      createdAt: sql.placeholder('now'),
      notBefore: sql.placeholder('now'),
    })
    .returning({ id: job.id })
    .prepare(),
);

/** Asks for a job that serves everybody; one that already waits is enough. */
export function requestJob(db: Db, kind: JobKind, now: Moment): void {
  if (!waitingOfKind(db).get({ kind })) enqueueJob(db, kind, {}, now);
}

const waitingOfKind = selecting({ id: job.id }, (rows) =>
  rows.from(job).where(and(eq(job.kind, sql.placeholder('kind')), eq(job.state, 'waiting'))),
);

/**
 * Asks for a job that somebody may already wait for. A waiting job with the same values under the named keys
 * is reused, with the latest request.
 * @returns whether it is a new job
 */
export function requestOnce<Payload extends Readonly<Record<string, string | number | null>>>(
  db: Db,
  kind: JobKind,
  payload: Payload,
  keys: readonly (keyof Payload & string)[],
  now: Moment,
): boolean {
  const agrees = keys.map((key) => sql`json_extract(${job.payload}, ${`$.${key}`}) is ${payload[key]}`);
  const asked = db
    .update(job)
    .set({ payload })
    .where(and(eq(job.kind, kind), eq(job.state, 'waiting'), ...agrees))
    .returning({ id: job.id })
    .get();
  if (asked === undefined) enqueueJob(db, kind, payload, now);
  return asked === undefined;
}

/** Whether a job with these values in its payload waits. */
export function isJobWaiting(
  db: Db,
  kind: JobKind,
  values: Readonly<Record<string, string | number>>,
): boolean {
  const agrees = Object.entries(values).map(
    ([key, value]) => sql`json_extract(${job.payload}, ${`$.${key}`}) is ${value}`,
  );
  const waiting = and(eq(job.kind, kind), eq(job.state, 'waiting'), ...agrees);
  return db.select({ id: job.id }).from(job).where(waiting).get() !== undefined;
}

export function jobById(db: Db, id: number): Job | undefined {
  return byId(db).get({ id });
}

const isOne = eq(job.id, sql.placeholder('id'));
const byId = selecting(getTableColumns(job), (rows) => rows.from(job).where(isOne));

/** Drops the jobs of a person who left: they are sent nothing more, and no job keeps their chat. */
export function dropJobsOfChat(db: Db, chatId: number): void {
  db.delete(job)
    .where(eq(sql`json_extract(${job.payload}, '$.chatId')`, chatId))
    .run();
}

/** The oldest job of a person that may start now; null: a job of no person. */
export type Ready = { readonly personId: number | null; readonly jobId: number };

/** For each person, the oldest job that may start now. */
export function readyJobs(db: Db, now: Moment): readonly Ready[] {
  return oldestReady(db).all({ now });
}

const sender = sql`(select ${evidence.personId} from ${evidence} where ${evidence.id} = json_extract(${job.payload}, '$.evidenceId'))`;
const personOf = sql<number | null>`coalesce(json_extract(${job.payload}, '$.personId'), ${sender})`;
const oldestReady = selecting({ personId: personOf, jobId: sql<number>`min(${job.id})` }, (rows) =>
  rows
    .from(job)
    .where(and(eq(job.state, 'waiting'), lte(job.notBefore, sql.placeholder('now'))))
    .groupBy(personOf),
);

/** When the next waiting job may begin (epoch ms); null when none waits. */
export function nextJobAt(db: Db): Moment | null {
  return nextBeginning(db).get()?.at ?? null;
}

const nextBeginning = selecting({ at: sql<number | null>`min(${job.notBefore})` }, (rows) =>
  rows.from(job).where(eq(job.state, 'waiting')),
);

/** Ends a job and erases what it was asked with. */
export function settleJob(
  db: Db,
  id: number,
  state: 'done' | 'failed',
  error: string | null,
  now: Moment,
): void {
  settle(db).run({ id, state, error, now });
}

const settle = prepared((db) =>
  db
    .update(job)
    .set({
      state: given('state', job.state),
      error: given('error', job.error),
      settledAt: given('now', job.settledAt),
      payload: {},
    })
    .where(isOne)
    .prepare(),
);

/** Deletes a job that carried a secret. */
export function forgetJob(db: Db, id: number): void {
  db.update(job).set({ payload: {} }).where(eq(job.id, id)).run();
  noteErased(db);
}

/** Postpones a job to a later moment. */
export function postponeJob(db: Db, id: number, attempts: number, error: string, notBefore: Moment): void {
  db.update(job).set({ attempts, error, notBefore }).where(eq(job.id, id)).run();
}

/** How many jobs were given up since a moment, by kind. */
export function failedJobsSince(db: Db, moment: Moment): ReadonlyMap<JobKind, number> {
  const rows = db
    .select({ kind: job.kind, jobs: sql<number>`count(*)` })
    .from(job)
    .where(and(eq(job.state, 'failed'), gte(job.settledAt, moment)))
    .groupBy(job.kind)
    .all();
  return new Map(rows.map((row) => [row.kind, row.jobs]));
}
