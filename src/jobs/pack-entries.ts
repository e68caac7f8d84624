import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PackedFile } from '../summary/evidence-pack.ts';
import { missingFromPack } from '../texts/publication/evidence-pack.ts';
import type { ZipEntry } from './render-request.ts';

/**
 * What goes into one zip of a pack of evidence: the index, then the files from the folder of evidence. In the place of a
 * file that is not there (a copy was restored without it) stands a text that says so.
 */
export function packEntries(
  folder: string,
  part: readonly PackedFile[],
  index: Uint8Array,
): readonly ZipEntry[] {
  return [
    { name: 'indice.csv', bytes: index },
    ...part.map(({ name, storedName }) => {
      const path = join(folder, storedName);
      if (existsSync(path)) return { name, path };
      return { name: `${name}.falta.txt`, bytes: Buffer.from(missingFromPack) };
    }),
  ];
}
