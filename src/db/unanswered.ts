import type { Moment } from '../domain/dates.ts';
import { and, eq, gt, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { outbox, question } from './schema/index.ts';

/** People with an open question that was asked before a moment. */
export function askedBefore(db: Db, moment: Moment): ReadonlySet<number> {
  const rows = db
    .select({ personId: question.personId })
    .from(question)
    .where(and(eq(question.state, 'open'), sql`${question.askedAt} < ${moment}`))
    .all();
  return new Set(rows.map((row) => row.personId));
}

/** Whether a person got an answer after a moment. */
export function wasAnsweredSince(db: Db, personId: number, moment: Moment): boolean {
  return (
    db
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(eq(outbox.personId, personId), eq(outbox.kind, 'reply'), gt(outbox.createdAt, moment)))
      .limit(1)
      .get() !== undefined
  );
}
