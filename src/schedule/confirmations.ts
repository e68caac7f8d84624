import { officesToConfirm } from '../db/invitations.ts';
import { awaitedOffice, awaitsConfirmation } from '../db/invited-office.ts';
import type { Db } from '../db/open.ts';
import { personById } from '../db/people.ts';
import type { Moment } from '../domain/dates.ts';
import { notifyAccepted } from '../notices/kinds/accepted.ts';

/** An office does not wait for a person who no longer coordinates: the present coordinators are asked. */
export function askWhoConfirms(db: Db, now: Moment): void {
  for (const found of officesToConfirm(db)) {
    const person = personById(db, found.personId);
    if (!person?.enrolledAt || !awaitsConfirmation(found, person) || awaitedOffice(db, found, now) === null)
      continue;
    const came = { person, telegramName: person.telegramName ?? person.name, at: person.enrolledAt };
    notifyAccepted(db, found, came, now);
  }
}
