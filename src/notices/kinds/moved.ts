import type { Db } from '../../db/open.ts';
import { announce } from '../../db/outbox.ts';
import type { EnrolledPerson } from '../../db/people.ts';
import { localDate, type Moment } from '../../domain/dates.ts';
import type { CutMoved } from '../../summary/cut-dates.ts';
import { endMoved } from '../../texts/cuts/cuts.ts';

/** Whoever was told until when a cut takes reports hears that this changed; that it opened later or earlier says its opening. */
export function tellMoved(
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
    const to = { chatId: person.telegramUserId, personId: person.id };
    const key = `moved:${after.cutId}:${now}:${after.closing}:${after.lastDay}:${person.id}`;
    announce(db, to, { kind: 'notice', key, message: { html }, now });
  }
}
