import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contestant } from './contestants.ts';

/** All lines of a contestant's own code; of our bot the product without the simulator. */
export function linesOf({ code }: Contestant): number {
  return globSync(code.files, { cwd: code.folder, exclude: ['node_modules', 'src/simulator'] })
    .map((file) => readFileSync(join(code.folder, file), 'utf8').split('\n').length - 1)
    .reduce((sum, lines) => sum + lines, 0);
}
