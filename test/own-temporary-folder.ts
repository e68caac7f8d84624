import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
const enoughBytes = 2 * 1024 ** 3;

/**
 * A run of the tests makes all its temporary folders, and those of its processes, in one that goes when it ends.
 * Nearly half of a story was waiting for the disk (measured), which nothing here can tell from memory: processes are
 * killed, no plug is pulled. Where there is little of it (a container), or TMPDIR says so, it is on the disk.
 */
export function setup(): () => void {
  const folder = mkdtempSync(join(isRoomy() ? memory : tmpdir(), 'monitoreo-test-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

function isRoomy(): boolean {
  if (process.env.TMPDIR !== undefined || !existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > enoughBytes;
}
