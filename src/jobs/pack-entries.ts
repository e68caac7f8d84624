import { join } from 'node:path';
import type { PackedFile } from '../summary/evidence-pack.ts';
import type { ZipEntry } from './render-request.ts';

/** What goes into one zip of a pack of evidence: the index, then the files from the folder of evidence. */
export function packEntries(
  folder: string,
  part: readonly PackedFile[],
  index: Uint8Array,
): readonly ZipEntry[] {
  return [
    { name: 'indice.csv', bytes: index },
    ...part.map(({ name, storedName }) => ({ name, path: join(folder, storedName) })),
  ];
}
