import { readMoment, writeMeta } from '../db/meta.ts';
import type { Db } from '../db/open.ts';
import { forgetOutage, keepOutage, notifyOutageOn, type Outage, outageToHandle } from '../db/outage-days.ts';
import { enrolledPeople } from '../db/people.ts';
import { daysOff } from '../db/plans.ts';
import { requestReminder } from '../db/reminder-requests.ts';
import { pendingTasksOf } from '../db/tasks.ts';
import { nextReminderHour } from '../domain/calendar.ts';
import { OUTAGES } from '../domain/constants.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import { notifyAgain } from '../notices/kinds/again.ts';
import { peopleToAskAgain } from './ask-again.ts';
import { remindersDecidedUntil } from './decided-until.ts';

const minute = 60_000;
const heartbeatMs = 20_000;

/**
 * Keeps when the bot was last alive, after each answered poll or webhook request, at most every 20 seconds.
 * The first sign of life after more than two minutes ends an outage, which is kept until `handleOutage`.
 * @param sinceLastContact milliseconds since the last answered poll by the monotonic clock (a step of the
 * wall clock is not an outage); null when this process has had none
 * @returns the outage that has just ended.
 */
export function noteAlive(db: Db, now: Moment, sinceLastContact: number | null = null): Outage | null {
  const lastAlive = readMoment(db, 'aliveAt');
  if (isFresh(lastAlive, now)) return null;
  writeMeta(db, 'aliveAt', String(now));
  const silence = sinceLastContact ?? (lastAlive === null ? 0 : now - lastAlive);
  if (silence <= OUTAGES.askAgainAfterMinutes * minute) return null;
  const outage = { from: now - silence, to: now };
  keepOutage(db, outage);
  return outage;
}

/** Whether neither `noteAlive` nor `handleOutage` has anything to write: most polls need no transaction. */
export function isNoted(db: Db, now: Moment): boolean {
  return isFresh(readMoment(db, 'aliveAt'), now) && outageToHandle(db) === null;
}

function isFresh(lastAlive: Moment | null, now: Moment): boolean {
  return lastAlive !== null && Math.abs(now - lastAlive) < heartbeatMs;
}

/**
 * Acts on an outage once its backlog is handled. People who were active before it and still owe an answer are
 * asked again. After more than 23 hours, everybody with something pending reads at the next reminder hour
 * that what they wrote may be lost (specification: Outage). Does nothing when no outage waits; once for each.
 */
export function handleOutage(db: Db, now: Moment): void {
  const outage = outageToHandle(db);
  if (outage === null) return;
  forgetOutage(db);
  for (const person of peopleToAskAgain(db, outage)) notifyAgain(db, person, outage, now);
  if (outage.to - outage.from > OUTAGES.messagesLostAfterHours * 60 * minute) tellEverybody(db, outage, now);
}

function tellEverybody(db: Db, outage: Outage, now: Moment): void {
  const decidedThisInstant = readMoment(db, remindersDecidedUntil) === now;
  const date = localDate(nextReminderHour(decidedThisInstant ? now + 1 : now, daysOff(db)));
  notifyOutageOn(db, date, outage);
  for (const person of enrolledPeople(db)) {
    if (pendingTasksOf(db, person.id, now).length === 0) continue;
    requestReminder(db, { personId: person.id, date, reason: 'outage', at: now });
  }
}
