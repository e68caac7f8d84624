import { localDate, type Moment } from '../domain/dates.ts';
import { record } from './audit.ts';
import { and, desc, eq } from './drizzle.ts';
import { dropMeta, readMeta, writeMeta } from './meta.ts';
import type { Db } from './open.ts';
import { type AuditData, audit } from './schema/index.ts';

const minute = 60_000;
const countKey = 'strangersOf';

/**
 * Puts on record that an enrolled person tried what is not theirs: `tried` says what, never what a client sent. Once a
 * minute for each person, whatever they try: the record is never emptied, and nobody may fill it.
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

/** One more attempt of somebody who is nobody here: counted by day, without anything of who it was. */
export function countStranger(db: Db, now: Moment): void {
  recordStrangers(db, now);
  const attempts = (countOf(readMeta(db, countKey))?.attempts ?? 0) + 1;
  writeMeta(db, countKey, `${localDate(now)} ${attempts}`);
}

/** Puts the count of a day that is over on record. */
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
