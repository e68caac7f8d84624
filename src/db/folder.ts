import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it, for their owner only. One after another: Node's own `recursive` never returns where the system
 * answers that a folder it was just told to make in does not exist, as `/proc` does (seen on Node 24.21).
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
