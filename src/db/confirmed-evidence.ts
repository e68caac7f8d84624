import { and, asc, eq, inArray, isNotNull } from './drizzle.ts';
import { type Evidence, storedWithBytes } from './evidence.ts';
import type { Db } from './open.ts';
import { evidence } from './schema/index.ts';

/**
 * The pieces that a message confirms and that count, oldest first. A file that was sent again counts as long as the
 * first one with its bytes is kept.
 */
export function confirmedIn(db: Db, rowId: number): readonly Evidence[] {
  const all = db
    .select()
    .from(evidence)
    .where(eq(evidence.confirmedIn, rowId))
    .orderBy(asc(evidence.id))
    .all();
  return all.filter((each) => keptOf(db, each) !== undefined);
}

/** The row that keeps a piece: its own, or the one with the same bytes that was there before. */
export function keptOf(db: Db, each: Evidence): Evidence | undefined {
  if (each.state === 'stored' || each.state === 'fetching') return each;
  if (each.state !== 'refused' || each.sha256 === null) return undefined;
  return storedWithBytes(db, each.sha256).find(
    ({ personId, activityId, cutId }) =>
      personId === each.personId && activityId === each.activityId && cutId === each.cutId,
  );
}

/** The outbox row that confirms the items of an album so far; null: none does. */
export function confirmationOfAlbum(
  db: Db,
  { personId, mediaGroupId, activityId, cutId }: Evidence,
): number | null {
  if (mediaGroupId === null) return null;
  const first = db
    .select({ row: evidence.confirmedIn })
    .from(evidence)
    .where(
      and(
        eq(evidence.personId, personId),
        eq(evidence.mediaGroupId, mediaGroupId),
        eq(evidence.activityId, activityId),
        eq(evidence.cutId, cutId),
        isNotNull(evidence.confirmedIn),
      ),
    )
    .orderBy(asc(evidence.id))
    .limit(1)
    .get();
  return first?.row ?? null;
}

export function setConfirmedIn(db: Db, ids: readonly number[], rowId: number): void {
  db.update(evidence)
    .set({ confirmedIn: rowId })
    .where(inArray(evidence.id, [...ids]))
    .run();
}

/** What a message confirms is confirmed in another one from now on. */
export function moveConfirmation(db: Db, from: number, to: number): void {
  db.update(evidence).set({ confirmedIn: to }).where(eq(evidence.confirmedIn, from)).run();
}
