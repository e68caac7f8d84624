import type { Db } from '../../db/open.ts';
import { officeHolders, type Person } from '../../db/people.ts';
import { type Office, offices } from '../../db/schema/index.ts';
import type { Moment } from '../../domain/dates.ts';
import { accountUndone } from '../../texts/enrolment/undoing.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/**
 * An account was undone because it was not the person's, who holds an office or had a part in an approved cut. Goes to
 * everybody else who holds an office.
 */
export const undone: NoticeKind<never> = { name: 'undone', about: [], to: 'office', news: true };

export function notifyUndone(
  db: Db,
  of: {
    readonly wrong: Person;
    readonly by: Person;
    readonly offices: readonly Office[];
    readonly approved: boolean;
  },
  now: Moment,
): void {
  const html = accountUndone({ ...of, name: of.wrong.name, by: of.by.name });
  const all = offices.flatMap((office) => officeHolders(db, office, now));
  for (const each of new Map(all.map((holder) => [holder.id, holder])).values()) {
    if (each.id === of.by.id || each.id === of.wrong.id) continue;
    const key = noticeKey('undone', of.wrong.id, now, each.id);
    notify(db, undone, each, { key, about: {}, message: { html }, now });
  }
}
