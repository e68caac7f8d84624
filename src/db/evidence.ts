import { and, asc, eq, inArray } from './drizzle.ts';
import type { Db } from './open.ts';
import { evidence } from './schema/index.ts';

export type Evidence = typeof evidence.$inferSelect;

export function addEvidence(db: Db, row: typeof evidence.$inferInsert): Evidence {
  return db.insert(evidence).values(row).returning().get();
}

export function evidenceById(db: Db, id: number): Evidence | undefined {
  return db.select().from(evidence).where(eq(evidence.id, id)).get();
}

/** The first item of an album that has a place already. */
export function evidenceOfAlbum(db: Db, personId: number, mediaGroupId: string): Evidence | undefined {
  return db
    .select()
    .from(evidence)
    .where(and(eq(evidence.personId, personId), eq(evidence.mediaGroupId, mediaGroupId)))
    .orderBy(asc(evidence.id))
    .limit(1)
    .get();
}

/** What shows that these cuts' reports are true, oldest first; refused files are left out. */
export function evidenceOfCuts(db: Db, cutIds: readonly number[]): readonly Evidence[] {
  return db
    .select()
    .from(evidence)
    .where(and(inArray(evidence.cutId, [...cutIds]), inArray(evidence.state, ['stored', 'fetching'])))
    .orderBy(asc(evidence.id))
    .all();
}

/** What is kept of an activity at a cut, oldest first. */
export function storedEvidenceOf(
  db: Db,
  of: { readonly activityId: number; readonly cutId: number },
): readonly Evidence[] {
  return db
    .select()
    .from(evidence)
    .where(
      and(eq(evidence.activityId, of.activityId), eq(evidence.cutId, of.cutId), eq(evidence.state, 'stored')),
    )
    .orderBy(asc(evidence.id))
    .all();
}

export function markStored(
  db: Db,
  id: number,
  file: {
    readonly storedName: string;
    readonly mime: string;
    readonly bytes: number;
    readonly sha256: string;
  },
): void {
  db.update(evidence)
    .set({ ...file, state: 'stored', fileId: null })
    .where(eq(evidence.id, id))
    .run();
}

export function markNotKept(db: Db, id: number): void {
  db.update(evidence).set({ state: 'refused', fileId: null }).where(eq(evidence.id, id)).run();
}
