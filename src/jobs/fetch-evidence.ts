import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Evidence, evidenceById, markNotKept, markStored } from '../db/evidence.ts';
import type { Job } from '../db/jobs.ts';
import type { Db, Store } from '../db/open.ts';
import { EVIDENCE } from '../domain/constants.ts';
import { kindOf, type Unwanted } from './file-kinds.ts';
import type { Finish, Worker } from './run-jobs.ts';

export type Fetched =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: 'tooBig' | 'gone' | 'unreachable' };

export type NotKept = 'tooBig' | 'gone' | Unwanted;

const evidenceJob = z.object({ evidenceId: z.number().int() });

/** The evidence a job is about. @throws on data of another shape. */
export function readEvidenceJob(payload: unknown): number {
  return evidenceJob.parse(payload).evidenceId;
}

/**
 * Fetches a file of evidence, looks at what it is by its content, and keeps it under a name of ours with its
 * SHA-256. `notKept` tells the person when it cannot be kept.
 */
export function evidenceFetcher(of: {
  readonly store: Store;
  readonly folder: string;
  readonly download: (fileId: string, most: number, signal: AbortSignal) => Promise<Fetched>;
  readonly notKept: (db: Db, evidence: Evidence, why: NotKept, now: number) => void;
}): Worker {
  return async (job: Job, signal) => {
    const row = evidenceById(of.store.db, readEvidenceJob(job.payload));
    if (row?.state !== 'fetching' || row.fileId === null) return nothing;
    const fetched = await of.download(row.fileId, EVIDENCE.bytes, signal);
    if (!fetched.ok && fetched.why === 'unreachable') throw new Error('file not reachable');
    const refuse =
      (why: NotKept): Finish =>
      (db, now) => {
        markNotKept(db, row.id);
        of.notKept(db, row, why, now);
      };
    if (!fetched.ok) return refuse(fetched.why === 'unreachable' ? 'gone' : fetched.why);
    const kind = kindOf(fetched.bytes);
    if (typeof kind === 'string') return refuse(kind);
    const storedName = `${row.id}-${randomUUID()}.${kind.extension}`;
    await keep(of.folder, storedName, fetched.bytes);
    const sha256 = createHash('sha256').update(fetched.bytes).digest('hex');
    const bytes = fetched.bytes.byteLength;
    return (db, now) => markStored(db, row.id, { storedName, mime: kind.mime, bytes, sha256 }, now);
  };
}

const nothing: Finish = () => undefined;

/** Whole or not at all, and on the disk before its row says so. */
async function keep(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `.${name}.part`);
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, join(folder, name));
}
