import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** Bytes that the bot's user may still write where a folder lies, or will lie. @throws {Error} the system's */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(nearestFolder(folder));
  return bavail * bsize;
}

/** The folder, or the nearest above it that is there. */
export function nearestFolder(folder: string): string {
  const above = dirname(folder);
  return existsSync(folder) || above === folder ? folder : nearestFolder(above);
}
