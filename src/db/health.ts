import type { Moment } from '../domain/dates.ts';
import { and, asc, eq, gt, gte, inArray, isNotNull, sql } from './drizzle.ts';
import type { Db, Sqlite } from './open.ts';
import { outbox, person, update } from './schema/index.ts';

/** Faults of the file in SQLite's words: pages, indexes, references. Empty when all is well. */
export function damages(sqlite: Sqlite): readonly string[] {
  const check = sqlite.prepare('pragma integrity_check(10)').pluck().all().map(String);
  const broken = sqlite.prepare('pragma foreign_key_check').all() as readonly { readonly table: string }[];
  return [
    ...check.filter((line) => line !== 'ok'),
    ...[...new Set(broken.map((row) => row.table))].map((table) => `foreign key: ${table}`),
  ];
}

/** How many messages are in each state. */
export function outboxStates(db: Db): Readonly<Record<string, number>> {
  const rows = db
    .select({ state: outbox.state, rows: sql<number>`count(*)` })
    .from(outbox)
    .groupBy(outbox.state)
    .all();
  return Object.fromEntries(rows.map((row) => [row.state, row.rows]));
}

/**
 * Messages since a moment that Telegram will never take, oldest first. Answers to taps and edits are left
 * out: they may come too late without anybody's fault. A person who wrote afterwards can be reached again.
 */
export function refusedSince(
  db: Db,
  moment: Moment,
): readonly {
  readonly kind: string;
  readonly name: string | null;
  readonly reason: string;
  readonly at: Moment;
}[] {
  return db
    .select({ kind: outbox.kind, person, reason: outbox.reason, at: outbox.settledAt })
    .from(outbox)
    .leftJoin(person, eq(person.id, outbox.personId))
    .where(
      and(
        eq(outbox.state, 'refused'),
        gte(outbox.settledAt, moment),
        inArray(outbox.kind, ['reply', 'reminder', 'summary', 'notice']),
      ),
    )
    .orderBy(asc(outbox.id))
    .all()
    .map(({ kind, person: to, reason, at }) => ({ kind, to, reason: reason ?? '', at: at ?? moment }))
    .filter(({ to, at }) => (to?.lastHeardAt ?? 0) <= at)
    .map(({ kind, to, reason, at }) => ({ kind, name: to?.name ?? null, reason, at }));
}

/** Messages in retry, by the reason of the last failure. */
export function retrying(db: Db): ReadonlyMap<string, number> {
  const rows = db
    .select({ reason: outbox.reason, rows: sql<number>`count(*)` })
    .from(outbox)
    .where(and(eq(outbox.state, 'released'), gt(outbox.attempts, 0), isNotNull(outbox.reason)))
    .groupBy(outbox.reason)
    .all();
  return new Map(rows.map((row) => [row.reason ?? '', row.rows]));
}

/** Updates that failed three times and were set aside since a moment, oldest first. */
export function updatesSetAside(
  db: Db,
  moment: Moment,
): readonly { readonly updateId: number; readonly error: string; readonly at: Moment }[] {
  return db
    .select({ updateId: update.updateId, error: update.error, at: update.receivedAt })
    .from(update)
    .where(and(eq(update.state, 'setAside'), gte(update.receivedAt, moment)))
    .orderBy(asc(update.receivedAt))
    .all()
    .map((row) => ({ ...row, error: row.error ?? '' }));
}
