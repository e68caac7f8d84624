import { HOURS } from './constants.ts';
import type { ReminderKind } from './cut-reminders.ts';
import { type LocalDate, localDate, type Moment, momentAt } from './dates.ts';
import { isIn, type UndecidedInterval, whyNotNow } from './due-interval.ts';
import type { PendingFacts, RequestedDay } from './due-pending.ts';
import type { DaysOff } from './working-days.ts';

/** The facts that decide about a person's reminder, as they are at the end of the undecided interval. */
export type PersonFacts = {
  /** Null: no account. */
  readonly enrolledAt: Moment | null;
  /** Telegram said that this person blocked the bot or is gone. */
  readonly unreachable: boolean;
  readonly pending: readonly PendingFacts[];
  readonly requested: readonly RequestedDay[];
  /** Days whose reminder was due and never left, because the bot was away until it expired. */
  readonly unsent: readonly LocalDate[];
  /** Today's reminder was sent, or another message replaced it. */
  readonly remindedToday: boolean;
};

export type ReminderCause = ReminderKind | RequestedDay['reason'] | 'unsent';

export type Due =
  | {
      readonly due: 'reminder';
      /** The local day on which it is sent. */
      readonly date: LocalDate;
      /** When it fell due: before the day of sending when the bot was down. */
      readonly moment: Moment;
      readonly because: readonly ReminderCause[];
      /** False: it is due, so that it is listed and can be sent again, but does not reach the person. */
      readonly reachable: boolean;
    }
  | { readonly due: 'none'; readonly why: WhyNone };

export type WhyNone =
  | 'outsideHours'
  | 'notYet'
  | 'notEnrolled'
  | 'alreadyToday'
  | 'nothingPending'
  | 'noReminderDay'
  | 'ofThePast';

/**
 * Decides whether a person gets a reminder at the end of the interval, and why not (specification: Reminders,
 * Hours, Nothing of the past). At most one: the most recent that fell due in the interval for something that
 * is pending now, at a moment after the plan's import, the enrolment and the receipt of the position.
 */
export function dueFor(person: PersonFacts, interval: UndecidedInterval, daysOff: DaysOff): Due {
  const notNow = whyNotNow(interval.to, daysOff);
  if (notNow !== null) return none(notNow);
  const { enrolledAt } = person;
  if (enrolledAt === null) return none('notEnrolled');
  if (person.remindedToday) return none('alreadyToday');
  if (person.pending.length === 0) return none('nothingPending');
  const fallen = fallenDue(person, interval);
  if (fallen.length === 0) return none('noReminderDay');
  const counting = fallen.filter((each) => each.moment >= enrolledAt && each.moment >= each.since);
  if (counting.length === 0) return none('ofThePast');
  const moment = Math.max(...counting.map((each) => each.moment));
  const because = counting.filter((each) => each.moment === moment).map((each) => each.cause);
  return {
    due: 'reminder',
    date: localDate(interval.to),
    moment,
    because: [...new Set(because)],
    reachable: !person.unreachable,
  };
}

type Fallen = { readonly moment: Moment; readonly since: Moment; readonly cause: ReminderCause };

/** Every moment in the interval at which something fell due for this person. */
function fallenDue(person: PersonFacts, interval: UndecidedInterval): readonly Fallen[] {
  const since = Math.min(...person.pending.map((each) => each.since));
  const at = (date: LocalDate): Moment => momentAt(date, HOURS.reminder);
  const ofCuts = person.pending.flatMap((each) =>
    each.days.map((day): Fallen => ({ moment: at(day.date), since: each.since, cause: day.kind })),
  );
  const asked = person.requested.map((day): Fallen => ({ moment: at(day.date), since, cause: day.reason }));
  const unsent = person.unsent.map((date): Fallen => ({ moment: at(date), since, cause: 'unsent' }));
  return [...[...ofCuts, ...asked].filter((each) => isIn(interval, each.moment)), ...unsent];
}

function none(why: WhyNone): Due {
  return { due: 'none', why };
}
