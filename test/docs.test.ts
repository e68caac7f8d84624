import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const documents = ['README.md', 'CHANGELOG.md', ...globSync('docs/*.md', { cwd: root })];
const code = globSync(['src/**/*.ts', 'test/**/*.ts'], { cwd: root }).filter(
  (file) => file !== 'test/docs.test.ts',
);

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** Headings of the third level: chapters are numbered and cited nowhere. */
function sections(text: string): readonly string[] {
  return [...text.matchAll(/^### (.+)$/gm)].map(([, name = '']) => name);
}

/** The sections named by `(specification: Hours, Reminders)`, also where a comment goes on in the next line. */
function citedIn(text: string): readonly string[] {
  const unwrapped = text.replace(/\n\s*(?:\*|\/\/) /g, ' ');
  return [...unwrapped.matchAll(/\(specification: ([^)]+)\)/g)].flatMap(([, names = '']) =>
    names.split(', '),
  );
}

/** Targets of links and pictures inside the repository. */
function linksIn(text: string): readonly string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g)].map(
    ([, link, picture]) => link ?? picture ?? '',
  );
  return targets.filter((target) => !/^(?:https?:|mailto:|#)/.test(target));
}

describe('The documents', () => {
  it('name each section of the specification once, so that a citation means one', () => {
    const names = sections(read('docs/specification.md'));
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter((name, at) => names.indexOf(name) !== at || /[,()]/.test(name))).toEqual([]);
  });

  it('have every section that the code cites', () => {
    const known = new Set(sections(read('docs/specification.md')));
    const unknown = code.flatMap((file) =>
      citedIn(read(file)).flatMap((name) => (known.has(name) ? [] : [`${file}: ${name}`])),
    );
    expect(unknown).toEqual([]);
  });

  it('are the only documents that the code cites', () => {
    const missing = code.flatMap((file) =>
      [...read(file).matchAll(/[\w./-]+\.md\b/g)].flatMap(([path]) =>
        existsSync(join(root, path.replace(/^(?:\.\.\/)+/, ''))) ? [] : [`${file}: ${path}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  it('link to files that exist', () => {
    const broken = documents.flatMap((file) =>
      linksIn(read(file)).flatMap((target) => {
        const [path = ''] = target.split('#');
        return existsSync(join(root, dirname(file), path)) ? [] : [`${file}: ${target}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('are read as they are written', () => {
    expect(citedIn('/**\n * Waits (specification: Hours,\n * Nothing of the past).\n */')).toEqual([
      'Hours',
      'Nothing of the past',
    ]);
    expect(linksIn('[a](docs/a.md#b) <img src="c.png"> [d](https://example.org)')).toEqual([
      'docs/a.md#b',
      'c.png',
    ]);
  });
});
