import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compiled-'));
  writeFileSync(
    join(folder, 'program.ts'),
    "console.log('loaded', process.pid);\nexport const answer: number = 42;",
  );
  const from = JSON.stringify(join(import.meta.dirname, '../src/app/compiled.ts'));
  writeFileSync(
    join(folder, 'main.ts'),
    `import { loadCompiled } from ${from};
const { answer } = await loadCompiled(() => import('./program.ts'));
console.log('runs', process.pid, answer, process.argv[2], process.env.WORD, process.execArgv.length);`,
  );
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What one start prints: each line without the process's number, and how many numbers there were. */
function start(env: NodeJS.ProcessEnv): { readonly lines: readonly string[]; readonly processes: number } {
  const printed = execFileSync(process.execPath, ['--no-deprecation', join(folder, 'main.ts'), 'word'], {
    env: { PATH: process.env.PATH, WORD: 'kept', ...env },
    encoding: 'utf8',
  });
  const lines = printed.trim().split('\n');
  const numbers = new Set(lines.map((line) => line.split(' ')[1]));
  return { lines: lines.map((line) => line.replace(/ \d+/, '')), processes: numbers.size };
}

it('begins anew, as the same process, when something had to be compiled: at the first start and at no other', () => {
  const cache = { NODE_COMPILE_CACHE: join(folder, 'cache') };
  const runs = 'runs 42 word kept 1';
  expect(start(cache)).toEqual({ lines: ['loaded', 'loaded', runs], processes: 1 });
  expect(start(cache)).toEqual({ lines: ['loaded', runs], processes: 1 });
  writeFileSync(
    join(folder, 'program.ts'),
    "console.log('loaded', process.pid);\nexport const answer: number = 43;",
  );
  expect(start(cache).lines).toEqual(['loaded', 'loaded', 'runs 43 word kept 1']);
});

it('runs as it is where there is no cache, or none that can be written', () => {
  const lines = ['loaded', 'runs 42 word kept 1'];
  expect(start({ NODE_DISABLE_COMPILE_CACHE: '1' }).lines).toEqual(lines);
  expect(start({ NODE_COMPILE_CACHE: join(folder, 'main.ts', 'none') }).lines).toEqual(lines);
});
