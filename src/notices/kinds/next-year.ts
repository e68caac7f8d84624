import type { Db } from '../../db/open.ts';
import { officeHolders } from '../../db/people.ts';
import type { PlannedCut } from '../../db/plans.ts';
import type { Moment } from '../../domain/dates.ts';
import { writeScreen } from '../../domain/screens.ts';
import { lastCutToFollow } from '../../summary/next-year.ts';
import { lastCutClosed, nextYearButtons } from '../../texts/cuts/next-year.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/** The last cut of a plan has closed: its coordinators may prepare the next year (specification: Import). */
export const nextYear: NoticeKind<'planId'> = {
  name: 'nextYear',
  about: ['planId'],
  to: 'office',
  noLongerTrue: (db, { planId }) =>
    planId === null || lastCutToFollow(db, planId) === undefined ? 'done' : null,
};

/** Once per plan and coordinator. */
export function notifyNextYear(db: Db, { plan }: PlannedCut, now: Moment): void {
  const data = writeScreen('nextyear', { planId: plan.id });
  const keyboard = [[{ text: nextYearButtons.prepare(plan.fiscalYear + 1), data }]];
  const message = { html: lastCutClosed(plan), keyboard };
  for (const each of officeHolders(db, 'coordinator', now)) {
    const key = noticeKey('nextYear', plan.id, each.id);
    notify(db, nextYear, each, { key, about: { planId: plan.id }, message, now });
  }
}
