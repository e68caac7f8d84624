import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { modeToSync } from '../../src/db/copy.ts';
import { isOpenToAll } from '../../src/db/private-file.ts';

const { platform } = process;
const folder = mkdtempSync(join(tmpdir(), 'monitoreo-windows-'));

afterEach(() => {
  Object.defineProperty(process, 'platform', { value: platform });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('syncs on Windows what is open for writing, and no folder', () => {
  expect([modeToSync('win32', false), modeToSync('win32', true)]).toEqual(['r+', null]);
  expect([modeToSync('linux', false), modeToSync('linux', true)]).toEqual(['r', 'r']);
});

it('does not judge the rights of a file on Windows by its mode, which is always 666', () => {
  const file = join(folder, 'monitoreo.db');
  writeFileSync(file, '');
  chmodSync(file, 0o666);
  expect(isOpenToAll(file)).toBe(true);
  Object.defineProperty(process, 'platform', { value: 'win32' });
  expect(isOpenToAll(file)).toBe(false);
});
