import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

it('gives modules of its own to each file that puts something else in their place', () => {
  const replacing = globSync('test/**/*.test.ts', { cwd: root }).filter((file) =>
    /\bvi\.(?:mock|doMock|spyOn|stub\w+)\(/.test(read(file)),
  );
  const [, listed = ''] = /const alone = \[(.*?)\]\.map/s.exec(read('vitest.config.ts')) ?? [];
  const names = [...listed.matchAll(/'([^']+)'/g)].map(([, name]) => `test/${name}.test.ts`);
  expect(replacing.toSorted()).toEqual(names.toSorted());
});

it('begins with long files that are there', () => {
  const [, listed = ''] = /const longest = \[(.*?)\]\.map/s.exec(read('vitest.config.ts')) ?? [];
  const names = [...listed.matchAll(/'([^']+)'/g)].map(([, name]) => `test/${name}.test.ts`);
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => globSync(name, { cwd: root }).length === 0)).toEqual([]);
});
