import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Bytes that the bot's user may still write in a folder, whether or not it exists yet.
 * @throws {Error} the system's
 */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(nearestFolder(folder));
  return bavail * bsize;
}

/** The folder, or its nearest parent that exists. */
export function nearestFolder(folder: string): string {
  const above = dirname(folder);
  return existsSync(folder) || above === folder ? folder : nearestFolder(above);
}
