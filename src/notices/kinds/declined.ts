import type { Invitation } from '../../db/invitations.ts';
import type { Db } from '../../db/open.ts';
import { holdingsOf, type Person } from '../../db/people.ts';
import type { Moment } from '../../domain/dates.ts';
import { writeScreen } from '../../domain/screens.ts';
import { inviteeDeclined } from '../../texts/enrolment/enrolment.ts';
import { vacantButtons } from '../../texts/people/vacant.ts';
import { inviters } from '../inviters.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/** An invited person did not authorise the data. Goes to the inviters. */
export const declined: NoticeKind<never> = { name: 'declined', about: [], to: 'office', news: true };

export function notifyDeclined(db: Db, found: Invitation, invited: Person, now: Moment): void {
  const { positions } = holdingsOf(db, invited.id, now);
  const [first] = positions;
  const record =
    positions.length === 1 && first
      ? writeScreen('vacantof', { positionId: first.id })
      : writeScreen('vacant', { page: null });
  const keyboard = first && [[{ text: vacantButtons.record, data: record }]];
  const message = { html: inviteeDeclined(invited.name, first !== undefined), keyboard };
  for (const each of inviters(db, found, now)) {
    const key = noticeKey('declined', found.id, now, each.id);
    notify(db, declined, each, { key, about: {}, message, now });
  }
}
