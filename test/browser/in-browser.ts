import { describe } from 'vitest';
import { chromiumPath } from './chromium.ts';

/** Tests in a real browser; without one they are skipped, and it is said why. */
export const describeInBrowser = describe.skipIf(
  chromiumPath === undefined, // there is no Chromium on this machine
);

if (chromiumPath === undefined) {
  console.warn(
    'No Chromium on this machine: the tests of the demo in a browser are skipped (apt-get install chromium).',
  );
}
