import type { Db } from '../../db/open.ts';
import type { EnrolledPerson } from '../../db/people.ts';
import type { Moment } from '../../domain/dates.ts';
import { formerUndoneToPerson } from '../../texts/enrolment/undoing.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/**
 * A former account of a person was said to be somebody else's, and what it left was voided. Goes to that person, who
 * knows whether it is true.
 */
export const formerUndone: NoticeKind<never> = {
  name: 'formerUndone',
  about: [],
  to: 'responsible',
  isLost: () => false,
};

export function notifyFormerUndone(
  db: Db,
  person: EnrolledPerson,
  of: Parameters<typeof formerUndoneToPerson>[0],
  now: Moment,
): void {
  const key = noticeKey('formerUndone', person.id, of.former.since);
  notify(db, formerUndone, person, { key, about: {}, message: { html: formerUndoneToPerson(of) }, now });
}
