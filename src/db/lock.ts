import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { ensureFolder } from './folder.ts';
import { makePrivate } from './private-file.ts';

/** Another process holds the database; `holder` is the pid, host and start time that it wrote. */
export class LockedError extends Error {
  readonly path: string;
  readonly holder: string;

  constructor(path: string, holder: string) {
    super(`${path} is in use by another process (${holder})`);
    this.path = path;
    this.holder = holder;
  }
}

/**
 * The bot's own lock: `BEGIN EXCLUSIVE`, held on `<path>.lock`, which the kernel frees at any death.
 * `<path>.lock.txt` names the holder. The command line never takes it. Both files are closed to other users:
 * a user who could read the lock file could lock it, and no bot would start.
 * @throws {LockedError} naming the holder.
 */
export function takeLock(path: string, startedAt: Date): () => void {
  ensureFolder(dirname(path));
  makePrivate(`${path}.lock`);
  const lock = new Database(`${path}.lock`, { timeout: 0 });
  const note = `${path}.lock.txt`;
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') {
      throw new LockedError(path, readHolder(note));
    }
    throw error;
  }
  makePrivate(note);
  writeFileSync(note, `pid ${process.pid}, ${hostname()}, since ${startedAt.toISOString()}`);
  return () => {
    rmSync(note, { force: true });
    lock.close();
  };
}

function readHolder(note: string): string {
  try {
    return readFileSync(note, 'utf8').trim() || 'unknown';
  } catch {
    return 'unknown';
  }
}
