import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '../db/jobs.ts';
import type { Db, Store } from '../db/open.ts';
import { plannedCut } from '../db/plans.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import type { OutgoingFile } from '../domain/events.ts';
import { siteFiles } from '../publication/site.ts';
import { publishedSite } from '../publication/to-publish.ts';
import { calendarFile } from '../summary/calendar-file.ts';
import { cutDates } from '../summary/cut-dates.ts';
import { evidencePack } from '../summary/evidence-pack.ts';
import { type Handout, type HandoutRequest, readHandoutRequest } from '../summary/handout-request.ts';
import { nextYearForm } from '../summary/next-year.ts';
import { draftName, evidencePackName } from '../texts/summary/file-names.ts';
import { outgoingFolder } from './outgoing.ts';
import { packEntries } from './pack-entries.ts';
import type { Render } from './render.ts';
import type { JobWorker } from './run-jobs.ts';

/** Telegram takes files of up to 50 MB (Bot API, sendDocument). */
const MOST_BYTES = 49_000_000;

/** Makes the zip of the published site, or the calendar of all cuts, and hands it to `send`; null: it is too large. */
export function handoutMaker(of: {
  readonly store: Store;
  readonly folder: string;
  readonly entityName: string | null;
  readonly rendering: Pick<Render, 'pdf' | 'xlsx' | 'zip'>;
  readonly now: () => Moment;
  readonly send: (db: Db, asked: HandoutRequest, files: readonly OutgoingFile[] | null, now: Moment) => void;
}): JobWorker {
  const outgoing = outgoingFolder(of.folder);
  return async (job: Job) => {
    const asked = readHandoutRequest(job.payload);
    await mkdir(outgoing, { recursive: true, mode: 0o700 });
    if (asked.what === 'evidence') {
      const files = await packed(job.id, asked.cutId ?? 0);
      return (db, now) => of.send(db, asked, files, now);
    }
    if (asked.what === 'nextYear') {
      const file = await draftOfNextYear(job.id, asked.cutId ?? 0);
      return (db, now) => of.send(db, asked, file ? [file] : [], now);
    }
    const name = asked.what === 'site' ? `sitio_${localDate(of.now())}.zip` : 'cortes.ics';
    const path = join(outgoing, `${job.id}-${name}`);
    await write(asked.what, path);
    const files = (await stat(path)).size > MOST_BYTES ? null : [{ as: 'document' as const, path, name }];
    if (files === null) await rm(path);
    return (db, now) => of.send(db, asked, files, now);
  };

  /** The evidence of a cut, a zip for each part, each with the whole index. */
  async function packed(jobId: number, cutId: number): Promise<readonly OutgoingFile[]> {
    const planned = plannedCut(of.store.db, cutId);
    if (!planned) return [];
    const { parts, ...pack } = evidencePack(of.store.db, planned);
    const index = pack.index();
    const files: OutgoingFile[] = [];
    for (const [place, part] of parts.entries()) {
      const name = evidencePackName(planned.plan, planned.cut.number, parts.length > 1 ? place + 1 : null);
      const path = join(outgoing, `${jobId}-${name}`);
      await of.rendering.zip(packEntries(of.folder, part, index), path);
      files.push({ as: 'document', path, name });
    }
    return files;
  }

  async function draftOfNextYear(jobId: number, cutId: number): Promise<OutgoingFile | null> {
    const planned = plannedCut(of.store.db, cutId);
    if (!planned) return null;
    const form = nextYearForm(of.store.db, planned, of.now());
    const bytes = await of.rendering.xlsx({ original: null, form, positions: [] });
    const name = draftName({ code: form.code, fiscalYear: form.fiscalYear });
    const path = join(outgoing, `${jobId}-${name}`);
    await writeFile(path, bytes, { mode: 0o600 });
    return { as: 'document', path, name };
  }

  async function write(what: Exclude<Handout, 'evidence' | 'nextYear'>, path: string): Promise<void> {
    const { db } = of.store;
    switch (what) {
      case 'calendar':
        return writeFile(path, calendarFile(cutDates(db), of.now()), { mode: 0o600 });
      case 'site': {
        const files = await siteFiles(publishedSite(db), of.entityName, of.rendering);
        const entries = [...files].map(([name, bytes]) => ({ name, bytes, compress: true }));
        return of.rendering.zip(entries, path);
      }
    }
  }
}
