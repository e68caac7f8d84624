import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { ensureFolder } from './folder.ts';
import { makePrivate } from './private-file.ts';

/** Another process holds the database; `holder` is its pid, host and start as it wrote them. */
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
 * The bot's own lock: `BEGIN EXCLUSIVE` held on `<path>.lock`, which the kernel frees at any death, with
 * who holds it in `<path>.lock.txt`. The command line never takes it. Both are closed to other users: one who may read
 * the file could hold a lock of their own on it, and no bot would start.
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
