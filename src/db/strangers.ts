import { PEOPLE } from '../domain/constants.ts';
import type { Moment } from '../domain/dates.ts';
import { eq, lt, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { prepared } from './prepared.ts';
import { stranger } from './schema/index.ts';

const day = PEOPLE.strangerHours * 3_600_000;
const hour = 3_600_000;

/**
 * Whether to send this stranger a refusal now: once in 24 hours. Only a keyed hash of the stranger is kept,
 * for as long.
 */
export function shouldRefuse(db: Db, hash: string, now: Moment): boolean {
  forgetStrangers(db, now);
  const known = db.select().from(stranger).where(eq(stranger.hash, hash)).get();
  if (known?.refusedAt != null && now - known.refusedAt < day) return false;
  remember(db, hash, { refusedAt: now, openings: known?.openings ?? [] }, now);
  return true;
}

/** Whether to answer an opened invitation: up to 10 times an hour, so that tokens cannot be guessed. */
export function mayOpenInvitation(db: Db, hash: string, now: Moment): boolean {
  forgetStrangers(db, now);
  const known = db.select().from(stranger).where(eq(stranger.hash, hash)).get();
  const recent = (known?.openings ?? []).filter((moment) => now - moment < hour);
  if (recent.length >= PEOPLE.invitationAnswersPerHour) return false;
  remember(db, hash, { refusedAt: known?.refusedAt ?? null, openings: [...recent, now] }, now);
  return true;
}

function remember(
  db: Db,
  hash: string,
  values: { readonly refusedAt: Moment | null; readonly openings: readonly Moment[] },
  now: Moment,
): void {
  db.insert(stranger)
    .values({ hash, ...values, seenAt: now })
    .onConflictDoUpdate({ target: stranger.hash, set: { ...values, seenAt: now } })
    .run();
}

/** Erases the keyed hash of a stranger after 24 hours. */
export function forgetStrangers(db: Db, now: Moment): void {
  dropSeenBefore(db).run({ moment: now - day });
}

const dropSeenBefore = prepared((db) =>
  db
    .delete(stranger)
    .where(lt(stranger.seenAt, sql.placeholder('moment')))
    .prepare(),
);
