import { writeFile } from 'node:fs/promises';
import { inSnapshot, openToRead } from '../db/open.ts';
import { plannedCut } from '../db/plans.ts';
import type { OutgoingFile } from '../domain/events.ts';
import { type Export, type ExportFormat, readExport } from '../summary/export-cut.ts';
import { here } from '../summary/render-here.ts';
import type { FormStatus } from '../texts/print/pdf.ts';
import { fileName } from '../texts/summary/file-names.ts';

/** Files of a cut to make beside the bot: plain data that can be sent to another process. */
export type FilesToMake = {
  readonly databasePath: string;
  readonly of: Export;
  /** What the path of each file begins with, before its name. */
  readonly pathBefore: string;
};

/** The files on the disk, and what they say about their approval (null: pictures). */
export type FilesMade = { readonly files: readonly OutgoingFile[]; readonly status: FormStatus | null };

/**
 * Reads a cut, makes its files and writes them. The database is open only while it is read, in one transaction, so that
 * the file shows one moment while people go on reporting.
 */
export async function makeFiles({ databasePath, of, pathBefore }: FilesToMake): Promise<FilesMade> {
  const { make, planned } = read(databasePath, of);
  const { files: made, status } = await make(here);
  const isPage = isPicture(of.format);
  const files: OutgoingFile[] = [];
  for (const [place, bytes] of made.entries()) {
    const part = of.format === 'pictures' ? place + 2 : null;
    const name = fileName(planned.plan, planned.cut.number, isPage ? 'png' : of.format, part);
    const path = `${pathBefore}${name}`;
    await writeFile(path, bytes, { mode: 0o600 });
    files.push({ as: isPage ? 'photo' : 'document', path, name });
  }
  return { files, status };
}

function read(databasePath: string, of: Export) {
  const store = openToRead(databasePath);
  try {
    return inSnapshot(store, (db) => {
      const planned = plannedCut(db, of.cutId);
      if (!planned) throw new RangeError(`There is no cut ${of.cutId}`);
      return { planned, make: readExport(db, of) };
    });
  } finally {
    store.close();
  }
}

export function isPicture(format: ExportFormat): format is 'chart' | 'pictures' {
  return format === 'chart' || format === 'pictures';
}
