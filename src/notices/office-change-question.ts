import { type OfficeChange, officeChangeById } from '../db/office-changes.ts';
import type { Db } from '../db/open.ts';
import type { EnrolledPerson } from '../db/people.ts';
import type { Moment } from '../domain/dates.ts';
import type { Message } from '../domain/events.ts';
import { writeScreen } from '../domain/screens.ts';
import { officeChangeButtons, officeChangeQuestion } from '../texts/people/office-changes.ts';
import type { NoticeKind, NoticeRow } from './kind.ts';
import { noticeKey, notify } from './notify.ts';
import { officeChangeWords } from './office-change-words.ts';

/** Why the question needs no answer any more; null: it still does. */
export function whyNotAsked(db: Db, { officeChangeId }: NoticeRow): 'done' | null {
  return officeChangeId !== null && officeChangeById(db, officeChangeId)?.outcome === null ? null : 'done';
}

/** Asks one person, once for each change. @param isOwn it is their own office that would go */
export function askAbout(
  db: Db,
  kind: NoticeKind<'officeChangeId'>,
  of: { readonly change: OfficeChange; readonly to: EnrolledPerson; readonly isOwn: boolean },
  now: Moment,
): void {
  const { change, to, isOwn } = of;
  const message = officeChangeMessage(db, change, isOwn, now);
  const key = noticeKey(kind.name, change.id, to.id);
  notify(db, kind, to, { key, about: { officeChangeId: change.id }, message, now });
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
