import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '../db/jobs.ts';
import type { Db, Store } from '../db/open.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import type { OutgoingFile } from '../domain/events.ts';
import { siteFiles } from '../publication/site.ts';
import { publishedSite } from '../publication/to-publish.ts';
import { calendarFile } from '../summary/calendar-file.ts';
import { cutDates } from '../summary/cut-dates.ts';
import type { Rendering } from '../summary/export-cut.ts';
import { type Handout, type HandoutRequest, readHandoutRequest } from '../summary/handout-request.ts';
import { outgoingFolder } from './outgoing.ts';
import type { JobWorker } from './run-jobs.ts';

/** Telegram takes files of up to 50 MB (Bot API, sendDocument). */
const MOST_BYTES = 49_000_000;

/** Makes the zip of the published site, or the calendar of all cuts, and hands it to `send`; null: it is too large. */
export function handoutMaker(of: {
  readonly store: Store;
  readonly folder: string;
  readonly entityName: string | null;
  readonly rendering: Pick<Rendering, 'pdf' | 'xlsx'>;
  readonly now: () => Moment;
  readonly send: (db: Db, asked: HandoutRequest, file: OutgoingFile | null, now: Moment) => void;
}): JobWorker {
  const outgoing = outgoingFolder(of.folder);
  return async (job: Job) => {
    const asked = readHandoutRequest(job.payload);
    const bytes = await made(asked.what);
    if (bytes.length > MOST_BYTES) return (db, now) => of.send(db, asked, null, now);
    const name = asked.what === 'site' ? `sitio_${localDate(of.now())}.zip` : 'cortes.ics';
    await mkdir(outgoing, { recursive: true, mode: 0o700 });
    const path = join(outgoing, `${job.id}-${name}`);
    await writeFile(path, bytes, { mode: 0o600 });
    return (db, now) => of.send(db, asked, { as: 'document', path, name }, now);
  };

  async function made(what: Handout): Promise<Uint8Array> {
    const { db } = of.store;
    switch (what) {
      case 'calendar':
        return calendarFile(cutDates(db), of.now());
      case 'site': {
        const files = await siteFiles(publishedSite(db), of.entityName, of.rendering);
        const { zipSync } = await import('fflate');
        return zipSync(Object.fromEntries(files), { mtime: new Date(of.now()) });
      }
    }
  }
}
