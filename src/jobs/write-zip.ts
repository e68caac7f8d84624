import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { ZipEntry } from './render-request.ts';

/**
 * Writes a zip; files of the disk are not compressed: pictures, PDF and Office files are already. One of them is in memory
 * at a time.
 * @throws {Error} the system's, as when the disk is full
 */
export function writeZip(entries: readonly ZipEntry[], out: string): void {
  const file = openSync(out, 'w', 0o600);
  try {
    let failed: Error | null = null;
    const zip = new Zip((error, chunk) => {
      failed ??= error;
      if (!error) writeSync(file, chunk);
    });
    for (const entry of entries) {
      if ('path' in entry && !existsSync(entry.path)) continue;
      const isText = 'bytes' in entry && entry.compress === true;
      const part = isText ? new ZipDeflate(entry.name) : new ZipPassThrough(entry.name);
      zip.add(part);
      part.push('path' in entry ? readFileSync(entry.path) : entry.bytes, true);
    }
    zip.end();
    if (failed) throw failed;
  } finally {
    closeSync(file);
  }
}
