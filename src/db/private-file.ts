import { chmodSync, closeSync, openSync, statSync } from 'node:fs';

const OWNER_ONLY = 0o600;

/**
 * Makes a missing file that only its owner may read and write; takes the rights of everybody else from an
 * existing one.
 */
export function makePrivate(path: string): void {
  closeSync(openSync(path, 'a', OWNER_ONLY));
  closeToOthers(path);
}

/**
 * Takes the rights of everybody else from an existing file. A file of another owner stays as it is; `doctor`
 * names it.
 */
export function closeToOthers(path: string): void {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  if (mode === undefined || (mode & 0o077) === 0) return;
  try {
    chmodSync(path, OWNER_ONLY);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) throw error;
  }
}

/** Whether every user of the machine may read or write a file. On Windows the folder's rights say it, and not the mode. */
export function isOpenToAll(path: string): boolean {
  if (process.platform === 'win32') return false;
  return ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o006) !== 0;
}
