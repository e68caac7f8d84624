import { LockedError } from '../db/lock.ts';
import { DamagedError, HalfRestoredError, NewerDatabaseError } from '../db/refusals.ts';
import { nameOf } from '../log.ts';
import { machineError } from '../texts/cli/errors.ts';
import { fileRefusals } from '../texts/importing/file-refusals.ts';

/** Tells the operator why a database could not be used, and what to do; undefined for any other error. */
export function explainDatabaseError(error: unknown, path: string): string | undefined {
  if (error instanceof LockedError) return fileRefusals.inUse(error.path, error.holder);
  if (error instanceof DamagedError) return fileRefusals.damaged(error.path, error.found);
  if (error instanceof NewerDatabaseError) return fileRefusals.newer(error.path);
  if (error instanceof HalfRestoredError) return fileRefusals.halfRestored(error.path);
  return machineError(nameOf(error), path);
}
