import type { Evidence } from '../../../db/evidence.ts';
import type { Db } from '../../../db/open.ts';
import { answer } from '../../../db/outbox.ts';
import { isEnrolled, personById } from '../../../db/people.ts';
import { activityById } from '../../../db/plans.ts';
import type { Moment } from '../../../domain/dates.ts';
import * as texts from '../../../texts/reporting/evidence.ts';

/** A file that was announced as received could not be kept: its sender is told which and what is taken. */
export function evidenceNotKept(
  db: Db,
  evidence: Evidence,
  why: 'tooBig' | 'gone' | 'notAccepted',
  now: Moment,
): void {
  const person = personById(db, evidence.personId);
  if (!person || !isEnrolled(person)) return;
  const number = activityById(db, evidence.activityId)?.number ?? '';
  const html =
    why === 'tooBig'
      ? texts.tooBig()
      : why === 'gone'
        ? texts.couldNotFetch(number)
        : texts.notAccepted(number);
  answer(db, { chatId: person.telegramUserId, personId: person.id }, { html }, now);
}
