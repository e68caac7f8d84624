import { constants, existsSync, rmSync, statSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copyDatabase, nameAnew, sync } from './copy.ts';
import { type EvidenceFile, evidenceFiles, type FileState, stateOfFile } from './evidence-files.ts';
import { damages } from './health.ts';
import { openToRead, type Sqlite } from './open.ts';
import { DamagedError } from './refusals.ts';

export type TroubledFile = { readonly name: string; readonly state: Exclude<FileState, 'whole'> };
export type BackedUp = {
  readonly bytes: number;
  readonly evidence: number;
  /** Evidence that was missing or changed already: the rest is in the copy all the same. */
  readonly troubled: readonly TroubledFile[];
};

/** Where the evidence of a copy lies. */
export function filesOfCopy(file: string): string {
  return `${file}.files`;
}

/** Whether something stands already where a copy would be written. */
export function isTaken(file: string): boolean {
  return existsSync(file) || existsSync(filesOfCopy(file));
}

/**
 * Copies the database as of one moment, and then the evidence that this very copy names, while the bot answers. The
 * file gets its name last, when all of it has been looked through and is on the disk.
 * @throws {DamagedError} when the copy is not whole. @throws {Error} SQLite's or the system's.
 */
export async function backUp(sqlite: Sqlite, filesFolder: string, file: string): Promise<BackedUp> {
  const unfinished = `${file}.sin-terminar`;
  rmSync(unfinished, { force: true });
  copyDatabase(sqlite, unfinished);
  try {
    const evidence = lookThrough(unfinished);
    const troubled = await copyEvidence(evidence, filesFolder, filesOfCopy(file));
    nameAnew(unfinished, file);
    return { bytes: statSync(file).size, evidence: evidence.length - troubled.length, troubled };
  } catch (error) {
    rmSync(filesOfCopy(file), { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(unfinished, { force: true });
    sync(dirname(file));
  }
}

function lookThrough(file: string): readonly EvidenceFile[] {
  const { sqlite, close } = openToRead(file);
  try {
    const [damage] = damages(sqlite);
    if (damage !== undefined) throw new DamagedError(file, damage);
    return evidenceFiles(sqlite);
  } finally {
    close();
  }
}

async function copyEvidence(
  evidence: readonly EvidenceFile[],
  from: string,
  to: string,
): Promise<readonly TroubledFile[]> {
  await mkdir(to, { mode: 0o700 });
  const troubled: TroubledFile[] = [];
  for (const file of evidence) {
    const copied = await copyFile(join(from, file.name), join(to, file.name), constants.COPYFILE_FICLONE)
      .then(() => true)
      .catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return false;
        throw error;
      });
    const state = copied ? await stateOfFile(to, file) : 'missing';
    if (copied) sync(join(to, file.name));
    if (state !== 'whole') troubled.push({ name: file.name, state });
  }
  sync(to);
  return troubled;
}
