import type { OfficeChange } from '../../db/office-changes.ts';
import type { Db } from '../../db/open.ts';
import type { EnrolledPerson } from '../../db/people.ts';
import type { Moment } from '../../domain/dates.ts';
import type { NoticeKind } from '../kind.ts';
import { askAbout, whyNotAsked } from '../office-change-question.ts';

/**
 * Asks the account that would lose an office whether it agrees to the change. Goes out at once, whatever the hour
 * (specification: Hours).
 */
export const officeMoving: NoticeKind<'officeChangeId'> = {
  name: 'officeMoving',
  about: ['officeChangeId'],
  to: 'office',
  isLost: () => false,
  noLongerTrue: whyNotAsked,
  atAnyHour: () => true,
  interrupts: true,
};

export function notifyOfficeMoving(
  db: Db,
  of: { readonly change: OfficeChange; readonly to: EnrolledPerson },
  now: Moment,
): void {
  askAbout(db, officeMoving, { ...of, isOwn: true }, now);
}
