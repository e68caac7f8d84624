import { systemClock } from '../clock.ts';
import type { Sqlite } from '../db/open.ts';

/** How often we look whether another process (the command line) wrote to the file. */
const watchMs = 1_000;

/** Calls `changed` within 2 s of a write by the command line (`PRAGMA data_version`). */
export function watchOtherWriters(sqlite: Sqlite, changed: () => void): () => void {
  const done = new AbortController();
  /** Null while it cannot be read; the code that writes reports that failure. */
  const version = () => {
    try {
      return sqlite.pragma('data_version', { simple: true });
    } catch {
      return null;
    }
  };
  const watch = async () => {
    for (let seen = version(); ; ) {
      await systemClock.sleep(watchMs, done.signal);
      const current = version();
      if (current !== seen) changed();
      seen = current;
    }
  };
  watch().catch((error: unknown) => {
    if (!done.signal.aborted) throw error;
  });
  return () => done.abort();
}
