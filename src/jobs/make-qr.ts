import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { forgetJob, type Job } from '../db/jobs.ts';
import type { Db } from '../db/open.ts';
import type { OutgoingFile } from '../domain/events.ts';
import type { InvitationPages } from '../forms/pdf/invitation-pages.ts';
import { outgoingFolder } from './outgoing.ts';
import { qrPicture } from './qr-picture.ts';
import type { Render } from './render.ts';
import type { JobWorker } from './run-jobs.ts';

/**
 * Draws the link of an invitation as a QR code to forward, or pages to print with many. The link is the secret, so the job
 * forgets it when done, and the file is removed when it has been sent.
 */
export function qrMaker<Request extends { readonly link: string } | InvitationPages>(of: {
  readonly folder: string;
  readonly request: (payload: unknown) => Request;
  readonly rendering: Pick<Render, 'invitations'>;
  readonly send: (db: Db, request: Request, file: OutgoingFile, now: number) => void;
}): JobWorker {
  const outgoing = outgoingFolder(of.folder);
  return async (job: Job) => {
    const request = of.request(job.payload);
    const isPages = 'pages' in request;
    const bytes = isPages ? await of.rendering.invitations(request) : qrPicture(request.link);
    const name = isPages ? 'invitaciones.pdf' : 'invitacion.png';
    await mkdir(outgoing, { recursive: true, mode: 0o700 });
    const path = join(outgoing, `${job.id}-${name}`);
    await writeFile(path, bytes, { mode: 0o600 });
    return (db, now) => {
      of.send(db, request, { as: isPages ? 'document' : 'photo', path, name }, now);
      forgetJob(db, job.id);
    };
  };
}
