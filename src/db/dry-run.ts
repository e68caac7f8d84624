import type { Db } from './open.ts';

/** Does something and undoes it, so that the result shows what would really happen. Nothing stays stored. */
export function dryRun<T>(db: Db, work: (db: Db) => T): T {
  try {
    return db.transaction(() => {
      throw new Undone(work(db));
    });
  } catch (error) {
    if (error instanceof Undone) return error.result as T;
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
