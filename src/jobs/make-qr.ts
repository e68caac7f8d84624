import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { forgetJob, type Job } from '../db/jobs.ts';
import type { Db } from '../db/open.ts';
import type { OutgoingFile } from '../domain/events.ts';
import { outgoingFolder } from './outgoing.ts';
import { qrPicture } from './qr-picture.ts';
import type { JobWorker } from './run-jobs.ts';

/**
 * Draws the link of an invitation as a QR code to forward. The link is the secret, so the job forgets it when
 * done, and the file is removed when it has been sent.
 */
export function qrMaker<Request extends { readonly link: string }>(of: {
  readonly folder: string;
  readonly request: (payload: unknown) => Request;
  readonly send: (db: Db, request: Request, file: OutgoingFile, now: number) => void;
}): JobWorker {
  const outgoing = outgoingFolder(of.folder);
  return async (job: Job) => {
    const request = of.request(job.payload);
    await mkdir(outgoing, { recursive: true, mode: 0o700 });
    const path = join(outgoing, `${job.id}-invitacion.png`);
    await writeFile(path, qrPicture(request.link), { mode: 0o600 });
    return (db, now) => {
      of.send(db, request, { as: 'photo', path, name: 'invitacion.png' }, now);
      forgetJob(db, job.id);
    };
  };
}
