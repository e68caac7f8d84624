import type { Db } from '../../db/open.ts';
import type { Outage } from '../../db/outage-days.ts';
import { type EnrolledPerson, personById } from '../../db/people.ts';
import { openQuestion } from '../../db/questions.ts';
import type { Moment } from '../../domain/dates.ts';
import type { NoticeKind, NoticeRow } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/**
 * A person's open question, asked again after an outage in which their answer may have been lost
 * (specification: Outage), with what is true when it goes out. It matters only at its moment, so it is never
 * sent again.
 */
export const again: NoticeKind<never> = {
  name: 'again',
  about: [],
  to: 'responsible',
  interrupts: true,
  textAtRelease: (db, row, now, { askAgain }) => {
    if (!isStillToAsk(db, row)) return { notNeeded: 'done' };
    return askAgain(db, row.personId, now) ?? { notNeeded: 'closed' };
  },
  resent: 'never',
};

/** Once per person and outage. */
export function notifyAgain(db: Db, person: EnrolledPerson, outage: Outage, now: Moment): void {
  const key = noticeKey('again', person.id, outage.from);
  notify(db, again, person, { key, about: {}, message: null, now });
}

/** Whether the person has said nothing since the row was written, and a question is still open. */
function isStillToAsk(db: Db, row: NoticeRow): boolean {
  const question = openQuestion(db, row.personId);
  const heardAt = personById(db, row.personId)?.lastHeardAt ?? null;
  const wasHeard = heardAt !== null && heardAt > row.createdAt;
  return question !== undefined && question.askedAt <= row.createdAt && !wasHeard;
}
