import type { OfficeChange } from '../../db/office-changes.ts';
import type { Db } from '../../db/open.ts';
import type { EnrolledPerson } from '../../db/people.ts';
import type { Moment } from '../../domain/dates.ts';
import type { NoticeKind } from '../kind.ts';
import { askAbout, whyNotAsked } from '../office-change-question.ts';

/**
 * Asks a holder of another office whether they agree to a change that a coordinator asked for (specification: Guarded
 * offices), and on the next working days anybody who may still answer.
 */
export const officeAsked: NoticeKind<'officeChangeId'> = {
  name: 'officeAsked',
  about: ['officeChangeId'],
  to: 'office',
  noLongerTrue: whyNotAsked,
};

export function notifyOfficeAsked(
  db: Db,
  of: {
    readonly change: OfficeChange;
    readonly to: EnrolledPerson;
    readonly isOwn?: boolean;
    readonly again?: boolean;
  },
  now: Moment,
): void {
  askAbout(db, officeAsked, { isOwn: false, ...of }, now);
}
