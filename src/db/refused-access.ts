import { localDate, type Moment } from '../domain/dates.ts';
import { record } from './audit.ts';
import { and, desc, eq } from './drizzle.ts';
import { dropMeta, readMeta, writeMeta } from './meta.ts';
import type { Db } from './open.ts';
import { type AuditData, audit } from './schema/index.ts';

const minute = 60_000;
const countKey = 'strangersOf';

/**
 * Records that an enrolled person tried something they have no right to. `tried` names it, never what a
 * client sent. At most once a minute for each person: nothing is ever deleted from the audit, so nobody may
 * fill it.
 */
export function recordRefusedAccess(db: Db, personId: number, tried: AuditData, now: Moment): void {
  const last = db
    .select({ at: audit.at })
    .from(audit)
    .where(and(eq(audit.actorId, personId), eq(audit.act, 'accessRefused')))
    .orderBy(desc(audit.id))
    .limit(1)
    .get();
  if (last && Math.abs(now - last.at) < minute) return;
  record(db, { at: now, act: 'accessRefused', by: { personId }, personId, after: tried });
}

/** Counts one more attempt by a stranger: per day, and without anything about the stranger. */
export function countStranger(db: Db, now: Moment): void {
  recordStrangers(db, now);
  const attempts = (countOf(readMeta(db, countKey))?.attempts ?? 0) + 1;
  writeMeta(db, countKey, `${localDate(now)} ${attempts}`);
}

/** Records the count of a day that is over. */
export function recordStrangers(db: Db, now: Moment): void {
  const count = countOf(readMeta(db, countKey));
  if (!count || count.date === localDate(now)) return;
  record(db, { at: now, act: 'strangers', by: 'bot', after: count });
  dropMeta(db, countKey);
}

function countOf(stored: string | undefined): { readonly date: string; readonly attempts: number } | null {
  const [date, attempts] = stored?.split(' ') ?? [];
  return date && attempts ? { date, attempts: Number(attempts) } : null;
}
