import { rowByKey } from '../db/announce.ts';
import { type OfficeChange, officeChangeById } from '../db/office-changes.ts';
import type { Db } from '../db/open.ts';
import type { EnrolledPerson } from '../db/people.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import type { Message } from '../domain/events.ts';
import { writeScreen } from '../domain/screens.ts';
import { askedAgain, officeChangeButtons, officeChangeQuestion } from '../texts/people/office-changes.ts';
import type { NoticeKind, NoticeRow } from './kind.ts';
import { endWaiting, noticeKey, notify } from './notify.ts';
import { officeChangeWords } from './office-change-words.ts';

/** Why the question needs no answer any more; null: it still does. */
export function whyNotAsked(db: Db, { officeChangeId }: NoticeRow): 'done' | null {
  return officeChangeId !== null && officeChangeById(db, officeChangeId)?.outcome === null ? null : 'done';
}

/**
 * Asks one person, once for each change, and when it is repeated once a day.
 * @param of.isOwn it is their own office that would go
 */
export function askAbout(
  db: Db,
  kind: NoticeKind<'officeChangeId'>,
  of: {
    readonly change: OfficeChange;
    readonly to: EnrolledPerson;
    readonly isOwn: boolean;
    readonly again?: boolean;
  },
  now: Moment,
): void {
  const { change, to, isOwn, again = false } = of;
  const asked = officeChangeMessage(db, change, isOwn, now);
  const message = again ? { ...asked, html: askedAgain(asked.html) } : asked;
  const key = noticeKey(kind.name, change.id, to.id, ...(again ? [localDate(now)] : []));
  if (again && rowByKey(db, key)) return;
  const about = { officeChangeId: change.id };
  if (again) endWaiting(db, [kind], { ...about, personId: to.id }, ['cancelled', 'superseded'], now);
  notify(db, kind, to, { key, about, message, now });
}

/** The question with its buttons. */
export function officeChangeMessage(db: Db, change: OfficeChange, isOwn: boolean, now: Moment): Message {
  const say = (answer: 'yes' | 'no') => writeScreen('officesay', { changeId: change.id, answer });
  return {
    html: officeChangeQuestion(officeChangeWords(db, change, now), isOwn),
    keyboard: [
      [
        { text: officeChangeButtons.yes, data: say('yes') },
        { text: officeChangeButtons.no, data: say('no') },
      ],
    ],
  };
}
