import { chmodSync, constants, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { sync } from './copy.ts';
import { filesOfCopy, type TroubledFile } from './copy-evidence.ts';
import { evidenceFiles, stateOfFile } from './evidence-files.ts';
import { ensureFolder } from './folder.ts';
import { damages } from './health.ts';
import { toRestore } from './kept-files.ts';
import { bringUpToDate } from './migrate.ts';
import { openStore, openToRead, restoring, type Store } from './open.ts';
import { closeToOthers } from './private-file.ts';
import { DamagedError } from './refusals.ts';
import { type SchemaVersion, schemaVersion } from './schema-version.ts';

/** The endings of SQLite's own files. */
const companions = ['', '-wal', '-shm'] as const;

/** What a copy holds, looked through in a file of its own beside the one that it is to replace. */
export type Verified = {
  readonly part: string;
  readonly version: Exclude<SchemaVersion, 'newer'>;
  /** Files of evidence to be copied, and where they lie. */
  readonly evidence: readonly { readonly name: string; readonly from: string }[];
  readonly troubled: readonly TroubledFile[];
};

export type Unfit = 'notOurs' | 'newer';

/**
 * Takes a copy beside the database and looks through all of it: every page, every reference, the version of its
 * tables, every file of evidence by its SHA-256. Evidence that is whole in the folder of files already need not be in
 * the copy. Changes nothing. @throws {DamagedError} naming the copy.
 */
export async function verifyCopy(file: string, path: string, filesFolder: string): Promise<Verified | Unfit> {
  const part = `${path}${toRestore}`;
  dropPart(part);
  ensureFolder(dirname(path));
  for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, part + end);
  chmodSync(part, 0o600);
  try {
    const found = await lookThrough(part, file, filesFolder);
    if (typeof found === 'string') dropPart(part);
    return found;
  } catch (error) {
    dropPart(part);
    if (error instanceof DamagedError) throw new DamagedError(file, error.found);
    if (!(error instanceof Database.SqliteError)) throw error;
    if (error.code === 'SQLITE_NOTADB') return 'notOurs';
    throw error.code.startsWith('SQLITE_CORRUPT') ? new DamagedError(file, error.code) : error;
  }
}

async function lookThrough(part: string, file: string, filesFolder: string): Promise<Verified | Unfit> {
  const store = openToRead(part);
  try {
    const [damage] = damages(store.sqlite);
    if (damage !== undefined) throw new DamagedError(file, damage);
    if (!hasTable(store, '__drizzle_migrations') || !hasTable(store, 'evidence')) return 'notOurs';
    const version = schemaVersion(store.sqlite);
    if (version === 'newer') return 'newer';
    return { part, version, ...(await findEvidence(store, file, filesFolder)) };
  } finally {
    store.close();
  }
}

/** Leaves nothing behind of a copy that was looked through. */
export function dropPart(part: string): void {
  for (const end of companions) rmSync(part + end, { force: true });
}

async function findEvidence(store: Store, file: string, filesFolder: string) {
  const evidence: { name: string; from: string }[] = [];
  const troubled: TroubledFile[] = [];
  for (const each of evidenceFiles(store.sqlite)) {
    if ((await stateOfFile(filesFolder, each)) === 'whole') continue;
    const state = await stateOfFile(filesOfCopy(file), each);
    if (state === 'whole') evidence.push({ name: each.name, from: join(filesOfCopy(file), each.name) });
    else troubled.push({ name: each.name, state });
  }
  return { evidence, troubled };
}

/**
 * Puts a verified copy in the database's place: its evidence into the folder of files, its tables brought up to date,
 * `prepare` in one transaction, and then the change of files. What stood there before is kept beside under `former`.
 * To be done under the bot's lock. A crash in between is known at the next start: it refuses until restored again.
 */
export async function putInPlace(
  copy: Verified,
  of: {
    readonly path: string;
    readonly filesFolder: string;
    /** What the names of kept files end in. */
    readonly former: string;
    readonly prepare: (store: Store) => void;
  },
): Promise<{ readonly kept: string | null }> {
  const store = openStore(copy.part, { migrate: false });
  try {
    const before = bringUpToDate(store, copy.part);
    if (before !== null) rmSync(before);
    of.prepare(store);
    store.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    store.close();
  }
  await placeEvidence(copy, of.filesFolder, of.former);
  sync(copy.part);
  renameSync(copy.part, restoring(of.path));
  sync(dirname(of.path));
  const kept = existsSync(of.path) ? `${of.path}${of.former}` : null;
  for (const end of companions) {
    if (!existsSync(of.path + end)) continue;
    closeToOthers(of.path + end);
    renameSync(of.path + end, `${of.path}${of.former}${end}`);
  }
  sync(dirname(of.path));
  renameSync(restoring(of.path), of.path);
  sync(dirname(of.path));
  return { kept };
}

async function placeEvidence(copy: Verified, folder: string, former: string): Promise<void> {
  ensureFolder(folder);
  for (const { name, from } of copy.evidence) {
    const target = join(folder, name);
    const part = join(folder, `.${name}.part`);
    await copyFile(from, part, constants.COPYFILE_FICLONE);
    chmodSync(part, 0o600);
    sync(part);
    if (existsSync(target)) await rename(target, target + former);
    await rename(part, target);
  }
  sync(folder);
}

function hasTable({ sqlite }: Store, name: string): boolean {
  return (
    sqlite.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(name) !== undefined
  );
}
