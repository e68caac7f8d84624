import type { Db } from '../../db/open.ts';
import { officeHolders, type Person } from '../../db/people.ts';
import type { roleOf } from '../../db/post-name.ts';
import type { Moment } from '../../domain/dates.ts';
import { writeScreen } from '../../domain/screens.ts';
import { lastCoordinatorLeft, leaveButtons, personLeft } from '../../texts/enrolment/enrolment.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/**
 * Somebody left (`/salir`). Goes to the coordinators, and to the other offices when nobody coordinates any
 * more.
 */
export const left: NoticeKind<never> = { name: 'left', about: [], to: 'office', news: true };

export function notifyLeft(
  db: Db,
  person: Person,
  of: { readonly role: ReturnType<typeof roleOf>; readonly wasOnlyCoordinator: boolean },
  now: Moment,
): void {
  const keyFor = (id: number) => noticeKey('left', person.id, now, id);
  if (of.wasOnlyCoordinator) {
    const message = { html: lastCoordinatorLeft(person.name) };
    const others = (['mayor', 'control'] as const).flatMap((office) => officeHolders(db, office, now));
    for (const each of new Map(others.map((other) => [other.id, other])).values())
      notify(db, left, each, { key: keyFor(each.id), about: {}, message, now });
  }
  const data = writeScreen('person', { personId: person.id, page: null });
  const keyboard = [[{ text: leaveButtons.person, data }]];
  const message = { html: personLeft(person.name, of.role), keyboard };
  for (const each of officeHolders(db, 'coordinator', now))
    notify(db, left, each, { key: keyFor(each.id), about: {}, message, now });
}
