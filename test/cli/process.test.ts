import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeLock } from '../../src/db/lock.ts';
import { openStore } from '../../src/db/open.ts';
import { realFormPath } from '../world/form.ts';

const project = join(import.meta.dirname, '../..');
const node = join(project, 'node_modules/.bin/node');

function cli(databasePath: string, args: readonly string[], env: Record<string, string> = {}) {
  return run(node, ['-r', './src/node-version.cjs', 'src/cli.ts', ...args], {
    PATH: process.env.PATH ?? '',
    DATABASE_PATH: databasePath,
    ...env,
  });
}

function run(command: string, args: readonly string[], env: Record<string, string>) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(command, [...args], { cwd: project, env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

const freshDatabase = () => join(mkdtempSync(join(tmpdir(), 'monitoreo-process-')), 'sub', 'monitoreo.db');

describe('the command line as a process', { timeout: 120_000 }, () => {
  it('makes the database on its first command, and gives JSON alone on stdout', async () => {
    const database = freshDatabase();
    expect(await cli(database, ['plan', 'import', realFormPath])).toMatchObject({ code: 0 });
    const { code, out, err } = await cli(database, ['report', 'list', '--json'], { TZ: 'Asia/Tokyo' });
    expect([code, err, JSON.parse(out)]).toMatchObject([0, '', { length: 7 }]);
    expect(existsSync(`${database}.lock.txt`)).toBe(false);
  });

  it('works while the bot runs: it takes no lock', async () => {
    const database = freshDatabase();
    openStore(database, { migrate: true }).close();
    const release = takeLock(database, new Date(0));
    try {
      expect(await cli(database, ['plan', 'import', realFormPath])).toMatchObject({ code: 0 });
    } finally {
      release();
    }
  });

  it('does not touch the tables of an older version under a running bot, and says who holds them', async () => {
    const database = freshDatabase();
    openStore(database, { migrate: false }).close();
    const release = takeLock(database, new Date(0));
    try {
      const { code, err } = await cli(database, ['plan', 'list']);
      expect(code).toBe(1);
      expect(err).toContain(`pid ${process.pid}`);
    } finally {
      release();
    }
  });

  it('lets two first commands run at the same time', async () => {
    const database = freshDatabase();
    const both = await Promise.all([cli(database, ['plan', 'list']), cli(database, ['plan', 'list'])]);
    expect(both).toMatchObject([{ code: 0 }, { code: 0 }]);
  });

  it('ends with one line on stderr, without a stack, on every failure', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'monitoreo-process-'));
    const noDatabase = join(folder, 'text.db');
    writeFileSync(
      noDatabase,
      'this is no database, only a text that is long enough to be looked at\n'.repeat(20),
    );
    expect(await cli(noDatabase, ['plan', 'list'])).toEqual({
      code: 1,
      out: '',
      err: `Error: ${noDatabase} no es una base de datos\n`,
    });
    expect(await cli(freshDatabase(), ['plan', 'lst'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Error: [^\n]+\n$/),
    });
  });

  it('never shows a token', async () => {
    const token = '123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
    const { err } = await cli(freshDatabase(), ['plan', 'list'], { BOT_TOKEN: `${token} x`, PORT: token });
    expect(err).toContain('BOT_TOKEN');
    expect(err).not.toContain('AAHdqTcv');
  });
});

const oldNode = '/usr/bin/node';
const oldVersion = existsSync(oldNode)
  ? (await run(oldNode, ['-p', 'process.versions.node'], {})).out.trim()
  : '24';

describe('an unsupported Node', () => {
  const tooNew = Number(oldVersion.split('.')[0]) >= 22;
  it.skipIf(tooNew /* the machine has no unsupported Node */)(
    'is told in one line before anything else',
    async () => {
      expect(await run(oldNode, ['-r', './src/node-version.cjs', 'src/cli.ts', 'plan', 'list'], {})).toEqual({
        code: 1,
        out: '',
        err: expect.stringMatching(/^Error: este programa necesita Node 22\.18 [^\n]+\n$/),
      });
    },
  );
});
