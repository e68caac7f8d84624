import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '../db/jobs.ts';
import type { Db, Store } from '../db/open.ts';
import { plannedCut } from '../db/plans.ts';
import type { OutgoingFile } from '../domain/events.ts';
import { type ExportFormat, exportBytes, type Rendering } from '../summary/export-cut.ts';
import { type FileRequest, readFileRequest } from '../summary/file-request.ts';
import { fileName } from '../texts/summary/file-names.ts';
import { outgoingFolder, sweepOutgoing } from './outgoing.ts';
import type { JobWorker } from './run-jobs.ts';

/**
 * Makes the files of a cut (pictures, PDF, XLSX, CSV) and hands them to `send` for the outbox. They wait in a
 * folder of their own until they are sent; the next job removes those older than a day.
 */
export function fileMaker(of: {
  readonly store: Store;
  readonly folder: string;
  readonly entityName: string | null;
  readonly rendering: Rendering;
  /** Called when the making of a file begins. */
  readonly begins: (asked: FileRequest) => void;
  readonly send: (db: Db, job: FileRequest, files: readonly OutgoingFile[], now: number) => void;
}): JobWorker {
  const outgoing = outgoingFolder(of.folder);
  return async (job: Job) => {
    const asked = readFileRequest(job.payload);
    const planned = plannedCut(of.store.db, asked.cutId);
    if (!planned) return () => undefined;
    of.begins(asked);
    const made = await exportBytes(
      of.store.db,
      asked.cutId,
      asked.format,
      asked.moment,
      of.entityName,
      of.rendering,
      asked.presentation === null ? 'shown' : { presentation: asked.presentation },
    );
    await mkdir(outgoing, { recursive: true, mode: 0o700 });
    await sweepOutgoing(of.folder, of.store.db, asked.moment);
    const files: OutgoingFile[] = [];
    for (const [place, bytes] of made.entries()) {
      const name = fileName(
        planned.plan,
        planned.cut.number,
        extensionOf(asked.format),
        asked.format === 'pictures' ? place + 2 : null,
      );
      const path = join(outgoing, `${job.id}-${name}`);
      await writeFile(path, bytes, { mode: 0o600 });
      files.push({ as: isPicture(asked.format) ? 'photo' : 'document', path, name });
    }
    return (db, now) => of.send(db, asked, files, now);
  };
}

function extensionOf(format: ExportFormat): string {
  return isPicture(format) ? 'png' : format;
}

export function isPicture(format: ExportFormat): format is 'chart' | 'pictures' {
  return format === 'chart' || format === 'pictures';
}
