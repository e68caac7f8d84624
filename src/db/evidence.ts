import type { Moment } from '../domain/dates.ts';
import type { EvidenceLeft } from '../domain/evidence-limit.ts';
import { record } from './audit.ts';
import { and, asc, eq, inArray, ne, type SQL, sql } from './drizzle.ts';
import { enqueueJob } from './jobs.ts';
import type { Db } from './open.ts';
import { evidence } from './schema/index.ts';

export type Evidence = typeof evidence.$inferSelect;

/**
 * Adds a piece of evidence. A link is kept and recorded at once, a file when it has been fetched
 * (`markStored`).
 */
export function addEvidence(db: Db, row: typeof evidence.$inferInsert): Evidence {
  const added = db.insert(evidence).values(row).returning().get();
  if (added.state === 'stored') recordEvidence(db, added, added.moment);
  return added;
}

export function evidenceById(db: Db, id: number): Evidence | undefined {
  return db.select().from(evidence).where(eq(evidence.id, id)).get();
}

/** The first item of an album whose activity is known. */
export function evidenceOfAlbum(db: Db, personId: number, mediaGroupId: string): Evidence | undefined {
  return db
    .select()
    .from(evidence)
    .where(and(eq(evidence.personId, personId), eq(evidence.mediaGroupId, mediaGroupId)))
    .orderBy(asc(evidence.id))
    .limit(1)
    .get();
}

/** The evidence of these cuts, oldest first; without refused files. */
export function evidenceOfCuts(db: Db, cutIds: readonly number[]): readonly Evidence[] {
  return db
    .select()
    .from(evidence)
    .where(and(inArray(evidence.cutId, [...cutIds]), inArray(evidence.state, ['stored', 'fetching'])))
    .orderBy(asc(evidence.id))
    .all();
}

/** The evidence of one activity at a cut, oldest first; without refused files. */
export function evidenceOf(
  db: Db,
  of: { readonly activityId: number; readonly cutId: number },
): readonly Evidence[] {
  return db
    .select()
    .from(evidence)
    .where(
      and(
        eq(evidence.activityId, of.activityId),
        eq(evidence.cutId, of.cutId),
        inArray(evidence.state, ['stored', 'fetching']),
      ),
    )
    .orderBy(asc(evidence.id))
    .all();
}

/** The kept evidence of an activity at a cut, oldest first. */
export function storedEvidenceOf(
  db: Db,
  of: { readonly activityId: number; readonly cutId: number },
): readonly Evidence[] {
  return storedWhere(db, and(eq(evidence.activityId, of.activityId), eq(evidence.cutId, of.cutId)));
}

/** The kept files with exactly these bytes, from any sender. */
export function storedWithBytes(db: Db, sha256: string): readonly Evidence[] {
  return storedWhere(db, eq(evidence.sha256, sha256));
}

function storedWhere(db: Db, which: SQL | undefined): readonly Evidence[] {
  return db
    .select()
    .from(evidence)
    .where(and(which, eq(evidence.state, 'stored')))
    .orderBy(asc(evidence.id))
    .all();
}

/**
 * The evidence that a person left for a cut: kept, or being fetched. A file that is being fetched counts with
 * its announced size.
 */
export function evidenceLeftBy(
  db: Db,
  of: { readonly personId: number; readonly cutId: number },
): EvidenceLeft {
  const left = db
    .select({ pieces: sql<number>`count(*)`, bytes: sql<number>`coalesce(sum(${evidence.bytes}), 0)` })
    .from(evidence)
    .where(
      and(
        eq(evidence.personId, of.personId),
        eq(evidence.cutId, of.cutId),
        inArray(evidence.state, ['stored', 'fetching']),
      ),
    )
    .get();
  return left ?? { pieces: 0, bytes: 0 };
}

/**
 * @returns whether it was still to be fetched: nothing is kept when the sender proved to be somebody else.
 */
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
): boolean {
  const stored = db
    .update(evidence)
    .set({ ...file, state: 'stored', fileId: null })
    .where(and(eq(evidence.id, id), eq(evidence.state, 'fetching')))
    .returning()
    .get();
  if (stored) recordEvidence(db, stored, now);
  return stored !== undefined;
}

/** Records what was kept and when, with the file's SHA-256. */
function recordEvidence(db: Db, kept: Evidence, at: Moment): void {
  const { id, kind, mime, bytes, sha256, url, personId, activityId, cutId } = kept;
  const after = kind === 'link' ? { evidence: id, kind, url } : { evidence: id, kind, mime, bytes, sha256 };
  record(db, { at, act: 'evidenceReceived', by: { personId }, activityId, cutId, after });
}

export function markNotKept(db: Db, id: number): void {
  db.update(evidence)
    .set({ state: 'refused', fileId: null })
    .where(and(eq(evidence.id, id), eq(evidence.state, 'fetching')))
    .run();
}

/** The same person had sent the same bytes for the same report: they are kept once. */
export function markSentAgain(db: Db, id: number, sha256: string): void {
  db.update(evidence)
    .set({ state: 'refused', fileId: null, sha256 })
    .where(and(eq(evidence.id, id), eq(evidence.state, 'fetching')))
    .run();
}

/** A file under its name in the folder of files. */
export type StoredFile = { readonly storedName: string; readonly sha256: string };

/** Removes a file when no row needs it any more: by a job, after the commit. */
export function removeFileLater(db: Db, { storedName, sha256 }: StoredFile, now: Moment): void {
  enqueueJob(db, 'evidence', { remove: { storedName, sha256 } }, now);
}

/** Replaces one name by another name of the same bytes. */
export function renameStored(db: Db, from: string, file: StoredFile): void {
  db.update(evidence)
    .set({ storedName: file.storedName })
    .where(and(eq(evidence.sha256, file.sha256), eq(evidence.storedName, from)))
    .run();
}

/** How many files and links a person sent as evidence. */
export function countEvidenceOf(db: Db, personId: number): number {
  return db
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.personId, personId), ne(evidence.state, 'refused'), ne(evidence.state, 'voided')))
    .all().length;
}
