/**
 * The demo's readings of the bot's own database, which it never writes: the outbox, and whether work is under
 * way.
 */
import { and, asc, desc, eq, inArray, lte, notInArray, sql } from '../../db/drizzle.ts';
import type { Db } from '../../db/open.ts';
import { job, outbox, person } from '../../db/schema/index.ts';
import type { Moment } from '../../domain/dates.ts';

export type LedgerRow = Pick<
  typeof outbox.$inferSelect,
  'id' | 'chatId' | 'kind' | 'state' | 'reason' | 'attempts' | 'createdAt' | 'settledAt'
> & { readonly name: string | null };

const columns = {
  id: outbox.id,
  chatId: outbox.chatId,
  kind: outbox.kind,
  state: outbox.state,
  reason: outbox.reason,
  attempts: outbox.attempts,
  createdAt: outbox.createdAt,
  settledAt: outbox.settledAt,
  name: person.name,
};

/** The newest rows of the outbox, newest first. */
export function newestRows(db: Db, most: number): readonly LedgerRow[] {
  return db
    .select(columns)
    .from(outbox)
    .leftJoin(person, eq(person.id, outbox.personId))
    .orderBy(desc(outbox.id))
    .limit(most)
    .all();
}

/** Notices that are settled, whatever the outcome. */
export function settledBroadcasts(db: Db): readonly LedgerRow[] {
  return db
    .select(columns)
    .from(outbox)
    .leftJoin(person, eq(person.id, outbox.personId))
    .where(
      and(
        inArray(outbox.kind, ['reminder', 'summary', 'notice']),
        notInArray(outbox.state, ['waiting', 'released']),
      ),
    )
    .orderBy(asc(outbox.id))
    .all();
}

/** Messages on their way, and jobs that they wait for. */
export function underWay(db: Db, now: Moment): number {
  const rows = db.select({ n: sql<number>`count(*)` }).from(outbox).where(eq(outbox.state, 'released')).get();
  const jobs = db
    .select({ n: sql<number>`count(*)` })
    .from(job)
    .where(and(eq(job.state, 'waiting'), lte(job.notBefore, now)))
    .get();
  return (rows?.n ?? 0) + (jobs?.n ?? 0);
}
