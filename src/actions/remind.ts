import { actorOf, record } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import type { OutboxRow } from '../db/outbox-rows.ts';
import { type EnrolledPerson, enrolledPeople, isEnrolled, personById } from '../db/people.ts';
import { daysOff } from '../db/plans.ts';
import { pendingTasksOf } from '../db/tasks.ts';
import { soonestAllowed } from '../domain/calendar.ts';
import { type LocalDate, localDate, type Moment } from '../domain/dates.ts';
import { notifyReminder, remindAgain, reminderOf } from '../notices/kinds/reminder.ts';
import { pendingOfEverybody } from '../summary/pending-in-plan.ts';

/** What *Recordar a los que faltan* does, or would do. */
export type Reminding = {
  readonly queued: readonly EnrolledPerson[];
  /**
   * The people who had that day's reminder, or whose reminder is on its way: one per person and day,
   * requested or automatic.
   */
  readonly alreadyToday: readonly EnrolledPerson[];
  readonly unreachable: readonly EnrolledPerson[];
  /** When the reminders go out: now, or at the next 08:00 of a working day. Its day is the *today* above. */
  readonly when: Moment;
};

/** `cutId` null: any cut. `personId` null: everybody with something missing. */
export type RemindAsked = { readonly cutId: number | null; readonly personId: number | null };

/**
 * The people who would be reminded now: every enrolled person among them with something pending when the
 * reminder goes out.
 */
export function whoWouldBeReminded(db: Db, now: Moment, { cutId, personId }: RemindAsked): Reminding {
  const when = soonestAllowed(now, daysOff(db));
  const day = localDate(when);
  const missing =
    personId === null ? everybodyMissing(db, cutId, when) : oneMissing(db, { cutId, personId }, when);
  const had = new Set(missing.filter((someone) => hadReminder(db, someone.id, day)));
  const waiting = missing.filter((someone) => !had.has(someone));
  return {
    queued: waiting.filter((someone) => someone.unreachableSince === null),
    alreadyToday: [...had],
    unreachable: waiting.filter((someone) => someone.unreachableSince !== null),
    when,
  };
}

function everybodyMissing(db: Db, cutId: number | null, when: Moment): readonly EnrolledPerson[] {
  const pending = pendingOfEverybody(db, cutId, when);
  return enrolledPeople(db).filter((someone) => pending.has(someone.id));
}

function oneMissing(
  db: Db,
  { cutId, personId }: { readonly cutId: number | null; readonly personId: number },
  when: Moment,
): readonly EnrolledPerson[] {
  const someone = personById(db, personId);
  if (!someone || !isEnrolled(someone)) return [];
  const isMissing = pendingTasksOf(db, personId, when).some(
    (task) => cutId === null || task.cut.id === cutId,
  );
  return isMissing ? [someone] : [];
}

/**
 * Queues a reminder for every such person who had none that day. Its text, with everything that the person
 * has pending in every plan, is made when it is sent. A second call adds nothing.
 * @param by the person who asks; null: the operator
 */
export function remindMissing(db: Db, now: Moment, asked: RemindAsked, by: number | null): Reminding {
  const reminding = whoWouldBeReminded(db, now, asked);
  const day = localDate(reminding.when);
  for (const someone of reminding.queued) {
    const failed = reminderOf(db, someone.id, day);
    if (failed) remindAgain(db, failed, someone, day, reminding.when);
    else notifyReminder(db, someone, day, now, reminding.when);
    record(db, {
      at: now,
      act: 'reminderAsked',
      by: actorOf(by),
      personId: someone.id,
      cutId: asked.cutId,
      after: { date: day },
    });
  }
  return reminding;
}

/** Whether a person had that day's reminder, is about to get it, or got a notice that replaces it. */
function hadReminder(db: Db, personId: number, day: LocalDate): boolean {
  const row = reminderOf(db, personId, day);
  return row !== undefined && !endedUndelivered(row);
}

/** Whether it ended without reaching the person: it can be sent again. */
export function endedUndelivered(row: OutboxRow): boolean {
  switch (row.state) {
    case 'refused':
    case 'expired':
    case 'cancelled':
      return true;
    case 'notNeeded':
      return row.reason !== 'superseded';
    case 'waiting':
    case 'released':
    case 'sent':
      return false;
  }
}
