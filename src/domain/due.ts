import { HOURS } from './constants.ts';
import type { ReminderKind } from './cut-reminders.ts';
import { type LocalDate, localDate, type Moment, momentAt } from './dates.ts';
import type { PendingFacts, RequestedDay } from './due-pending.ts';
import { closedFor, isIn, type Span } from './due-span.ts';
import type { DaysOff } from './working-days.ts';

/** What decides about a person's reminder, all of it as it is at the end of the span. */
export type PersonFacts = {
  /** Null: no account. */
  readonly enrolledAt: Moment | null;
  /** Telegram said that this person blocked the bot or is gone. */
  readonly unreachable: boolean;
  readonly pending: readonly PendingFacts[];
  readonly requested: readonly RequestedDay[];
  /** Days whose reminder was due and never left because the bot was away until it expired. */
  readonly unsent: readonly LocalDate[];
  /** Something took the place of today's reminder, or was it. */
  readonly remindedToday: boolean;
};

export type ReminderCause = ReminderKind | RequestedDay['reason'] | 'unsent';

export type Due =
  | {
      readonly due: 'reminder';
      /** The local day on which it is sent. */
      readonly date: LocalDate;
      /** When it fell due; earlier than the day of sending when the bot was down. */
      readonly moment: Moment;
      readonly because: readonly ReminderCause[];
      /** False: it is due all the same, so that it is listed and can be sent again. */
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
 * Whether a person gets a reminder at the end of a span, and why not (specification: Reminders, Hours, Nothing of the
 * past): at most one, the most recent of what fell due in the span for something that is pending now, at a moment that
 * was not before the plan, the enrolment or the position.
 */
export function dueFor(person: PersonFacts, span: Span, daysOff: DaysOff): Due {
  const closed = closedFor(span.to, daysOff);
  if (closed !== null) return none(closed);
  const { enrolledAt } = person;
  if (enrolledAt === null) return none('notEnrolled');
  if (person.remindedToday) return none('alreadyToday');
  if (person.pending.length === 0) return none('nothingPending');
  const fallen = fallenDue(person, span);
  if (fallen.length === 0) return none('noReminderDay');
  const counting = fallen.filter((each) => each.moment >= enrolledAt && each.moment >= each.since);
  if (counting.length === 0) return none('ofThePast');
  const moment = Math.max(...counting.map((each) => each.moment));
  const because = counting.filter((each) => each.moment === moment).map((each) => each.cause);
  return {
    due: 'reminder',
    date: localDate(span.to),
    moment,
    because: [...new Set(because)],
    reachable: !person.unreachable,
  };
}

type Fallen = { readonly moment: Moment; readonly since: Moment; readonly cause: ReminderCause };

/** Every moment at which something of this person fell due in the span. */
function fallenDue(person: PersonFacts, span: Span): readonly Fallen[] {
  const since = Math.min(...person.pending.map((each) => each.since));
  const at = (date: LocalDate): Moment => momentAt(date, HOURS.reminder);
  const ofCuts = person.pending.flatMap((each) =>
    each.days.map((day): Fallen => ({ moment: at(day.date), since: each.since, cause: day.kind })),
  );
  const asked = person.requested.map((day): Fallen => ({ moment: at(day.date), since, cause: day.reason }));
  const unsent = person.unsent.map((date): Fallen => ({ moment: at(date), since, cause: 'unsent' }));
  return [...[...ofCuts, ...asked].filter((each) => isIn(span, each.moment)), ...unsent];
}

function none(why: WhyNone): Due {
  return { due: 'none', why };
}
