import type { Db } from '../db/open.ts';
import { settle } from '../db/outbox.ts';
import { type OutboxRow, waitingRows } from '../db/outbox-rows.ts';
import { holdingsOf } from '../db/people.ts';
import { presentationById, presentationsOf } from '../db/review.ts';
import { pendingTasksOf } from '../db/tasks.ts';
import type { Moment } from '../domain/dates.ts';
import { giveBackReminder } from './count-as-reminder.ts';
import { placeReceived } from './kinds/assigned.ts';
import { whyNothing } from './kinds/reminder.ts';

/**
 * Whether a notice that waited says what is no longer so: that a form gave activities, or that a cut was reopened, of
 * which nothing is pending any more; or asks for an approval that is no longer this person's to give
 * (specification: Hours).
 */
function isMoot(db: Db, row: OutboxRow, personId: number, now: Moment): boolean {
  const asked = /^presented:(\d+):/.exec(row.key ?? '')?.[1];
  if (asked !== undefined) return !isStillToApprove(db, Number(asked), personId, now);
  const [, kind, id] = /^(received|reopened):(\d+):/.exec(row.key ?? '') ?? [];
  if (kind === undefined || row.createdAt === now) return false;
  const pending = pendingTasksOf(db, personId, now);
  return !pending.some((task) => (kind === 'received' ? task.plan.id : task.cut.id) === Number(id));
}

/** Before a day's reminders are decided: what waits is looked at again, so that each has its place among them or none. */
export function recheckNotices(db: Db, now: Moment): void {
  for (const row of waitingRows(db)) {
    if (row.personId !== null && row.kind === 'notice') recheck(db, row, row.personId, now);
  }
}

/**
 * What waited, looked at again. When it says nothing true any more it is ended, and the reminder whose place it took is
 * due again; of what somebody received, which stays true, what it lists by now decides about that place.
 * @returns whether it is still to go
 */
export function recheck(db: Db, row: OutboxRow, personId: number, now: Moment): boolean {
  if (isMoot(db, row, personId, now)) {
    settle(db, row.id, 'notNeeded', whyNothing(db, personId, now), now);
    giveBackReminder(db, row);
    return false;
  }
  placeReceived(db, row, now);
  return true;
}

/** Presented, not decided, and this person holds the office that decides. */
function isStillToApprove(db: Db, presentationId: number, personId: number, now: Moment): boolean {
  const presentation = presentationById(db, presentationId);
  if (presentation?.outcome !== null) return false;
  const [latest] = presentationsOf(db, presentation.cutId);
  return latest?.id === presentationId && holdingsOf(db, personId, now).offices.includes('mayor');
}
