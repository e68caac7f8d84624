import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../db/open.ts';
import { filesToSend } from '../db/sending.ts';

const day = 24 * 3_600_000;

/** Where files wait until they are sent, within the folder of files. */
export function outgoingFolder(filesPath: string): string {
  return join(filesPath, 'outgoing');
}

/** Removes files older than a day that no message still has to send: also the picture of an invitation is among them. */
export async function sweepOutgoing(filesPath: string, db: Db, now: number): Promise<void> {
  const folder = outgoingFolder(filesPath);
  const wanted = filesToSend(db);
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    if (wanted.has(path)) continue;
    const { mtimeMs } = await stat(path);
    if (mtimeMs < now - day) await unlink(path);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
