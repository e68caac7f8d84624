import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { largePlan } from './large-plan.ts';

/** A city's plan: 10,000 activities, each with four reports of some 300 characters, in nearly 200,000 cells. */
const OFFICES = ['Secretaría de Salud', 'Oficina de Planeación', 'Secretaría de Educación'];
/** The promise is 5 s; a slow machine has twice that. */
const MOST_MS = 10_000;
const MOST_MB = 450;

const folder = mkdtempSync(join(tmpdir(), 'large-plan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a plan of 10,000 activities', () => {
  it('is read whole, in a few seconds and 400 MB', { timeout: 60_000 }, () => {
    const file = join(folder, 'plan.xlsx');
    writeFileSync(
      file,
      largePlan({
        activities: 10_000,
        responsible: (index) => OFFICES[index % 3] ?? '',
        blocks: 4,
        words: 22,
      }),
    );
    const script = fileURLToPath(new URL('./xlsx/read-one.ts', import.meta.url));
    const out = execFileSync(process.execPath, ['-r', './src/node-version.cjs', script, file], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    const read: { ms: number; mb: number; problems: string[]; activities: number } = JSON.parse(out);
    expect(read).toMatchObject({ problems: [], activities: 10_000 });
    expect(read.ms).toBeLessThan(MOST_MS);
    expect(read.mb).toBeLessThan(MOST_MB);
  });
});
