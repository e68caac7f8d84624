import { readdirSync, rmSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sync } from './copy.ts';

/**
 * Writes a file of evidence, whole or not at all. It is on the disk before its row says so. A part that
 * cannot be finished is removed.
 * @throws {Error} the system's: ENOSPC, EDQUOT when the disk is full.
 */
export async function writeEvidence(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const part = join(folder, `.${name}.part`);
  try {
    const file = await open(part, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, join(folder, name));
    sync(folder);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

export async function removeEvidence(folder: string, name: string): Promise<void> {
  await rm(join(folder, name), { force: true });
}

/**
 * Removes files that an earlier process began to write. Call it before anything is fetched.
 * @returns how many
 */
export function removeParts(folder: string): number {
  let names: readonly string[];
  try {
    names = readdirSync(folder).filter((name) => /^\..+\.part$/.test(name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
  for (const name of names) rmSync(join(folder, name), { force: true });
  return names.length;
}

/** Whether an error means that the disk takes nothing more. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
