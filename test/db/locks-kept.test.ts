import { existsSync, readFileSync, statSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { openStore, openToRead } from '../../src/db/open.ts';
import { openDatabase } from '../world/database.ts';

/** Linux only: each lock with its process, and the device and number of its file (proc(5)). */
const LOCKS = '/proc/locks';

it.skipIf(!existsSync(LOCKS)).each([
  ['to write', (path: string) => openStore(path, { migrate: true })],
  ['to read', openToRead],
])('A file that is opened a second time %s stays locked by the first connection', (_, openAgain) => {
  const { path, store, remove } = openDatabase();
  onTestFinished(remove);
  store.sqlite.pragma('user_version');
  const isLocked = () =>
    readFileSync(LOCKS, 'utf8')
      .split('\n')
      .some((line) => line.includes(` ${process.pid} `) && line.includes(`:${statSync(`${path}-shm`).ino} `));
  expect(isLocked()).toBe(true);
  openAgain(path).close();
  expect(isLocked()).toBe(true);
});
