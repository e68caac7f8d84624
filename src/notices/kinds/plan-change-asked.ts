import { type AskedChange, askedChangeById } from '../../db/asked-changes.ts';
import type { Db } from '../../db/open.ts';
import type { EnrolledPerson } from '../../db/people.ts';
import type { Moment } from '../../domain/dates.ts';
import { acceptorsOf } from '../../summary/change-acceptors.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';
import { planChangeMessage } from '../plan-change-question.ts';

/** Asks somebody who may accept it whether a change of a plan is accepted (specification: Versions of a plan). */
export const planChangeAsked: NoticeKind<'planChangeId'> = {
  name: 'planChangeAsked',
  about: ['planChangeId'],
  to: 'office',
  noLongerTrue: (db, { planChangeId, personId }, now) => {
    const change = planChangeId === null ? undefined : askedChangeById(db, planChangeId);
    if (!change || change.outcome !== null) return 'done';
    return acceptorsOf(db, change, now).people.some(({ id }) => id === personId) ? null : 'done';
  },
};

/** Once for each change and person. */
export function notifyPlanChangeAsked(
  db: Db,
  of: { readonly change: AskedChange; readonly to: EnrolledPerson },
  now: Moment,
): void {
  const { change, to } = of;
  const message = planChangeMessage(db, change, now);
  const key = noticeKey('planChangeAsked', change.id, to.id);
  notify(db, planChangeAsked, to, { key, about: { planChangeId: change.id }, message, now });
}
