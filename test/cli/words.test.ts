import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { operator } from './setup.ts';

const { types } = operator();
const { out } = await types('--help');
const words = [...out.slice(out.indexOf('Órdenes:')).matchAll(/^ {2}(\w+)/gm)].map(([, word]) => word ?? '');

describe('a line loads the file of its first word', () => {
  it('the help tells every word', () => {
    expect(words).toHaveLength(17);
  });

  it.each(words)('%s is in the file that is loaded for it', async (word) => {
    const help = await types(word, '--help');
    expect([help.code, help.err]).toEqual([0, '']);
    expect(help.out).toMatch(new RegExp(`^Uso: cli ${word}\\b`));
  });

  it('and no other', () => {
    const script = `
      let files = [];
      (await import('node:module')).registerHooks({ load: (url, context, next) => (files.push(url), next(url, context)) });
      const { runCli } = await import('./src/cli/run.ts');
      await runCli(['person', '--help'], { env: {}, out: () => undefined, err: () => undefined });
      console.log(files.join(' '));`;
    const loaded = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: join(import.meta.dirname, '../..'),
      encoding: 'utf8',
    });
    expect(loaded).toContain('/src/cli/people.ts');
    expect(loaded).not.toMatch(/src\/(?:cli\/plan|cli\/doctor|forms\/xlsx)/);
  });
});
