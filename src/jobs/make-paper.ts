import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '../db/jobs.ts';
import type { Db, Store } from '../db/open.ts';
import type { OutgoingFile } from '../domain/events.ts';
import type { Paper } from '../forms/pdf/paper.ts';
import { type PaperRequest, paperOf, readPaperRequest } from '../summary/paper-request.ts';
import { outgoingFolder } from './outgoing.ts';
import type { JobWorker } from './run-jobs.ts';

/** Makes a paper that somebody asked for and hands it to `send` for the outbox, with its words to copy. */
export function paperMaker(of: {
  readonly store: Store;
  readonly folder: string;
  readonly entityName: string | null;
  readonly render: (paper: Paper) => Promise<Uint8Array>;
  readonly send: (
    db: Db,
    asked: PaperRequest,
    made: { readonly paper: Paper; readonly file: OutgoingFile },
    now: number,
  ) => void;
}): JobWorker {
  const outgoing = outgoingFolder(of.folder);
  return async (job: Job) => {
    const asked = readPaperRequest(job.payload);
    const made = paperOf(of.store.db, asked, of.entityName, job.createdAt);
    if (!made) return () => undefined;
    const { paper, name } = made;
    const bytes = await of.render(paper);
    await mkdir(outgoing, { recursive: true, mode: 0o700 });
    const path = join(outgoing, `${job.id}-${name}`);
    await writeFile(path, bytes, { mode: 0o600 });
    return (db, now) => of.send(db, asked, { paper, file: { as: 'document', path, name } }, now);
  };
}
