import { guardiansOfChange, isStillAsked } from '../actions/office-change.ts';
import { type OfficeWaiting, officesWaiting } from '../actions/offices-waiting.ts';
import { waitingOfficeChanges } from '../db/office-changes.ts';
import type { Db } from '../db/open.ts';
import { addWorkingDays, type DaysOff, isWorkingDay } from '../domain/calendar.ts';
import { HOURS, PEOPLE } from '../domain/constants.ts';
import { localDate, localTime, type Moment } from '../domain/dates.ts';
import { acceptedMessage, notifyAccepted } from '../notices/kinds/accepted.ts';
import { firstConfirmation, notifyConfirmAgain } from '../notices/kinds/confirm-again.ts';
import { notifyOfficeAsked } from '../notices/kinds/office-asked.ts';
import { askedAgain } from '../texts/people/office-changes.ts';

/**
 * An office does not wait for a person who no longer coordinates: the present coordinators are asked. A confirmation or a
 * yes that is still missing is asked for again from 08:00 of each of the next working days (specification: Enrolment).
 */
export function askWhoConfirms(db: Db, now: Moment, daysOff: DaysOff): void {
  const repeats = localTime(now).hour >= HOURS.reminder && isWorkingDay(localDate(now), daysOff);
  for (const waiting of officesWaiting(db, now)) {
    const { found, change } = waiting;
    if (change) continue;
    const came = cameOf(waiting);
    notifyAccepted(db, found, came, now);
    if (!repeats) continue;
    for (const to of waiting.who) {
      const first = firstConfirmation(db, found, to.id);
      if (first?.state !== 'sent' || !isToBeRepeated(first.settledAt ?? first.createdAt, now, daysOff))
        continue;
      const asked = acceptedMessage(db, found, came, now);
      notifyConfirmAgain(db, found, to, { ...asked, html: askedAgain(asked.html) }, now);
    }
  }
  if (repeats) repeatChanges(db, now, daysOff);
}

function repeatChanges(db: Db, now: Moment, daysOff: DaysOff): void {
  for (const change of waitingOfficeChanges(db)) {
    if (!isStillAsked(db, change, now) || !isToBeRepeated(change.askedAt, now, daysOff)) continue;
    const { own, others } = guardiansOfChange(db, change, now);
    for (const to of own) notifyOfficeAsked(db, { change, to, isOwn: true, again: true }, now);
    for (const to of others) notifyOfficeAsked(db, { change, to, again: true }, now);
  }
}

/** Whether today is one of the working days after the day on which it was asked first. */
function isToBeRepeated(askedAt: Moment, now: Moment, daysOff: DaysOff): boolean {
  const asked = localDate(askedAt);
  const today = localDate(now);
  return asked < today && today <= addWorkingDays(asked, PEOPLE.confirmationRepeats, daysOff);
}

function cameOf({ person }: OfficeWaiting) {
  return { person, telegramName: person.telegramName ?? person.name, at: person.enrolledAt };
}
