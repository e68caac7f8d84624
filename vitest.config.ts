import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that tell stories: `sentence` and `livedOnce`. */
const stories = ['test/e2e/!(process).test.ts', 'test/faults/downtime.test.ts'];
/** Stories that are only `livedOnce`. */
const neverRestarted = ['approved-files', 'large-plan', 'rendering', 'whole-year'].map(
  (name) => `test/e2e/${name}.test.ts`,
);
/** Files that put something else in a module's place (`vi.mock`, `vi.spyOn`): each has modules of its own. */
const alone = [
  ...['db/copy-evidence', 'faults/storage', 'http/webhook'],
  ...['telegram/full-disk', 'telegram/log', 'telegram/network-faults', 'telegram/record-now'],
].map((name) => `test/${name}.test.ts`);
/**
 * The others share nothing but the code: files that run in one worker load it once (half of their processor time). Node loads
 * it, as for the bot, out of its compile cache: vite's own loader transforms every file first and reaches every import through
 * an object, a sixth of the time of tests that compute (measured).
 */
const shared = {
  isolate: false,
  experimental: { viteModuleRunner: false, nodeLoader: false },
  execArgv: ['-r', './src/node-version.cjs'],
};

/**
 * They take longest, some because they wait for processes: begun last, they would keep one core while the other has nothing
 * to do. A clean clone knows no durations, and goes by the size of the files.
 */
const longest = [
  ...['crash/crash', 'e2e/process', 'model/conversation', 'access/screens'],
  ...['jobs/render', 'telegram/crash', 'forms/pdf/render-pdf', 'forms/xlsx/hostile', 'model/growth'],
].map((name) => `/test/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => longest.findIndex((name) => moduleId.endsWith(name));
    const usual = await super.sort(files);
    const first = usual.filter((file) => place(file) >= 0).toSorted((a, b) => place(a) - place(b));
    return [...first, ...usual.filter((file) => place(file) < 0)];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    globalSetup: 'test/own-temporary-folder.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    /** What is waited for has all the time that a busy machine needs: a second, the default, is not. */
    expect: { poll: { timeout: 60_000 } },
    /**
     * Left alone, vitest keeps one core for itself: on the two of CI half of the time is lost. The third worker fills the
     * time in which the others wait for processes of their own. The projects share one queue and these workers, so that no
     * core waits for another project.
     */
    maxWorkers: Math.max(3, availableParallelism()),
    projects: [
      {
        extends: true,
        test: { name: 'parts', include: ['test/**/*.test.ts'], exclude: [...stories, ...alone], ...shared },
      },
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        test: { name: 'stories', include: stories, ...shared, provide: { restarts: false } },
      },
      {
        extends: true,
        test: {
          name: 'restarted',
          include: stories,
          exclude: neverRestarted,
          ...shared,
          provide: { restarts: true },
        },
      },
    ],
  },
});
