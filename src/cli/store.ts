import type { Clock } from '../clock.ts';
import { readSettings, type Settings } from '../config.ts';
import { LockedError, takeLock } from '../db/lock.ts';
import { type Db, inTransaction, openStore, type Store } from '../db/open.ts';
import { NewerDatabaseError } from '../db/refusals.ts';
import { schemaVersion } from '../db/schema-version.ts';
import { errors } from '../texts/cli/errors.ts';
import { Refused, type Surroundings } from './surroundings.ts';

/** Milliseconds that a command waits for another one that prepares the database. */
const PATIENCE = 5_000;
const PAUSE = 100;

/**
 * The settings.
 * @throws {Refused} with every problem in them
 */
export function settingsOf(around: Surroundings): Settings {
  const read = readSettings(around.env);
  if (!read.ok) throw new Refused(errors.settings(read.problems.length), read.problems);
  return read.settings;
}

/**
 * Opens the database, with or without a running bot, works on it and closes it. It takes the lock only while
 * it creates or migrates the tables.
 * @throws {Refused} when the tables are not those of this program.
 */
export async function withStore<T>(
  around: Surroundings,
  work: (store: Store, settings: Settings) => T | Promise<T>,
): Promise<T> {
  const settings = settingsOf(around);
  const store = await openCurrent(settings.databasePath, around.clock);
  try {
    return await work(store, settings);
  } finally {
    store.close();
  }
}

/** Reads on one snapshot: the bot may write meanwhile. */
export function reading<T>(around: Surroundings, read: (db: Db, settings: Settings) => T): Promise<T> {
  return withStore(around, (store, settings) =>
    store.sqlite.transaction(() => read(store.db, settings)).deferred(),
  );
}

/** Writes in one short transaction; when `write` throws, nothing is stored. */
export function writing<T>(around: Surroundings, write: (db: Db) => T): Promise<T> {
  return withStore(around, (store) => inTransaction(store, write));
}

async function openCurrent(path: string, clock: Clock): Promise<Store> {
  for (let waited = 0; ; waited += PAUSE) {
    const store = openStore(path, { migrate: false });
    const version = schemaVersion(store.sqlite);
    if (version === 'current') return store;
    store.close();
    if (version === 'newer') throw new NewerDatabaseError(path);
    const migrated = migrateAlone(path, clock);
    if (migrated.ok) return migrated.store;
    if (waited >= PATIENCE) throw new Refused(errors.olderDatabase(migrated.holder));
    await clock.sleep(PAUSE);
  }
}

type Migrated =
  | { readonly ok: true; readonly store: Store }
  | { readonly ok: false; readonly holder: string };

/** Migrates under the bot's lock: tables never change under a running bot. */
function migrateAlone(path: string, clock: Clock): Migrated {
  try {
    const release = takeLock(path, new Date(clock.now()));
    try {
      return { ok: true, store: openStore(path, { migrate: true }) };
    } finally {
      release();
    }
  } catch (error) {
    if (error instanceof LockedError) return { ok: false, holder: error.holder };
    throw error;
  }
}
