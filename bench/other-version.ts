import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Puts this version's `bench` beside another version's program, so that the same bench measures both.
 * @param folder a checkout of the other version with its `node_modules`
 * @returns a new folder to run it in; the caller removes it
 */
export function benchBesideOther(folder: string): string {
  const made = mkdtempSync(join(tmpdir(), 'bench-'));
  for (const name of ['src', 'drizzle', 'node_modules', 'package.json'])
    symlinkSync(resolve(folder, name), join(made, name));
  cpSync(import.meta.dirname, join(made, 'bench'), {
    recursive: true,
    filter: (source) => !source.startsWith(join(import.meta.dirname, 'peers')),
  });
  return made;
}
