import type { Invitation } from '../../db/invitations.ts';
import type { Db } from '../../db/open.ts';
import type { Person } from '../../db/people.ts';
import type { Moment } from '../../domain/dates.ts';
import { inviteeDeclined } from '../../texts/enrolment/enrolment.ts';
import { inviters } from '../inviters.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/** An invited person did not authorise the data. Goes to the inviters. */
export const declined: NoticeKind<never> = { name: 'declined', about: [], to: 'office' };

export function notifyDeclined(db: Db, found: Invitation, invited: Person, now: Moment): void {
  const message = { html: inviteeDeclined(invited.name) };
  for (const each of inviters(db, found, now)) {
    const key = noticeKey('declined', found.id, now, each.id);
    notify(db, declined, each, { key, about: {}, message, now });
  }
}
