import { goneSince } from '../../db/audit-read.ts';
import type { Db } from '../../db/open.ts';
import type { OutboxRow } from '../../db/outbox-rows.ts';
import { activitiesOfPerson } from '../../db/own-activities.ts';
import { holdingsOf, isEnrolled, type Person } from '../../db/people.ts';
import { daysOff, knownSince, plannedCuts } from '../../db/plans.ts';
import { reminderDatesOf } from '../../db/reminder-rows.ts';
import { everyRevisionOf } from '../../db/reports.ts';
import { awaitsReport, type Task, tasksOf } from '../../db/tasks.ts';
import { isWorkingDay } from '../../domain/calendar.ts';
import { HOURS } from '../../domain/constants.ts';
import { addDays, type LocalDate, localDate, type Moment, momentAt } from '../../domain/dates.ts';
import { daysOfActivity } from '../../domain/due-pending.ts';
import { reminderOf } from '../../notices/kinds/reminder.ts';

export const reasons = [
  'notYet',
  'dayOff',
  'notEnrolled',
  'enrolledLater',
  'left',
  'noPosition',
  'noOpenCut',
  'done',
  'noReminderDay',
  'ofThePast',
  'superseded',
  'closed',
  'reassigned',
  'conversation',
  'outsideHours',
  'undeliverable',
  'botDown',
] as const;
export type WhyNothing = (typeof reasons)[number];

/** What became of a person's reminder on a day: *why did X get nothing on day D* has an answer. */
export type ReminderOfDay =
  | { readonly outcome: 'sent'; readonly at: Moment }
  /** `talking`: it waits until the person has answered or is silent. */
  | { readonly outcome: 'onItsWay' | 'talking' }
  | {
      readonly outcome: 'none';
      readonly why: WhyNothing;
      /** For `undeliverable`, the words of Telegram; for `enrolledLater` and `left`, the moment. */
      readonly detail: string | null;
      readonly at: Moment | null;
      /** For `noReminderDay`: the days with a reminder of what was pending. */
      readonly days: readonly LocalDate[];
    };

/** What is on record of the day's reminder, or without a row what decided that there was none. */
export function reminderOfDay(db: Db, person: Person, date: LocalDate, now: Moment): ReminderOfDay {
  const row = reminderOf(db, person.id, date);
  return row ? ofRow(row) : withoutRow(db, person, date, now);
}

/** The days worth asking about, the latest first: those with a reminder's row, those of the calendar, and today. */
export function reminderDaysOf(db: Db, person: Person, now: Moment, daysBack = 120): readonly LocalDate[] {
  const today = localDate(now);
  const from = addDays(today, -daysBack);
  const off = daysOff(db);
  const mine = activitiesOfPerson(db, person.id, now);
  const ofCalendar = plannedCuts(db).flatMap((planned) =>
    mine
      .filter(({ activity }) => activity.planId === planned.plan.id)
      .flatMap(({ activity }) => daysOfActivity(planned.window, planned.acts, activity.id, off))
      .map((day) => day.date),
  );
  const all = new Set([today, ...reminderDatesOf(db, person.id, from), ...ofCalendar]);
  return [...all]
    .filter((date) => date >= from && date <= today)
    .sort()
    .reverse();
}

function ofRow(row: OutboxRow): ReminderOfDay {
  switch (row.state) {
    case 'sent':
      return { outcome: 'sent', at: row.settledAt ?? row.notBefore };
    case 'waiting':
      return { outcome: row.reason === 'conversation' ? 'talking' : 'onItsWay' };
    case 'released':
      return { outcome: 'onItsWay' };
    case 'refused':
      return none('undeliverable', { detail: row.reason });
    case 'expired':
      return none(row.reason === 'conversation' ? 'conversation' : 'outsideHours');
    case 'notNeeded':
    case 'cancelled':
      return none(settledReasons[row.reason ?? ''] ?? 'done');
  }
}

const settledReasons: Readonly<Record<string, WhyNothing>> = {
  superseded: 'superseded',
  done: 'done',
  closed: 'closed',
  closedEarly: 'closed',
  left: 'left',
  reassigned: 'reassigned',
};

function withoutRow(db: Db, person: Person, date: LocalDate, now: Moment): ReminderOfDay {
  const at = momentAt(date, HOURS.reminder);
  const off = daysOff(db);
  if (!isWorkingDay(date, off)) return none('dayOff');
  if (!isEnrolled(person)) {
    const gone = goneSince(db, person.id, now);
    return gone === null ? none('notEnrolled') : none('left', { at: gone });
  }
  if (person.enrolledAt > at) return none('enrolledLater', { at: person.enrolledAt });
  if (holdingsOf(db, person.id, at).positions.length === 0) return none('noPosition');
  const tasks = tasksOf(db, person.id, at);
  if (tasks.length === 0) return none('noOpenCut');
  const known = tasks.filter((task) => Math.max(knownSince(task), task.receivedAt) <= at);
  if (known.length === 0) return none('ofThePast');
  const pending = known.filter((task) => wasPending(db, task, at));
  if (pending.length === 0) return none('done');
  const days = new Set(
    pending.flatMap((task) =>
      daysOfActivity(task.window, task.acts, task.activity.id, off).map((day) => day.date),
    ),
  );
  if (!days.has(date)) return none('noReminderDay', { days: [...days].sort() });
  return none(now < at ? 'notYet' : 'botDown');
}

/** The state at that moment: later reports, voidings and reopenings change nothing. */
function wasPending(db: Db, task: Task, at: Moment): boolean {
  const last = everyRevisionOf(db, task.activity.id, task.cut.id).findLast(
    (each) => each.recordedAt <= at && (each.voidedAt === null || each.voidedAt > at),
  );
  return awaitsReport(task, task.activity, last, at);
}

function none(
  why: WhyNothing,
  more: {
    readonly detail?: string | null;
    readonly at?: Moment;
    readonly days?: readonly LocalDate[];
  } = {},
): ReminderOfDay {
  return { outcome: 'none', why, detail: more.detail ?? null, at: more.at ?? null, days: more.days ?? [] };
}
