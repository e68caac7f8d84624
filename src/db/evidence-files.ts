import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Sqlite } from './open.ts';

/** A file of evidence as its row tells it. */
export type EvidenceFile = { readonly name: string; readonly sha256: string };
export type FileState = 'whole' | 'missing' | 'changed';

/**
 * Every file of evidence that is to be in the folder of files, once however many rows it has; also in a database of
 * another version.
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

/** Whether a file of evidence is in a folder, byte for byte as it was received. A name that leads elsewhere is missing. */
export async function stateOfFile(folder: string, file: EvidenceFile): Promise<FileState> {
  if (!/^[\w-][\w.-]*$/.test(file.name)) return 'missing';
  const found = await sha256Of(join(folder, file.name));
  return found === null ? 'missing' : found === file.sha256 ? 'whole' : 'changed';
}

/** Hex; null when there is no such file. @throws {Error} the system's, when it cannot be read. */
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
