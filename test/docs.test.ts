import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const documents = ['README.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: root })];
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

/** Documents that guide a reader to the code. */
const guides = ['README.md', 'docs/decisions.md', 'docs/how-to-change.md', 'docs/reliability.md'];

/** Paths of the project in backticks; `*` stands for any name. */
function pathsIn(text: string): readonly string[] {
  return [...text.matchAll(/`((?:src|test|drizzle|bench|deploy|docs)\/[^`\s]+)`/g)].map(
    ([, path = '']) => path,
  );
}

/** What is said to be in a file, such as `runTick` in `src/app/minute.ts`: the name and the file. */
function namesIn(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/`(\w+)`\s+in\s+`((?:src|test)\/[^`\s*]+\.ts)`/g)].map(
    ([, name = '', file = '']) => [name, file],
  );
}

/** Each decision with its lines, without headings and blank lines. */
function decisionsIn(text: string): ReadonlyMap<string, readonly string[]> {
  const [, ...parts] = text.split(/^### /m);
  return new Map(
    parts.map((part) => {
      const [title = '', ...lines] = (part.split(/^## /m)[0] ?? '').trim().split('\n');
      return [title, lines.filter((line) => line !== '')];
    }),
  );
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

  it('tell each change once: a merge may leave an entry of the changelog in two versions', () => {
    const [, ...entries] = read('CHANGELOG.md').split(/^- /m);
    const begins = entries.map((entry) => entry.replace(/\s+/g, ' ').slice(0, 40));
    expect(begins.length).toBeGreaterThan(50);
    expect(begins.filter((begin, at) => begins.indexOf(begin) !== at)).toEqual([]);
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

  it('name only paths that exist, and names that are in the file', () => {
    const gone = guides.flatMap((file) => {
      const text = read(file);
      const paths = pathsIn(text).filter((path) => globSync(path, { cwd: root }).length === 0);
      const names = namesIn(text).filter(
        ([name, path]) => existsSync(join(root, path)) && !new RegExp(`\\b${name}\\b`).test(read(path)),
      );
      return [...paths, ...names.map((each) => each.join(' in '))].map((what) => `${file}: ${what}`);
    });
    expect(gone).toEqual([]);
  });

  it('name, beside each promise, tests whose titles are there', () => {
    const rows = read('docs/reliability.md').match(/^\|.*`test\/.*\|$/gm) ?? [];
    const unknown = rows.flatMap((row) => {
      const tests = pathsIn(row).map(read).join();
      const titles = [...(row.split('|').at(-2) ?? '').matchAll(/\*([^*…]+)…?\*/g)].map(
        ([, title = '']) => title,
      );
      return titles.filter((title) => !tests.includes(title));
    });
    expect(rows.length).toBeGreaterThan(20);
    expect(unknown).toEqual([]);
  });

  it('have each decision as problem, choice and price, in at most eight lines', () => {
    const decisions = decisionsIn(read('docs/decisions.md'));
    expect(decisions.size).toBeGreaterThan(30);
    const form = /^\*Problem\.\* .+\*Choice\.\* .+\*Price\.\* ./s;
    const other = [...decisions].filter(([, lines]) => lines.length > 8 || !form.test(lines.join('\n')));
    expect(other.map(([title]) => title)).toEqual([]);
  });

  it('are read as they are written', () => {
    expect(citedIn('/**\n * Waits (specification: Hours,\n * Nothing of the past).\n */')).toEqual([
      'Hours',
      'Nothing of the past',
    ]);
    expect(pathsIn('`src/a.ts` and `runTick` in `src/b/*.ts`, not src/c.ts')).toEqual([
      'src/a.ts',
      'src/b/*.ts',
    ]);
    expect(namesIn('`runTick`\nin `src/app/minute.ts`')).toEqual([['runTick', 'src/app/minute.ts']]);
    expect([...decisionsIn('## app\n\n### One\n\n*Problem.* a\nb\n\n## db\n\n### Two\n\nc')]).toEqual([
      ['One', ['*Problem.* a', 'b']],
      ['Two', ['c']],
    ]);
    expect(linksIn('[a](docs/a.md#b) <img src="c.png"> [d](https://example.org)')).toEqual([
      'docs/a.md#b',
      'c.png',
    ]);
  });
});
