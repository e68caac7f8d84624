import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Sqlite } from './open.ts';

/** A file of evidence as its row describes it. */
export type EvidenceFile = { readonly name: string; readonly sha256: string };
export type FileState = 'whole' | 'missing' | 'changed';

/**
 * Every file of evidence that must be in the folder of files; once, however many rows share it. Also reads a
 * database of another version.
 */
export function evidenceFiles(sqlite: Sqlite): readonly EvidenceFile[] {
  const known = sqlite
    .prepare("select 1 from sqlite_master where type = 'table' and name = 'evidence'")
    .get();
  if (known === undefined) return [];
  return sqlite
    .prepare(
      "select storedName as name, sha256 from evidence where state = 'stored' and kind = 'file' group by storedName, sha256 order by min(id)",
    )
    .all() as EvidenceFile[];
}

/**
 * Whether a folder has a file of evidence with exactly the bytes that were received. A name that leads out of
 * the folder counts as missing.
 */
export async function stateOfFile(folder: string, file: EvidenceFile): Promise<FileState> {
  if (!/^[\w-][\w.-]*$/.test(file.name)) return 'missing';
  const found = await sha256Of(join(folder, file.name));
  return found === null ? 'missing' : found === file.sha256 ? 'whole' : 'changed';
}

/**
 * The hash in hex; null when there is no such file.
 * @throws {Error} the system's, when the file cannot be read.
 */
export async function sha256Of(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return hash.digest('hex');
}
