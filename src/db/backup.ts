import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { copyDatabase, nameAnew, sync } from './copy.ts';
import { copyEvidence, filesOfCopy, type TroubledFile } from './copy-evidence.ts';
import { type EvidenceFile, evidenceFiles } from './evidence-files.ts';
import { damages } from './health.ts';
import { openToRead, type Sqlite } from './open.ts';
import { DamagedError } from './refusals.ts';

export type BackedUp = {
  readonly bytes: number;
  /** Files that the copy has whole. */
  readonly evidence: number;
  /** Evidence that is missing or changed where the bot works: the rest is in the copy all the same. */
  readonly troubled: readonly TroubledFile[];
};

/** Whether something stands already where a copy would be written. */
export function isTaken(file: string): boolean {
  return existsSync(file) || existsSync(filesOfCopy(file));
}

/**
 * Copies the database as of one moment, and then the evidence that this very copy names, while the bot answers. The
 * file gets its name last, when all of it has been looked through and is on the disk. Evidence that the bot removes on
 * purpose meanwhile is no trouble: the copy begins again, without it.
 * @throws {DamagedError} when the copy is not whole. @throws {Error} SQLite's or the system's.
 */
export async function backUp(sqlite: Sqlite, filesFolder: string, file: string): Promise<BackedUp> {
  for (;;) {
    const made = await copyOnce(sqlite, filesFolder, file);
    if (made !== 'removed meanwhile') return made;
  }
}

async function copyOnce(
  sqlite: Sqlite,
  filesFolder: string,
  file: string,
): Promise<BackedUp | 'removed meanwhile'> {
  const unfinished = `${file}.sin-terminar`;
  rmSync(unfinished, { force: true });
  copyDatabase(sqlite, unfinished);
  try {
    const evidence = lookThrough(unfinished);
    const { whole, troubled } = await copyEvidence(evidence, filesFolder, file);
    const needed = new Set(evidenceFiles(sqlite).map((each) => each.name));
    if (troubled.some((each) => !needed.has(each.name))) {
      rmSync(filesOfCopy(file), { recursive: true });
      return 'removed meanwhile';
    }
    nameAnew(unfinished, file);
    return { bytes: statSync(file).size, evidence: whole, troubled };
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
