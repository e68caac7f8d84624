import {
  constants,
  existsSync,
  linkSync,
  lstatSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { sync } from './copy.ts';
import { type EvidenceFile, type FileState, stateOfFile } from './evidence-files.ts';

export type TroubledFile = { readonly name: string; readonly state: Exclude<FileState, 'whole'> };

/** The folder of a copy's evidence. */
export function filesOfCopy(file: string): string {
  return `${file}.files`;
}

/**
 * Puts every file of evidence beside a copy of the database. A file that the previous copy has intact is
 * linked, which takes no room. The files that the bot works with are never linked, since somebody may change
 * them. Without an intact earlier file, or on a disk without links, the file is copied.
 * @returns how many files the copy has intact, and the faults in the bot's own files, which the previous copy
 * may make good
 */
export async function copyEvidence(
  evidence: readonly EvidenceFile[],
  from: string,
  file: string,
): Promise<{ readonly whole: number; readonly troubled: readonly TroubledFile[] }> {
  const to = filesOfCopy(file);
  const previous = previousCopy(file, from);
  await mkdir(to, { mode: 0o700 });
  const troubled: TroubledFile[] = [];
  let whole = 0;
  for (const each of evidence) {
    const isLinked = previous !== null && (await linkWhole(each, previous, from, to));
    const state = isLinked ? await stateOfFile(from, each) : await copyOne(each, from, to);
    if (isLinked || state === 'whole') whole++;
    if (state !== 'whole') troubled.push({ name: each.name, state });
  }
  sync(to);
  return { whole, troubled };
}

/** The evidence of the last finished copy in the same folder; never the folder that the bot works with. */
function previousCopy(file: string, live: string): string | null {
  const folder = dirname(resolve(file));
  const copies = readdirSync(folder)
    .filter((name) => name.endsWith('.files') && name !== basename(filesOfCopy(file)))
    .map((name) => ({ files: join(folder, name), database: join(folder, name.slice(0, -'.files'.length)) }))
    .filter(
      ({ files, database }) => existsSync(database) && lstatSync(files).isDirectory() && !isSame(files, live),
    )
    .map(({ files, database }) => ({ files, at: statSync(database).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  return copies[0]?.files ?? null;
}

function isSame(one: string, other: string): boolean {
  return existsSync(other) && realpathSync(one) === realpathSync(other);
}

/** @returns whether the file is linked and has the bytes that were received */
async function linkWhole(file: EvidenceFile, previous: string, live: string, to: string): Promise<boolean> {
  if ((await stateOfFile(previous, file)) !== 'whole') return false;
  const [source, target] = [join(previous, file.name), join(to, file.name)];
  const found = lstatSync(source);
  const working = lstatSync(join(live, file.name), { throwIfNoEntry: false });
  const isLive = working?.ino === found.ino && working.dev === found.dev;
  if (!found.isFile() || isLive) return false;
  try {
    linkSync(source, target);
  } catch {
    // Another disk, one without links (FAT), or too many links: the file is copied.
    return false;
  }
  if ((await stateOfFile(to, file)) === 'whole') return true;
  rmSync(target);
  return false;
}

async function copyOne(file: EvidenceFile, from: string, to: string): Promise<FileState> {
  const target = join(to, file.name);
  // Never writes into an existing file: another copy may share it.
  const how = constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL;
  try {
    await copyFile(join(from, file.name), target, how);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'missing';
    throw error;
  }
  sync(target);
  return stateOfFile(to, file);
}
