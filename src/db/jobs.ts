import type { Moment } from '../domain/dates.ts';
import { and, asc, eq, gte, lte, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { type JobKind, job } from './schema/index.ts';

export type Job = typeof job.$inferSelect;

/** Asks for work outside the transaction; it begins once this transaction has committed. @returns its id */
export function enqueueJob(db: Db, kind: JobKind, payload: unknown, now: Moment): number {
  return db
    .insert(job)
    .values({ kind, payload, state: 'waiting', createdAt: now, notBefore: now })
    .returning({ id: job.id })
    .get().id;
}

/** Asks for what one job does for everybody: asked while one waits, it is that one. */
export function requestJob(db: Db, kind: JobKind, now: Moment): void {
  const waiting = and(eq(job.kind, kind), eq(job.state, 'waiting'));
  if (!db.select({ id: job.id }).from(job).where(waiting).get()) enqueueJob(db, kind, {}, now);
}

export function isWaiting(db: Db, id: number): boolean {
  return db.select({ state: job.state }).from(job).where(eq(job.id, id)).get()?.state === 'waiting';
}

/** Whoever left is sent nothing more, and their chat is not kept in what was asked for. */
export function dropJobsOfChat(db: Db, chatId: number): void {
  db.delete(job)
    .where(eq(sql`json_extract(${job.payload}, '$.chatId')`, chatId))
    .run();
}

/** What may be worked on now, oldest first. */
export function readyJobs(db: Db, now: Moment): readonly Job[] {
  return db
    .select()
    .from(job)
    .where(and(eq(job.state, 'waiting'), lte(job.notBefore, now)))
    .orderBy(asc(job.id))
    .limit(50)
    .all();
}

/** When the next waiting job may begin (epoch ms); null when none waits. */
export function nextJobAt(db: Db): Moment | null {
  const row = db
    .select({ at: sql<number | null>`min(${job.notBefore})` })
    .from(job)
    .where(eq(job.state, 'waiting'))
    .get();
  return row?.at ?? null;
}

/** What it was asked with is kept no longer. */
export function settleJob(
  db: Db,
  id: number,
  state: 'done' | 'failed',
  error: string | null,
  now: Moment,
): void {
  db.update(job).set({ state, error, settledAt: now, payload: {} }).where(eq(job.id, id)).run();
}

/** What the work was about is not kept: it carried a secret. */
export function forgetJob(db: Db, id: number): void {
  db.update(job).set({ payload: {} }).where(eq(job.id, id)).run();
}

/** Not now: again after a while. */
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
