import type { Db } from '../../db/open.ts';
import { officeHolders } from '../../db/people.ts';
import type { PlannedCut } from '../../db/plans.ts';
import type { Verification } from '../../db/review.ts';
import type { Moment } from '../../domain/dates.ts';
import type { ToVerify } from '../../summary/review/to-verify.ts';
import { notEffectiveNotice } from '../../texts/review/verification.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/** Control Interno found an activity done and not effective, and recommends to reformulate it. */
export const notEffective: NoticeKind<'cutId' | 'activityId' | 'verificationId'> = {
  name: 'notEffective',
  about: ['cutId', 'activityId', 'verificationId'],
  to: 'office',
};

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
