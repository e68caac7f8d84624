import { eq } from './drizzle.ts';
import type { Db } from './open.ts';
import { meta } from './schema/index.ts';

/** A small fact that survives restarts; undefined when it was never written. */
export function readMeta(db: Db, key: string): string | undefined {
  return db.select({ value: meta.value }).from(meta).where(eq(meta.key, key)).get()?.value;
}

export function writeMeta(db: Db, key: string, value: string): void {
  db.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } }).run();
}

export function dropMeta(db: Db, key: string): void {
  db.delete(meta).where(eq(meta.key, key)).run();
}

/** A moment (epoch ms) kept under a key; null when there is none or it cannot be read. */
export function readMoment(db: Db, key: string): number | null {
  const value = readMeta(db, key);
  const moment = value === undefined || value === '' ? Number.NaN : Number(value);
  return Number.isSafeInteger(moment) ? moment : null;
}
