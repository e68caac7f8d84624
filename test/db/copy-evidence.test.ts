import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { copyEvidence } from '../../src/db/copy-evidence.ts';

/** A disk without hard links, as a memory stick's FAT. */
vi.mock('node:fs', async (load) => ({
  ...(await load<typeof import('node:fs')>()),
  linkSync: () => {
    throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' });
  },
}));

const folder = mkdtempSync(join(tmpdir(), 'copies-'));
afterEach(() => rmSync(folder, { recursive: true }));

it('copies the evidence on a disk without hard links', async () => {
  const live = join(folder, 'files');
  mkdirSync(live);
  writeFileSync(join(live, '1-a.pdf'), 'one');
  const evidence = [{ name: '1-a.pdf', sha256: createHash('sha256').update('one').digest('hex') }];
  for (const copy of ['first.db', 'second.db']) {
    expect(await copyEvidence(evidence, live, join(folder, copy))).toEqual({ whole: 1, troubled: [] });
    writeFileSync(join(folder, copy), 'the database');
  }
  const made = join(folder, 'second.db.files', '1-a.pdf');
  expect([readFileSync(made, 'utf8'), statSync(made).nlink]).toEqual(['one', 1]);
});
