import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const json = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

type Locked = {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: true;
  readonly hasInstallScript?: true;
};
const manifest = json('package.json') as {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly allowScripts: Record<string, boolean>;
};
const lock = json('package-lock.json') as { readonly packages: Record<string, Locked> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Licences that ask for no more than to be named. */
const permissive = [
  'MIT',
  'ISC',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Unlicense',
  'BlueOak-1.0.0',
  'PSF-2.0',
  'Python-2.0',
  /** Of data and fonts. */
  'CC-BY-3.0',
  'OFL-1.1',
];
/** MPL-2.0 asks for changes of its own files back; only tools of ours that are never delivered may have it. */
const alsoForTools = ['MPL-2.0'];

/** `(MIT OR Apache-2.0)`: one of them will do. `(ISC AND CC-BY-3.0)`: each must. */
function isAllowed(expression: string, allowed: readonly string[]): boolean {
  const inner = expression.replace(/^\((.*)\)$/, '$1');
  const alternatives = inner.split(' OR ');
  return alternatives.some((each) =>
    each.split(' AND ').every((licence) => allowed.includes(licence.trim())),
  );
}

describe('what we depend on', () => {
  it('is named in exact versions, and once more with its reason in docs/decisions.md', () => {
    const decisions = readFileSync(join(root, 'docs/decisions.md'), 'utf8');
    const named = { ...manifest.dependencies, ...manifest.devDependencies };
    for (const [name, version] of Object.entries(named)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
      expect(decisions, `${name} in docs/decisions.md`).toMatch(
        new RegExp(`\\*\\*${name.replace(/^@[^/]+\//, '(@[^/]+/)?')}\\*\\*`),
      );
    }
  });

  it('is pinned by the lockfile: the registry’s own file, by its hash', () => {
    for (const [path, { resolved, integrity }] of packages) {
      // Not written down where the lockfile was made through a mirror: npm then asks the registry in use, by the hash.
      expect(resolved ?? 'https://registry.npmjs.org/', path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
      expect(integrity, path).toMatch(/^sha512-/);
    }
  });

  it.each(packages.filter(([path]) => existsSync(join(root, path, 'package.json'))))(
    '%s is installed in that version and may be used',
    (path, { dev }) => {
      const { version, license, licenses } = json(join(path, 'package.json')) as {
        version: string;
        license?: string | { type: string };
        licenses?: readonly { type: string }[];
      };
      expect(version).toBe(lock.packages[path]?.version);
      const said = typeof license === 'object' ? license.type : (license ?? licenses?.[0]?.type ?? 'none');
      const allowed = dev ? [...permissive, ...alsoForTools] : permissive;
      expect(isAllowed(said, allowed), `${path}: ${said}`).toBe(true);
    },
  );

  it('runs no script when it is installed, but for the one that is allowed', () => {
    const scripted = packages
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => nameOf(path));
    const decided = Object.keys(manifest.allowScripts);
    expect(scripted.filter((name) => !decided.includes(name))).toEqual([]);
    expect(decided.filter((name) => manifest.allowScripts[name])).toEqual(['node']);
  });

  it('is what its own package.json says about scripts', () => {
    const scripted = packages.filter(([path]) => {
      if (!existsSync(join(root, path, 'package.json'))) return false;
      const { scripts = {} } = json(join(path, 'package.json')) as { scripts?: Record<string, string> };
      return ['preinstall', 'install', 'postinstall'].some((name) => name in scripts);
    });
    expect(
      [...new Set(scripted.map(([path]) => nameOf(path)))].filter((name) => !(name in manifest.allowScripts)),
    ).toEqual([]);
  });
});

describe('the peers of the bench', () => {
  it.each(['telegraf', 'grammy'])('%s is pinned too, and runs no script when it is installed', (name) => {
    const peer = json(`bench/peers/${name}/package-lock.json`) as typeof lock;
    for (const [path, { integrity, hasInstallScript }] of Object.entries(peer.packages)) {
      if (path === '') continue;
      expect(integrity, path).toMatch(/^sha512-/);
      expect(hasInstallScript, path).toBeUndefined();
    }
  });
});

describe('the rule of licences', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['(ISC AND CC-BY-3.0)', true],
    ['(MIT AND GPL-3.0)', false],
    ['GPL-3.0', false],
    ['MPL-2.0', false],
    ['none', false],
  ])('%s: %s', (licence, allowed) => {
    expect(isAllowed(licence, permissive)).toBe(allowed);
  });
});
