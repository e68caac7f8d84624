import { rmSync } from 'node:fs';
import { abandonedRestores, oldUpgradeCopies } from '../db/kept-files.ts';
import type { Store } from '../db/open.ts';
import { cleanPages, emptyLog, roomToClean } from '../db/traces.ts';
import { localTime, type Moment } from '../domain/dates.ts';
import { sweepOutgoing } from '../jobs/outgoing.ts';
import { type Log, nameOf } from '../log.ts';

type Of = { readonly store: Store; readonly log: Log; readonly filesPath: string };

/** When nobody writes: at 3:00, and once more in case that minute was missed. */
export function isCleaningTime(now: Moment): boolean {
  const { hour, minute } = localTime(now);
  return hour === 3 && minute % 30 === 0;
}

/**
 * Takes what was erased out of the files for good, and removes old copies that an upgrade left and files that nobody is to get. At the start and each
 * night. What does not succeed is logged and tried the next time.
 */
export function cleanFiles({ store, log, filesPath }: Of, now: Moment): void {
  const failed = (error: unknown) =>
    log.error({ error: nameOf(error) }, 'the files could not be cleaned of what was erased');
  sweepOutgoing(filesPath, store.db, now).catch(failed);
  try {
    emptyLog(store);
    if (cleanPages(store) === 'noRoom')
      log.warn({ bytes: roomToClean(store.sqlite) }, 'no room to clean the file of what was erased');
    for (const path of oldUpgradeCopies(store.sqlite.name, now)) {
      rmSync(path);
      log.info({}, 'the copy that an old upgrade left was removed');
    }
    for (const path of abandonedRestores(store.sqlite.name)) {
      rmSync(path);
      log.info({}, 'what an unfinished restore left was removed');
    }
  } catch (error) {
    failed(error);
  }
}
