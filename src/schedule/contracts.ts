import { spansWithContract } from '../db/assignments.ts';
import type { Db } from '../db/open.ts';
import type { DaysOff } from '../domain/calendar.ts';
import { HOURS } from '../domain/constants.ts';
import { contractWarningAt } from '../domain/contract-warning.ts';
import { localDate, type Moment, momentAt } from '../domain/dates.ts';
import { notifyContract } from '../notices/kinds/contract.ts';

/**
 * Warns the coordinators of a contract's end, 15 days before at 08:00 (or on the next working day); at the
 * next 08:00 when the date is known later. Once a date and coordinator (specification: Replacement).
 */
export function writeContractWarnings(db: Db, now: Moment, daysOff: DaysOff): void {
  const today = localDate(now);
  for (const row of spansWithContract(db, now)) {
    const endsOn = row.contractEndsOn;
    if (endsOn === null || endsOn < today) continue;
    const due = contractWarningAt(endsOn, daysOff);
    if (now < due || now >= momentAt(today, HOURS.until) || now < momentAt(today, HOURS.reminder)) continue;
    notifyContract(db, row, endsOn, now);
  }
}
