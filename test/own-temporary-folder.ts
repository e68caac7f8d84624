import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A run of the tests makes all its temporary folders, and those of its processes, in one that goes when it ends. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'monitoreo-test-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
