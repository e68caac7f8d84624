import { type Zippable, zipSync } from 'fflate';
import type { Parts } from './zip-gate.ts';

/** Every part is dated so (local fields are what a zip stores, so the zone does not matter). */
const MOMENT = new Date(1980, 0, 1);

/** The package as bytes; the same parts give the same bytes. Pictures are not packed again. */
export function zipParts(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of parts) {
    files[name] = [content, { level: /\.(png|jpe?g|gif)$/i.test(name) ? 0 : 6 }];
  }
  return zipSync(files, { mtime: MOMENT });
}
