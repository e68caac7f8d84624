import type { AuditRow } from '../audit.ts';
import { asc, inArray } from '../drizzle.ts';
import type { Db } from '../open.ts';
import { type AuditAct, type AuditData, audit } from '../schema/index.ts';

/** The rows of these acts, oldest first. */
export function rowsOfActs(db: Db, acts: readonly AuditAct[]): readonly AuditRow[] {
  return db
    .select()
    .from(audit)
    .where(inArray(audit.act, [...acts]))
    .orderBy(asc(audit.id))
    .all();
}

/** A number that a row keeps under a name; undefined when it keeps none. */
export function numberIn(data: AuditData | null, key: string): number | undefined {
  const value = data?.[key];
  return typeof value === 'number' ? value : undefined;
}

/** Whether everything that a row keeps under these names equals what is stored. */
export function isSameAs(
  kept: AuditData | null,
  stored: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): boolean {
  return keys.every((key) => (kept?.[key] ?? null) === (stored[key] ?? null));
}
