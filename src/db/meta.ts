import { eq, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { given, prepared, selecting } from './prepared.ts';
import { meta } from './schema/index.ts';

const valueKept = selecting({ value: meta.value }, (rows) =>
  rows.from(meta).where(eq(meta.key, sql.placeholder('key'))),
);
const setValue = prepared((db) =>
  db
    .insert(meta)
    .values({ key: sql.placeholder('key'), value: sql.placeholder('value') })
    .onConflictDoUpdate({ target: meta.key, set: { value: given('value', meta.value) } })
    .prepare(),
);

/** A small fact that survives restarts; undefined when it was never written. */
export function readMeta(db: Db, key: string): string | undefined {
  return valueKept(db).get({ key })?.value;
}

export function writeMeta(db: Db, key: string, value: string): void {
  setValue(db).run({ key, value });
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
