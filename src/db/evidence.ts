import type { Moment } from '../domain/dates.ts';
import { record } from './audit.ts';
import { and, asc, eq, inArray, ne } from './drizzle.ts';
import type { Db } from './open.ts';
import { evidence } from './schema/index.ts';

export type Evidence = typeof evidence.$inferSelect;

/** A link is kept, and on record, at once; a file when it has been fetched (`markStored`). */
export function addEvidence(db: Db, row: typeof evidence.$inferInsert): Evidence {
  const added = db.insert(evidence).values(row).returning().get();
  if (added.state === 'stored') recordEvidence(db, added, added.moment);
  return added;
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
  now: Moment,
): void {
  const stored = db
    .update(evidence)
    .set({ ...file, state: 'stored', fileId: null })
    .where(eq(evidence.id, id))
    .returning()
    .get();
  recordEvidence(db, stored, now);
}

/** What was kept and when, with what its file can be told by (SHA-256). */
function recordEvidence(db: Db, kept: Evidence, at: Moment): void {
  const { id, kind, mime, bytes, sha256, url, personId, activityId, cutId } = kept;
  const after = kind === 'link' ? { evidence: id, kind, url } : { evidence: id, kind, mime, bytes, sha256 };
  record(db, { at, act: 'evidenceReceived', by: { personId }, activityId, cutId, after });
}

export function markNotKept(db: Db, id: number): void {
  db.update(evidence).set({ state: 'refused', fileId: null }).where(eq(evidence.id, id)).run();
}

/** How many files and links a person sent as evidence. */
export function countEvidenceOf(db: Db, personId: number): number {
  return db
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.personId, personId), ne(evidence.state, 'refused')))
    .all().length;
}
