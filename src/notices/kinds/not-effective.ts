import type { Db } from '../../db/open.ts';
import { officeHolders } from '../../db/people.ts';
import type { PlannedCut } from '../../db/plans.ts';
import { lastReport } from '../../db/reports.ts';
import { type Verification, verdictOn } from '../../db/review.ts';
import type { Moment } from '../../domain/dates.ts';
import type { ToVerify } from '../../summary/review/to-verify.ts';
import { notEffectiveNotice } from '../../texts/review/verification.ts';
import type { NoticeKind, NoticeRow } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/** Control Interno found an activity done and not effective, and recommends to reformulate it. */
export const notEffective: NoticeKind<'cutId' | 'activityId' | 'verificationId'> = {
  name: 'notEffective',
  about: ['cutId', 'activityId', 'verificationId'],
  to: 'office',
  noLongerTrue: (db, row) => (stands(db, row) ? null : 'done'),
};

/** Whether it is still the verdict on the last word of that report. */
function stands(db: Db, { cutId, activityId, verificationId }: NoticeRow): boolean {
  if (cutId === null || activityId === null) return false;
  const report = lastReport(db, activityId, cutId);
  return report !== undefined && verdictOn(db, report.id)?.id === verificationId;
}

/** To each coordinator but the person who verified. */
export function notifyNotEffective(
  db: Db,
  planned: PlannedCut,
  { activity }: ToVerify,
  { id: verificationId, remark, personId }: Verification,
  now: Moment,
): void {
  const about = { cutId: planned.cut.id, activityId: activity.id, verificationId };
  const html = notEffectiveNotice({ ...planned, ...activity, remark: remark ?? '' });
  for (const coordinator of officeHolders(db, 'coordinator', now)) {
    if (coordinator.id === personId) continue;
    const key = noticeKey('notEffective', verificationId, coordinator.id);
    notify(db, notEffective, coordinator, { key, about, message: { html }, now });
  }
}
