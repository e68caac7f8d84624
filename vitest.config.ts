import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/own-temporary-folder.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    /** What is waited for has all the time that a busy machine needs: a second, the default, is not. */
    expect: { poll: { timeout: 60_000 } },
    /** Left alone, vitest keeps one core for itself: on the two of CI half of the time is lost. */
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
