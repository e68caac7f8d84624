import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and its parents, for their owner only. It makes one after another, because Node's own
 * `recursive` never returns where the system says that the folder just made does not exist, as `/proc` does
 * (seen on Node 24.21).
 * @throws {Error} the system's, with its code.
 */
export function ensureFolder(path: string): void {
  if (existsSync(path)) return;
  ensureFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}
