import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '../db/jobs.ts';
import type { Db, Store } from '../db/open.ts';
import { plannedCut } from '../db/plans.ts';
import { type FileRequest, readFileRequest } from '../summary/file-request.ts';
import type { FilesMade } from './make-files.ts';
import { outgoingFolder, sweepOutgoing } from './outgoing.ts';
import type { Render } from './render.ts';
import type { JobWorker } from './run-jobs.ts';

/**
 * Lets the files of a cut (pictures, PDF, XLSX, CSV) be read and made beside the bot and hands them to `send` for the
 * outbox. They wait in a folder of their own until they are sent; the next job removes those older than a day.
 */
export function fileMaker(of: {
  readonly store: Store;
  readonly folder: string;
  readonly entityName: string | null;
  readonly rendering: Pick<Render, 'files'>;
  /** Called when the making of a file begins. */
  readonly begins: (asked: FileRequest) => void;
  readonly send: (db: Db, job: FileRequest, made: FilesMade, now: number) => void;
}): JobWorker {
  const outgoing = outgoingFolder(of.folder);
  const { store, entityName } = of;
  return async (job: Job) => {
    const asked = readFileRequest(job.payload);
    if (!plannedCut(store.db, asked.cutId)) return () => undefined;
    of.begins(asked);
    await mkdir(outgoing, { recursive: true, mode: 0o700 });
    await sweepOutgoing(of.folder, store.db, asked.moment);
    const { cutId, format, moment, presentation } = asked;
    const made = await of.rendering.files({
      databasePath: store.sqlite.name,
      of: {
        cutId,
        format,
        moment,
        entityName,
        version: presentation === null ? 'shown' : { presentation },
      },
      pathBefore: join(outgoing, `${job.id}-`),
    });
    return (db, now) => of.send(db, asked, made, now);
  };
}
