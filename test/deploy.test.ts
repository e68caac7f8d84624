import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { KEPT } from '../src/domain/constants.ts';

const root = join(import.meta.dirname, '..');
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const deployed = globSync('deploy/**/*', { cwd: root, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));

/** Every setting there is, as `.env.example` tells them. */
const settings = [...text('.env.example').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1] ?? '');
const ofOthers = ['NODE_ENV', 'NODE_COMPILE_CACHE', 'REPLICA_ENDPOINT', 'REPLICA_BUCKET', 'REPLICA_PATH'];

describe('what is written for running it', () => {
  it.each(deployed)('%s names only settings there are', (file) => {
    const named = [...text(file).matchAll(/(?:^|[\s"'{(])([A-Z][A-Z]+(?:_[A-Z]+)+)=/gm)].map(
      (match) => match[1],
    );
    const known = [...settings, ...ofOthers, 'LITESTREAM_ACCESS_KEY_ID', 'LITESTREAM_SECRET_ACCESS_KEY'];
    expect(named.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });

  it('starts the program as package.json does, on the Node of the lockfile', () => {
    const { scripts, devDependencies } = JSON.parse(text('package.json')) as {
      scripts: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    const words = scripts.start?.split(' ') ?? [];
    expect(text('deploy/Dockerfile')).toContain(`CMD ${JSON.stringify(words).replaceAll(',', ', ')}`);
    for (const file of ['deploy/systemd/monitoreo@.service', 'docs/installation.md'])
      expect(text(file)).toContain(` ${words.slice(1).join(' ')}`);
    const from = `node:${devDependencies.node}-bookworm-slim`;
    expect(text('deploy/Dockerfile').match(/^FROM .*/gm)).toEqual([
      `FROM --platform=$BUILDPLATFORM ${from} AS dependencies`,
      `FROM ${from}`,
    ]);
    expect(new Set(text('docs/installation.md').match(/(?<=\bnode-v|\/v)\d+\.\d+\.\d+/g))).toEqual(
      new Set([devDependencies.node]),
    );
  });

  it('makes an image for x64 and for ARM: nothing runs in the last stage, and what is compiled is there for both', () => {
    const [first = '', last = ''] = text('deploy/Dockerfile')
      .split(/^FROM /m)
      .slice(1);
    expect(last).not.toMatch(/^RUN /m);
    const [, command = ''] = /^RUN (cpu=[\s\S]*?[^\\])\n/m.exec(first) ?? [];
    const asked = (TARGETARCH: string) =>
      execFileSync('sh', ['-c', `npm() { echo "$@"; }; ${command}`], {
        env: { PATH: process.env.PATH, TARGETARCH },
        encoding: 'utf8',
      });
    expect(['amd64', 'arm64'].map((each) => / --cpu=(\S+)/.exec(asked(each))?.[1])).toEqual(['x64', 'arm64']);

    const { packages } = JSON.parse(text('package-lock.json')) as {
      packages: Record<string, { cpu?: string[]; os?: string[]; dev?: true }>;
    };
    const compiled = Object.entries(packages).flatMap(([path, { cpu, os, dev }]) =>
      cpu && os?.includes('linux') && !dev ? [path] : [],
    );
    const forX64 = compiled.filter((path) => path.endsWith('-linux-x64-gnu'));
    expect(forX64.length).toBeGreaterThan(1);
    for (const path of forX64) expect(compiled).toContain(path.replace('-x64-', '-arm64-'));
    for (const each of ['linux-x64', 'linux-arm64'])
      expect(existsSync(join(root, `node_modules/better-sqlite3/prebuilds/${each}.node`)), each).toBe(true);
  });

  it('keeps daily copies and the replica as long as /salir says', () => {
    const days = (pattern: RegExp, files: readonly string[]) =>
      files.flatMap((file) => [...text(file).matchAll(pattern)].map((match) => Number(match[1])));
    const copies = ['deploy/systemd/monitoreo-backup@.service', 'deploy/kubernetes/base/statefulset.yaml'];
    const replicas = ['deploy/litestream.yml', 'deploy/kubernetes/base/litestream.yml'];
    expect(days(/-mtime \+(\d+) -exec rm/g, copies)).toEqual([KEPT.copyDays, KEPT.copyDays]);
    expect(days(/^\s*retention: (\d+)h/gm, replicas)).toEqual(Array(2).fill(KEPT.replicaDays * 24));
  });

  it('copies into the image only what is in the repository', () => {
    const copied = [...text('deploy/Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((match) =>
      (match[1] ?? '').split(' '),
    );
    const kept = text('.dockerignore').split('\n');
    expect(copied.length).toBeGreaterThan(4);
    for (const file of copied) expect(kept).toContain(`!${file}`);
  });

  it('leaves the simulator and the demo out of the image, and the bot and the command line load without', () => {
    const image = mkdtempSync(join(tmpdir(), 'image-'));
    try {
      for (const file of ['package.json', 'drizzle', 'src'])
        cpSync(join(root, file), join(image, file), { recursive: true });
      // What `.dockerignore` takes away again of what it has let in.
      const left = text('.dockerignore')
        .split('\n')
        .filter((line) => line.startsWith('src/'));
      expect(left).toContain('src/simulator');
      for (const file of left) rmSync(join(image, file), { recursive: true });
      symlinkSync(join(root, 'node_modules'), join(image, 'node_modules'));
      const env = { PATH: process.env.PATH, NODE_COMPILE_CACHE: join(image, 'cache') };
      const start = (...words: readonly string[]) =>
        spawnSync(process.execPath, words, { cwd: image, env, encoding: 'utf8' });
      expect(start('src/cli.ts', '--help')).toMatchObject({ status: 0, stderr: '' });
      // It has loaded everything by the time it misses its settings.
      expect(start('-r', './src/node-version.cjs', 'src/main.ts').stderr).toMatch(/^Error: BOT_TOKEN/);
    } finally {
      rmSync(image, { recursive: true, force: true });
    }
  });

  it('never says the same version of the image twice, nor another than ours', () => {
    const { version } = JSON.parse(text('package.json')) as { version: string };
    expect(text('deploy/kubernetes/base/kustomization.yaml')).toContain(`newTag: ${version}`);
    for (const file of ['deploy/kubernetes/restaurar.yaml', 'deploy/Dockerfile', 'docs/operations.md'])
      expect(new Set(text(file).match(/(?<=\/monitoreo:)[\d.]+\d/g)), file).toEqual(new Set([version]));
  });
});

describe('secrets', () => {
  const manifest = text('deploy/kubernetes/base/statefulset.yaml');
  const fileOf = (secret: string) =>
    text(`deploy/kubernetes/entidades/cascajal/${secret}.env.example`).match(/^[A-Z_]+(?==)/gm) ?? [];

  /** What each container is given: the settings by name, and the variables of its secrets. */
  const givenTo = (container: string): readonly string[] => {
    const anchors = new Map(
      [...manifest.matchAll(/envFrom: &(\w+)\n((?: {12,}.*\n)+)/g)].map(([, name = '', body = '']) => [
        name,
        body,
      ]),
    );
    const [, own = ''] =
      new RegExp(`- name: ${container}\\n {10}image([\\s\\S]*?)(?=\\n {8}- name: |\\n {6}\\w)`).exec(
        manifest,
      ) ?? [];
    const [, alias] = /envFrom: \*(\w+)/.exec(own) ?? [];
    const from = alias === undefined ? own : (anchors.get(alias) ?? '');
    return [...from.matchAll(/(configMap|secret)Ref:\n +name: (\w+)/g)].flatMap(([, kind, name = '']) =>
      kind === 'secret' ? fileOf(name) : [name],
    );
  };
  const keys = ['LITESTREAM_ACCESS_KEY_ID', 'LITESTREAM_SECRET_ACCESS_KEY'];

  it.each([
    ['bot', ['ajustes', 'BOT_TOKEN']],
    ['copias', ['ajustes']],
    ['restaurar-si-falta', ['ajustes']],
    ['litestream', ['replica', ...keys]],
    ['traer-si-falta', ['replica', ...keys]],
  ])('of Kubernetes: %s gets only its own', (container, given) => {
    expect(givenTo(container)).toEqual(given);
  });

  it('of systemd give the bot no keys of the replica, and the others no token', () => {
    const unset = (unit: string) =>
      /^UnsetEnvironment=(.+)$/m.exec(text(`deploy/systemd/${unit}@.service`))?.[1]?.split(' ');
    expect(unset('monitoreo')).toEqual(keys);
    for (const unit of ['monitoreo-litestream', 'monitoreo-backup']) {
      expect(unset(unit)).toEqual(['BOT_TOKEN', 'WEBHOOK_URL', 'WEBHOOK_SECRET']);
      expect(text(`deploy/systemd/${unit}@.service`)).toContain('TemporaryFileSystem=/etc/monitoreo:ro');
    }
  });

  it('are never in the repository', () => {
    const ignored = text('.gitignore').split('\n');
    for (const name of ['.env', 'bot.env', 'replica.env', 'secretos.env']) expect(ignored).toContain(name);
  });
});

describe('monitoreo-cli', () => {
  const bin = mkdtempSync(join(tmpdir(), 'bin-'));
  afterAll(() => rmSync(bin, { recursive: true, force: true }));

  const typedAs = (userId: string, ...words: readonly string[]) => {
    const tools = {
      id: `echo ${userId}`,
      runuser: `printf ' %s|' runuser "$@"`,
      sudo: `printf ' %s|' sudo "$@"`,
    };
    for (const [name, does] of Object.entries(tools))
      writeFileSync(join(bin, name), `#!/bin/sh\n${does}\n`, { mode: 0o755 });
    const env = { PATH: `${bin}:/bin` };
    return spawnSync('sh', [join(root, 'deploy/systemd/monitoreo-cli'), ...words], { encoding: 'utf8', env });
  };

  it('becomes the user of the bot, also on a Debian without sudo', () => {
    const runs = '/opt/monitoreo/node_modules/.bin/node| --env-file=/etc/monitoreo/cascajal.env|';
    expect(typedAs('0', 'cascajal', 'doctor').stdout).toContain(`runuser| -u| monitoreo| --| ${runs}`);
    expect(typedAs('1000', 'cascajal', 'doctor').stdout).toContain(`sudo| -u| monitoreo| ${runs}`);
  });

  it('hands the words on as they are, and takes no path for an entity', () => {
    expect(typedAs('0', 'cascajal', 'person', 'add', '--name', 'Ana Arboleda').stdout).toMatch(
      / --name\| Ana Arboleda\|$/,
    );
    for (const words of [[], ['cascajal'], ['../x', 'doctor']])
      expect(typedAs('0', ...words), words.join(' ')).toMatchObject({ status: 1, stdout: '' });
  });
});

const has = (command: string) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

describe.runIf(has('systemd-analyze'))('systemd, where it is installed', () => {
  it('finds nothing to say about the units, and the bot well closed in', () => {
    const folder = mkdtempSync(join(tmpdir(), 'units-'));
    try {
      const units = deployed.filter((file) => /systemd\/.*\.(service|timer)$/.test(file));
      for (const unit of units) {
        const target = join(folder, basename(unit).replace('@.', '@cascajal.'));
        cpSync(join(root, unit), target);
        // The programs stand elsewhere on this machine.
        writeFileSync(
          target,
          readFileSync(target, 'utf8').replaceAll(/\/opt\/\S*\/(node|litestream) /g, '/bin/true '),
        );
      }
      const said = spawnSync('sh', ['-c', `systemd-analyze verify ${folder}/*`], { encoding: 'utf8' });
      expect(said.stderr).toBe('');
      const exposure = execFileSync(
        'systemd-analyze',
        ['security', '--offline=yes', '--threshold=20', join(folder, 'monitoreo@cascajal.service')],
        { encoding: 'utf8' },
      );
      expect(exposure).toContain('OK');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe.runIf(has('kubectl'))('Kustomize, where kubectl is installed', () => {
  it('makes an entity of the base: one pod, no rights, a root that cannot be written', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kustomize-'));
    try {
      cpSync(join(root, 'deploy/kubernetes'), folder, { recursive: true });
      const entity = join(folder, 'entidades/cascajal');
      for (const name of ['bot.env', 'replica.env'])
        cpSync(join(entity, `${name}.example`), join(entity, name));
      const made = execFileSync('kubectl', ['kustomize', entity], { encoding: 'utf8' });
      expect(made).toContain('replicas: 1');
      // Each made once and named where it is given: the token to the bot, settings and keys of the replica to two.
      expect(made.match(/name: bot-\w+$/gm)).toHaveLength(2);
      expect(made.match(/name: replica-\w+$/gm)).toHaveLength(6);
      expect(made.match(/readOnlyRootFilesystem: true/g)).toHaveLength(5);
      expect(made.match(/ {8}image: registro\.example\.org\/monitoreo:0\.1\.0/g)).toHaveLength(3);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
