import type { Invitation } from '../../db/invitations.ts';
import type { Db } from '../../db/open.ts';
import { officeHolders, type Person } from '../../db/people.ts';
import { type Office, offices } from '../../db/schema/index.ts';
import type { Moment } from '../../domain/dates.ts';
import { appointed } from '../../texts/enrolment/enrolment.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/** The holder of an office enrolled. Goes to everybody else who holds one. */
export const joined: NoticeKind<never> = { name: 'joined', about: [], to: 'office', news: true };

/** @param knows people who read it in another notice */
export function notifyJoined(
  db: Db,
  found: Invitation,
  invited: Person,
  of: { readonly offices: readonly Office[]; readonly knows: readonly { readonly id: number }[] },
  now: Moment,
): void {
  const all = offices.flatMap((office) => officeHolders(db, office, now));
  const skip = new Set([invited.id, ...of.knows.map((each) => each.id)]);
  for (const each of new Map(all.map((holder) => [holder.id, holder])).values()) {
    if (skip.has(each.id)) continue;
    const key = noticeKey('joined', found.id, now, each.id);
    notify(db, joined, each, { key, about: {}, message: { html: appointed(invited.name, of.offices) }, now });
  }
}
