import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

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
  },
});
