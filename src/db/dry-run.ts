import type { Db } from './open.ts';

/** Does something and undoes it, so that the result shows what would really happen. Nothing stays stored. */
export function dryRun<T>(db: Db, work: (db: Db) => T): T {
  return orUndone(db, work, () => false).result;
}

/** Does something, and undoes it unless its result is right. @returns null when it was undone */
export function keepIf<T>(db: Db, work: (db: Db) => T, isRight: (result: T) => boolean): T | null {
  const { result, isKept } = orUndone(db, work, isRight);
  return isKept ? result : null;
}

function orUndone<T>(
  db: Db,
  work: (db: Db) => T,
  isRight: (result: T) => boolean,
): { readonly result: T; readonly isKept: boolean } {
  try {
    return db.transaction(() => {
      const result = work(db);
      if (!isRight(result)) throw new Undone(result);
      return { result, isKept: true };
    });
  } catch (error) {
    if (error instanceof Undone) return { result: error.result as T, isKept: false };
    throw error;
  }
}

/** Carries the result out of the transaction and undoes it. */
class Undone extends Error {
  readonly result: unknown;

  constructor(result: unknown) {
    super('something that was only tried');
    this.result = result;
  }
}
