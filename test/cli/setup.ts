import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../src/clock.ts';
import { type Db, inTransaction, openStore } from '../../src/db/open.ts';
import { type LocalDate, momentAt } from '../../src/domain/dates.ts';
import { putEmptyDatabase } from '../world/database.ts';
import { type Printed, typed } from '../world/operator.ts';

export type Ran = Printed & {
  /** What `--json` printed. */
  readonly json: () => unknown;
};

/** An operator at the keyboard, with a database of their own and a clock that moves only on command. */
export function operator(date: LocalDate = '2022-02-01', env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'monitoreo-cli-'));
  const databasePath = join(folder, 'monitoreo.db');
  const filesPath = join(folder, 'files');
  putEmptyDatabase(databasePath);
  let now = momentAt(date, 10);
  const clock: Clock = {
    now: () => now,
    monotonic: () => now,
    sleep: async (ms) => {
      now += ms;
    },
  };
  return {
    databasePath,
    filesPath,
    clock,
    goTo: (day: LocalDate, hour = 10) => {
      now = momentAt(day, hour);
    },
    file: (name: string, text: string): string => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    /** Works on the database as the running bot would. */
    inDatabase: <T>(work: (db: Db) => T): T => {
      const store = openStore(databasePath, { migrate: true });
      try {
        return inTransaction(store, work);
      } finally {
        store.close();
      }
    },
    types: async (...args: string[]): Promise<Ran> => {
      const ran = await typed(args, {
        env: { DATABASE_PATH: databasePath, FILES_PATH: filesPath, ...env },
        clock,
      });
      return { ...ran, json: () => JSON.parse(ran.out) };
    },
  };
}
