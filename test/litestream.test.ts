import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { operator } from './cli/setup.ts';

const root = join(import.meta.dirname, '..');
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'litestream-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The one version of Litestream: its release, and the npm package that carries it. */
const release = '0.3.13';
const carrier = '1.0.1';
/** `.ci/run` puts it there: the package cannot be a dependency, since it names builds for platforms that npm does not have. */
const binary = join(
  root,
  'node_modules/.cache/litestream/node_modules/@flydotio/litestream-linux-x64/litestream',
);

describe('Litestream', () => {
  it('is one pinned version everywhere', () => {
    expect(text('.ci/run')).toContain(`@flydotio/litestream@${carrier}`);
    expect(text('deploy/kubernetes/base/kustomization.yaml')).toMatch(
      new RegExp(`newName: docker\\.io/litestream/litestream\\n +newTag: ${release}\\n`),
    );
    expect(text('deploy/litestream.yml')).toContain(`Litestream ${release}:`);
    expect(text('docs/operations.md')).toContain(
      `@flydotio/litestream@${carrier}     # Litestream ${release}`,
    );
  });
});

describe.runIf(existsSync(binary))('its binary, where it is installed', () => {
  let replicating: ChildProcess | undefined;
  afterEach(() => replicating?.kill('SIGKILL'));

  const restored = (replica: string): string => {
    const path = join(mkdtempSync(join(folder, 'restored-')), 'recuperada.db');
    execFileSync(binary, ['restore', '-o', path, `file://${replica}`], { stdio: 'pipe' });
    return path;
  };

  it('is that version', () => {
    expect(execFileSync(binary, ['version'], { encoding: 'utf8' }).trim()).toBe(`v${release}`);
  });

  // Made by 0.3.13, which runs at the entities: another version that is pinned one day must restore it too.
  it('restores a replica that 0.3.13 made, and `restore` puts it in place', async () => {
    const desk = operator('2026-12-02');
    const { code } = await desk.types('restore', restored(join(root, 'test/data/litestream-0.3.13')));
    expect(code).toBe(0);
    expect((await desk.types('person', 'list')).out).toMatch(/Ana Arboleda[\s\S]*Berta Ruiz/);
  });

  it('replicates a database with our settings, and restores it whole', async () => {
    const desk = operator();
    await desk.types('person', 'add', '--name', 'Ana Arboleda', '--role', 'coordinator');
    const replica = join(folder, 'replica');
    const env = { DATABASE_PATH: desk.databasePath, REPLICA_PATH: replica };
    const child = spawn(binary, ['replicate', '-config', join(root, 'deploy/litestream.yml')], { env });
    replicating = child;
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    const segments = () => said.split('wal segment written').length - 1;
    await expect.poll(segments).toBe(1);
    await desk.types('person', 'add', '--name', 'Berta Ruiz', '--role', 'control');
    await expect.poll(segments).toBe(2);
    child.kill('SIGTERM');
    await once(child, 'exit');
    const other = operator();
    expect((await other.types('restore', restored(replica))).code).toBe(0);
    expect((await other.types('person', 'list')).out).toMatch(/Ana Arboleda[\s\S]*Berta Ruiz/);
  });
});
