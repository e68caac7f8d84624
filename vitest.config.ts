import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    /** Left alone, vitest keeps one core for itself: on the two of CI half of the time is lost. */
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
