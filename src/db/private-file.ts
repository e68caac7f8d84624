import { chmodSync, closeSync, openSync, statSync } from 'node:fs';

const OWNER_ONLY = 0o600;

/** Makes a file, when it is not there, that only its owner may read and write; closes one that is open to others. */
export function makePrivate(path: string): void {
  closeSync(openSync(path, 'a', OWNER_ONLY));
  closeToOthers(path);
}

/** Takes the rights of everybody else from a file that is there. A file of another owner stays as it is: `doctor` names it. */
export function closeToOthers(path: string): void {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  if (mode === undefined || (mode & 0o077) === 0) return;
  try {
    chmodSync(path, OWNER_ONLY);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) throw error;
  }
}

/** Whether every user of the machine may read a file, or write in it. */
export function isOpenToAll(path: string): boolean {
  return ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o006) !== 0;
}
