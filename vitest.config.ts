import { existsSync, statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { defineConfig } from 'vitest/config';

const enoughBytes = 2 * 1024 ** 3;

/**
 * Where the tests keep their files. Nearly half of a story was waiting for the disk (measured), which nothing here can
 * tell from memory: processes are killed, no plug is pulled. Where there is little of it (a container), on the disk.
 */
function folderForTests(): string {
  const memory = '/dev/shm';
  if (process.env.TMPDIR !== undefined || !existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > enoughBytes ? memory : tmpdir();
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/own-temporary-folder.ts',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    /** What is waited for has all the time that a busy machine needs: a second, the default, is not. */
    expect: { poll: { timeout: 20_000 } },
    /** Left alone, vitest keeps one core for itself: on the two of CI half of the time is lost. */
    maxWorkers: Math.max(2, availableParallelism() - 1),
    env: { TMPDIR: folderForTests() },
  },
});
