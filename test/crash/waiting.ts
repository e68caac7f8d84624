import { sql } from '../../src/db/drizzle.ts';
import { readMoment } from '../../src/db/meta.ts';
import { withinHours } from '../../src/domain/calendar.ts';
import { summariesDecidedUntil } from '../../src/schedule/decided-until.ts';
import type { Village } from './village.ts';

/** Whether somebody has an activity without any report. */
export function owes({ store }: Village, telegramUserId: number): boolean {
  const open = store.db.all(sql`
    select 1 from activity_position
    join assignment on assignment.positionId = activity_position.positionId
    join person on person.id = assignment.personId
    where person.telegramUserId = ${telegramUserId}
      and not exists (select 1 from report where report.activityId = activity_position.activityId)`);
  return open.length > 0;
}

/** The life that began then has asked what is due: what goes out by itself has been written. */
export function hasLooked({ store, now }: Village, began: number): boolean {
  return !withinHours(now(), new Set()) || (readMoment(store.db, summariesDecidedUntil) ?? 0) >= began;
}

/** Nothing is left to fetch, to send, to make, or to be released by the next look at the clock. */
export function isIdle({ simulator, store }: Village): boolean {
  if (!simulator.polling() || simulator.pendingUpdates() > 0) return false;
  const open = store.db.all(sql`
    select 1 from outbox where state = 'released' or (state = 'waiting' and kind = 'summary')
    union all select 1 from job where state = 'waiting'`);
  return open.length === 0;
}

export async function pollGone({ simulator }: Village): Promise<void> {
  if (!(await until(() => !simulator.polling(), 60_000))) throw new Error('a poll outlived its process');
}

/** @returns whether it came true in time */
export async function until(met: () => boolean, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (!met()) {
    if (performance.now() > deadline) return false;
    await pause(5);
  }
  return true;
}

/** The time that people take, and that the process needs to go on with its own. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
