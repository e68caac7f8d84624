import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { KEPT } from '../domain/constants.ts';
import type { Moment } from '../domain/dates.ts';

/** The endings of copies that stay beside a database. */
export const beforeUpgrade = '.antes-de-actualizar';
export const beforeRestore = '.antes-de-restaurar';
/** Where a restore looks through a copy. */
export const toRestore = '.por-restaurar';

const day = 24 * 3_600_000;

/** Copies that an upgrade left longer ago than copies are kept: they hold the data of people who left since. */
export function oldUpgradeCopies(databasePath: string, now: Moment): readonly string[] {
  return olderThan(databasePath, beforeUpgrade, now - KEPT.copyDays * day);
}

/** What a restore left that was killed. To be asked under the bot's lock, so that no restore is under way. */
export function abandonedRestores(databasePath: string): readonly string[] {
  return olderThan(databasePath, toRestore, Number.POSITIVE_INFINITY);
}

/** What restores put aside that long ago: never removed by the bot, since it may hold what is nowhere else. */
export function oldRestoreCopies(databasePath: string, now: Moment): readonly string[] {
  return olderThan(databasePath, beforeRestore, now - KEPT.copyDays * day).filter(
    (path) => !/-(wal|shm)$/.test(path),
  );
}

function olderThan(databasePath: string, ending: string, moment: Moment): readonly string[] {
  const folder = dirname(databasePath);
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(databasePath)}${ending}`))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).mtimeMs < moment);
}
