import { contractKey, contractWarningAt } from '../actions/contract.ts';
import { spansWithContract } from '../db/assignments.ts';
import { nameOfHeld } from '../db/held-name.ts';
import type { Db } from '../db/open.ts';
import { announce } from '../db/outbox.ts';
import { officeHolders, personById } from '../db/people.ts';
import type { DaysOff } from '../domain/calendar.ts';
import { HOURS } from '../domain/constants.ts';
import { localDate, type Moment, momentAt } from '../domain/dates.ts';
import { giveButton } from '../domain/give-button.ts';
import { writeScreen } from '../domain/screens.ts';
import { contractButtons, contractEnds } from '../texts/people/assign.ts';

/**
 * The coordinators hear of a contract's end 15 days before, at 08:00 of that day (the next working one), or at the next
 * 08:00 when it is known later; once a date and coordinator (specification: Replacement).
 */
export function writeContractWarnings(db: Db, now: Moment, daysOff: DaysOff): void {
  const today = localDate(now);
  for (const row of spansWithContract(db, now)) {
    const endsOn = row.contractEndsOn;
    if (endsOn === null || endsOn < today) continue;
    const due = contractWarningAt(endsOn, daysOff);
    if (now < due || now >= momentAt(today, HOURS.until) || now < momentAt(today, HOURS.reminder)) continue;
    const person = personById(db, row.personId);
    if (!person) continue;
    const html = contractEnds({ name: person.name, held: nameOfHeld(db, row), endsOn, today });
    const keyboard = [
      [giveButton(contractButtons.give, 'assign', 'assignment', row.id)],
      [
        {
          text: contractButtons.date,
          data: writeScreen('contract', { assignmentId: row.id }),
        },
      ],
    ];
    for (const each of officeHolders(db, 'coordinator', now)) {
      const key = contractKey(row.id, endsOn, each.id);
      const to = { chatId: each.telegramUserId, personId: each.id };
      announce(db, to, { kind: 'notice', key, message: { html, keyboard }, now });
    }
  }
}
