import type { Db } from '../../db/open.ts';
import { hasSeveralPlans, type PlannedCut, plannedCut } from '../../db/plans.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Message } from '../../domain/events.ts';
import { writeScreen } from '../../domain/screens.ts';
import { pendingActivities } from '../../summary/missing.ts';
import { unverified } from '../../summary/review/to-verify.ts';
import { mayBeVerified, verificationButtons } from '../../texts/review/verification.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify, type Recipient } from '../notify.ts';

/** A cut can be verified, and so many reports wait. Goes to Control Interno (specification: Verification). */
export const toVerify: NoticeKind<'cutId'> = {
  name: 'toVerify',
  about: ['cutId'],
  to: 'office',
  news: true,
  noLongerTrue: (db, row, now) => (messageOf(db, row.cutId, now) === null ? 'done' : null),
};

/**
 * Once per cut and person, and only while reports wait.
 * @returns whether it was written
 */
export function notifyToVerify(db: Db, { cut }: PlannedCut, to: Recipient, now: Moment): boolean {
  const message = messageOf(db, cut.id, now);
  const key = noticeKey('toVerify', cut.id, to.id);
  return (
    message !== null &&
    notify(db, toVerify, to, { key, about: { cutId: cut.id }, message, now }) !== undefined
  );
}

/** Null: nothing waits for a verdict. */
function messageOf(db: Db, cutId: number | null, now: Moment): Message | null {
  const planned = cutId === null ? undefined : plannedCut(db, cutId);
  const waiting = planned ? unverified(db, planned).length : 0;
  if (!planned || waiting === 0) return null;
  const missing = pendingActivities(db, planned, now).length;
  const html = mayBeVerified({ ...planned, waiting, missing, lastDay: planned.window.lockDate });
  const data = writeScreen('verify', { cutId: planned.cut.id, activityId: null });
  const { verify, verifyPlan } = verificationButtons;
  const text = hasSeveralPlans(db) ? verifyPlan(planned.plan) : verify;
  return { html, keyboard: [[{ text, data }]] };
}
