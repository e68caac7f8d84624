import type { Moment } from '../domain/dates.ts';
import { eq, getTableColumns, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { given, prepared, selecting } from './prepared.ts';
import { type RoundItem, round } from './schema/index.ts';

export type Round = typeof round.$inferSelect;

const roundQuery = selecting(getTableColumns(round), (rows) =>
  rows.from(round).where(eq(round.personId, sql.placeholder('personId'))),
);

export function roundOf(db: Db, personId: number): Round | undefined {
  return roundQuery(db).get({ personId });
}

const writeRound = prepared((db) =>
  db
    .insert(round)
    .values({
      personId: sql.placeholder('personId'),
      startedAt: sql.placeholder('startedAt'),
      items: sql.placeholder('items'),
    })
    .onConflictDoUpdate({
      target: round.personId,
      set: { startedAt: given('startedAt', round.startedAt), items: given('items', round.items) },
    })
    .prepare(),
);

export function saveRound(db: Db, personId: number, startedAt: Moment, items: readonly RoundItem[]): void {
  writeRound(db).run({ personId, startedAt, items });
}

export function endRound(db: Db, personId: number): void {
  db.delete(round).where(eq(round.personId, personId)).run();
}
