import type { Db } from '../../db/open.ts';
import { officeHolders, personById } from '../../db/people.ts';
import type { Plan } from '../../db/plans.ts';
import type { Moment } from '../../domain/dates.ts';
import { mayorSwitchedOff } from '../../texts/cuts/plan-settings.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/** The mayor is no longer asked about the cuts of a plan, or about its changes. Goes to the mayor. */
export const withoutApproval: NoticeKind<'planId'> = {
  name: 'withoutApproval',
  about: ['planId'],
  to: 'office',
};

/** @param by the person who switched it off; null: the operator */
export function notifyWithoutApproval(
  db: Db,
  plan: Plan,
  setting: keyof typeof mayorSwitchedOff,
  by: number | null,
  now: Moment,
): void {
  const html = mayorSwitchedOff[setting](plan, by === null ? null : (personById(db, by)?.name ?? ''));
  for (const mayor of officeHolders(db, 'mayor', now)) {
    if (mayor.id === by) continue;
    const what = setting === 'needsApproval' ? [] : [setting];
    const key = noticeKey('withoutApproval', plan.id, now, mayor.id, ...what);
    notify(db, withoutApproval, mayor, { key, about: { planId: plan.id }, message: { html }, now });
  }
}
