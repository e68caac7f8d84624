import { spansOfPerson } from '../db/assignments.ts';
import type { OfficeChange } from '../db/office-changes.ts';
import type { Db } from '../db/open.ts';
import { personById } from '../db/people.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import type { OfficeChangeWords } from '../texts/people/office-changes.ts';

/** Describes a change of an office for its texts. */
export function officeChangeWords(db: Db, change: OfficeChange, now: Moment): OfficeChangeWords {
  const person = personById(db, change.personId);
  const nameOf = (id: number) => personById(db, id)?.name ?? '';
  const held = spansOfPerson(db, change.personId, now).flatMap((span) => span.office ?? []);
  return {
    kind: change.kind,
    asker: nameOf(change.askedBy),
    name: person?.name ?? '',
    telegramName: (change.kind === 'account' ? change.accountName : person?.telegramName) ?? '',
    offices: change.office === null ? [...new Set(held)] : [change.office],
    instead: (change.instead ?? []).map(nameOf),
    from: change.fromDay,
    until: change.untilDay,
    today: localDate(now),
    expiresAt: change.expiresAt,
  };
}
