import type { Moment } from '../domain/dates.ts';
import { eq, inArray, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { job, outbox } from './schema/index.ts';

/** The open work. It uses the indexes of open rows alone, because it runs every few seconds. */
export function openWork(db: Db): {
  readonly waiting: number;
  readonly released: number;
  /** When the oldest released message could have gone; null when nothing is released. */
  readonly releasedSince: Moment | null;
  readonly jobs: number;
} {
  const rows = db
    .select({
      state: outbox.state,
      rows: sql<number>`count(*)`,
      since: sql<number>`min(max(${outbox.createdAt}, ${outbox.notBefore}))`,
    })
    .from(outbox)
    .where(inArray(outbox.state, ['waiting', 'released']))
    .groupBy(outbox.state)
    .all();
  const of = (state: string) => rows.find((row) => row.state === state);
  const jobs = db.select({ rows: sql<number>`count(*)` }).from(job).where(eq(job.state, 'waiting')).get();
  return {
    waiting: of('waiting')?.rows ?? 0,
    released: of('released')?.rows ?? 0,
    releasedSince: of('released')?.since ?? null,
    jobs: jobs?.rows ?? 0,
  };
}
