import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  type Evidence,
  evidenceById,
  evidenceLeftBy,
  markNotKept,
  markSentAgain,
  markStored,
  removeFileLater,
  renameStored,
  type StoredFile,
  storedWithBytes,
} from '../db/evidence.ts';
import { isDiskFull, removeEvidence, writeEvidence } from '../db/evidence-bytes.ts';
import { stateOfFile } from '../db/evidence-files.ts';
import type { Job } from '../db/jobs.ts';
import type { Db, Store } from '../db/open.ts';
import { EVIDENCE } from '../domain/constants.ts';
import { type BeyondLimit, beyondLimit } from '../domain/evidence-limit.ts';
import { type FileKind, kindOf, type Unwanted } from './file-kinds.ts';
import type { Finish, JobWorker } from './run-jobs.ts';

export type Fetched =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: 'tooBig' | 'gone' | 'unreachable' };

/** Why a file is not kept although it was announced as received. */
export type NotKept = 'tooBig' | 'gone' | 'noRoom' | Unwanted | BeyondLimit;

const evidenceJob = z.union([
  z.object({ evidenceId: z.number().int() }),
  /** A file that no row needs any more. */
  z.object({ remove: z.object({ storedName: z.string().regex(/^[\w-][\w.-]*$/), sha256: z.string() }) }),
]);

/**
 * The evidence that a job is about; null for the removal of a file.
 * @throws on data of another shape.
 */
export function readEvidenceJob(payload: unknown): number | null {
  const read = evidenceJob.parse(payload);
  return 'evidenceId' in read ? read.evidenceId : null;
}

type Of = {
  readonly store: Store;
  readonly folder: string;
  /** Bytes that a person may leave as evidence of a cut. */
  readonly limit: number;
  /** Whether enough of the disk is free for more evidence. */
  readonly hasRoom: () => boolean;
  readonly download: (fileId: string, most: number, signal: AbortSignal) => Promise<Fetched>;
  readonly notKept: (db: Db, evidence: Evidence, why: NotKept, now: number) => void;
};

/**
 * Fetches a file of evidence, detects its kind by its content, and keeps it under a name of ours with its
 * SHA-256. The same bytes are kept once, however often they are sent. `notKept` notifies the person when the
 * file cannot be kept.
 */
export function evidenceFetcher(of: Of): JobWorker {
  return async (job: Job, signal) => {
    const asked = evidenceJob.parse(job.payload);
    if ('remove' in asked) return remove(of, asked.remove);
    const row = evidenceById(of.store.db, asked.evidenceId);
    if (row?.state !== 'fetching' || row.fileId === null) return nothing;
    const refuse =
      (why: NotKept): Finish =>
      (db, now) => {
        markNotKept(db, row.id);
        of.notKept(db, row, why, now);
      };
    if (!of.hasRoom()) return refuse('noRoom');
    const fetched = await of.download(row.fileId, EVIDENCE.bytes, signal);
    if (!fetched.ok && fetched.why === 'unreachable') throw new Error('file not reachable');
    if (!fetched.ok) return refuse(fetched.why === 'unreachable' ? 'gone' : fetched.why);
    const kind = kindOf(fetched.bytes);
    if (typeof kind === 'string') return refuse(kind);
    return keep(of, row, fetched.bytes, kind, refuse);
  };
}

const nothing: Finish = () => undefined;

async function keep(
  of: Of,
  row: Evidence,
  content: Uint8Array,
  kind: FileKind,
  refuse: (why: NotKept) => Finish,
): ReturnType<JobWorker> {
  const { db } = of.store;
  const sha256 = createHash('sha256').update(content).digest('hex');
  const bytes = content.byteLength;
  const same = storedWithBytes(db, sha256);
  const again = same.some(
    (each) =>
      each.personId === row.personId && each.activityId === row.activityId && each.cutId === row.cutId,
  );
  if (again) return (inner) => markSentAgain(inner, row.id, sha256);
  const left = evidenceLeftBy(db, row);
  const others = { pieces: left.pieces - 1, bytes: left.bytes - (row.bytes ?? 0) };
  const beyond = beyondLimit(others, bytes, of.limit);
  if (beyond !== null) return refuse(beyond);
  const [known, ...copies] = await wholeNames(of.folder, same, sha256);
  const place = known === undefined ? await placeFor(of.folder, row.id, sha256, kind) : { storedName: known };
  const file = { storedName: place.storedName, sha256 };
  try {
    if ('write' in place) await writeEvidence(of.folder, file.storedName, content);
  } catch (error) {
    if (isDiskFull(error)) return refuse('noRoom');
    throw error;
  }
  return {
    finish: (inner, now) => {
      if (!markStored(inner, row.id, { ...file, mime: kind.mime, bytes }, now))
        return removeFileLater(inner, file, now);
      for (const storedName of copies) {
        renameStored(inner, storedName, file);
        removeFileLater(inner, { storedName, sha256 }, now);
      }
    },
    undo: () => removeUnused(of, file),
  };
}

/** The names under which these bytes are stored intact; earlier versions gave each row its own file. */
async function wholeNames(folder: string, rows: readonly Evidence[], sha256: string): Promise<string[]> {
  const whole: string[] = [];
  for (const name of new Set(rows.flatMap((each) => each.storedName ?? [])))
    if ((await stateOfFile(folder, { name, sha256 })) === 'whole') whole.push(name);
  return whole;
}

/**
 * The name made of the bytes' hash. Nothing needs to be written when an interrupted process left the file
 * there. A file that was tampered with stays as a trace, and the bytes get another name.
 */
async function placeFor(
  folder: string,
  id: number,
  sha256: string,
  { extension }: FileKind,
): Promise<{ readonly storedName: string; readonly write?: true }> {
  const name = `${sha256}.${extension}`;
  const state = await stateOfFile(folder, { name, sha256 });
  if (state === 'whole') return { storedName: name };
  return { storedName: state === 'missing' ? name : `${sha256}-${id}.${extension}`, write: true };
}

async function remove(of: Of, file: StoredFile): Promise<Finish> {
  await removeUnused(of, file);
  return nothing;
}

async function removeUnused(of: Of, file: StoredFile): Promise<void> {
  const isUsed = storedWithBytes(of.store.db, file.sha256).some(
    (each) => each.storedName === file.storedName,
  );
  if (!isUsed) await removeEvidence(of.folder, file.storedName);
}
