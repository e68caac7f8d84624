import type { Db } from '../../db/open.ts';
import type { EnrolledPerson } from '../../db/people.ts';
import { localDate, type Moment } from '../../domain/dates.ts';
import type { CutMoved } from '../../summary/cut-dates.ts';
import { endMoved } from '../../texts/cuts/cuts.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/** A cut's last day moved: its new dates, and its opening when it opens again. */
export const moved: NoticeKind<'cutId'> = {
  name: 'moved',
  about: ['cutId'],
  to: 'responsible',
  onEarlyClose: 'cancel',
};

/** @param people the people who knew until when the cut takes reports */
export function notifyMoved(
  db: Db,
  { before, after }: CutMoved,
  people: readonly EnrolledPerson[],
  now: Moment,
): void {
  if (before.closing === after.closing && before.lastDay === after.lastDay) return;
  for (const person of people) {
    const html = endMoved({
      name: person.name,
      plan: after.plan,
      cutNumber: after.number,
      before,
      after,
      opensAgain: after.opens > localDate(now) ? after.opens : null,
    });
    const key = noticeKey('moved', after.cutId, now, after.closing, after.lastDay, person.id);
    notify(db, moved, person, { key, about: { cutId: after.cutId }, message: { html }, now });
  }
}
