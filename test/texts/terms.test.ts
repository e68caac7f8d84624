import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const files = [
  ...globSync('src/texts/**/*.ts', { cwd: root }),
  'src/simulator/page/texts.ts',
  'src/simulator/page/index.html',
  'docs/manual.md',
  'docs/installation.md',
  ...globSync('docs/manual/*.md', { cwd: root }),
  'docs/operations.md',
];

/** The rows of the table *What people read* in the glossary: the term, and the words that are never used for it. */
function terms(): readonly { readonly term: string; readonly never: readonly string[] }[] {
  const [, after = ''] = readFileSync(join(root, 'docs/glossary.md'), 'utf8').split('## What people read');
  const [section = ''] = after.split('\n## ');
  return [...section.matchAll(/^\| (?!idea|---)[^|]+ \| ([^|]+) \| ([^|]*) \|$/gm)].map(
    ([, term = '', never = '']) => ({ term, never: never.split(',').map((word) => word.trim()) }),
  );
}

/** What people read of a file: the strings of code without its comments, the whole of a document. */
function read(file: string): string {
  const text = readFileSync(join(root, file), 'utf8');
  return file.endsWith('.md') ? text : text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

it('says each idea with the one term of the glossary', () => {
  const never = terms().flatMap((each) => each.never);
  const found = files.flatMap((file) => {
    const text = read(file);
    return never.flatMap((word) => {
      const stem = word.replace(/…$/, '');
      const pattern = new RegExp(`(?<!\\p{L})${stem}${word.endsWith('…') ? '' : '(?!\\p{L})'}`, 'iu');
      return pattern.test(text) ? [`${file}: ${word}`] : [];
    });
  });
  expect(never.length).toBeGreaterThan(15);
  expect(found).toEqual([]);
});
