import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Sqlite } from './store.ts';

/**
 * Copies the whole database, as of one moment, into a new file that only its owner may read, while others
 * read and write (`VACUUM INTO`, one read transaction: https://sqlite.org/lang_vacuum.html#vacuuminto). The
 * file appears whole and synced, or not at all.
 * @throws {Error} SQLite's or the system's; EEXIST when the file exists already.
 */
export function copyDatabase(sqlite: Sqlite, file: string): void {
  const part = `${file}.part`;
  rmSync(part, { force: true });
  closeSync(openSync(part, 'wx', 0o600));
  try {
    sqlite.prepare('vacuum into ?').run(part);
    sync(part);
    nameAnew(part, file);
  } finally {
    rmSync(part, { force: true });
  }
  sync(dirname(file));
}

/**
 * Gives a finished file its name, unless a file has that name.
 * @throws {Error} EEXIST
 */
export function nameAnew(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    // FAT, as on a memory stick, has no hard links.
    if (existsSync(to)) throw error;
    renameSync(from, to);
  }
}

/** Waits until a file, or the names in a folder, are on the disk. */
export function sync(path: string): void {
  const mode = modeToSync(process.platform, statSync(path).isDirectory());
  if (mode === null) return;
  const file = openSync(path, mode);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * How a file or a folder is opened to be synced. Windows syncs only what is open for writing, and no folder: NTFS keeps
 * names in its own log (EPERM for anything else, seen on Node 22). @returns null: not at all
 */
export function modeToSync(platform: NodeJS.Platform, isFolder: boolean): 'r' | 'r+' | null {
  if (platform !== 'win32') return 'r';
  return isFolder ? null : 'r+';
}
