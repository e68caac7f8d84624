import type { Db } from '../../db/open.ts';
import { officeHolders, type Person } from '../../db/people.ts';
import { offices } from '../../db/schema/index.ts';
import type { Moment } from '../../domain/dates.ts';
import { renameTexts } from '../../texts/people/person-dialogs.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/**
 * The holder of an office has a corrected name. Approvals carry the name, so everybody who holds an office hears it.
 */
export const renamed: NoticeKind<never> = { name: 'renamed', about: [], to: 'office', news: true };

export function notifyRenamed(
  db: Db,
  of: { readonly person: Person; readonly name: string; readonly by: Person },
  now: Moment,
): void {
  const { person, name, by } = of;
  const html = renameTexts.told(person.name, name, by.name);
  const all = offices.flatMap((office) => officeHolders(db, office, now));
  for (const each of new Map(all.map((holder) => [holder.id, holder])).values()) {
    if (each.id === by.id) continue;
    const key = noticeKey('renamed', person.id, now, each.id);
    notify(db, renamed, each, { key, about: {}, message: { html }, now });
  }
}
