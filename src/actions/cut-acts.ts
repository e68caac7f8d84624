import { actorOf, record } from '../db/audit.ts';
import { addEarlyClose, addReopening } from '../db/cut-acts.ts';
import type { Db } from '../db/open.ts';
import { type Activity, activitiesOf, daysOff, type PlannedCut } from '../db/plans.ts';
import { isAsked } from '../db/tasks.ts';
import { cutState, reopeningLastDay, usualReopeningLastDay } from '../domain/calendar.ts';
import { addDays, isLocalDate, type LocalDate, localDate, type Moment } from '../domain/dates.ts';
import { cleanReason } from '../domain/reason.ts';
import { endWithCut } from '../notices/end-with-cut.ts';
import { notifyClosed } from '../notices/kinds/closed.ts';
import { notifyReopened } from '../notices/kinds/reopened.ts';
import { closingNow } from '../summary/closing-now.ts';

/** Days. A last day further away is a typing error. */
const LAST_DAY_MOST = 366;

export type CutActRefusal =
  | { readonly why: 'reason' | 'notOpened' | 'alreadyClosed' | 'noActivities' }
  | { readonly why: 'lastDay'; readonly from: LocalDate }
  | { readonly why: 'unknownActivities'; readonly numbers: readonly string[] }
  /** Nothing can be asked: retired, not begun by the cut, or excluded from it. */
  | { readonly why: 'notAsked'; readonly numbers: readonly string[] };

type Refused = { readonly ok: false; readonly refusal: CutActRefusal };
/** The person who acts; null: the operator. */
type By = { readonly personId: number | null; readonly reason: string };

/**
 * *Reabrir*: the named activities take reports until the end of the last day (five working days when none is
 * given), and each is pending until it is reported or revised (specification: Reopening). While the cut
 * itself takes reports, a reopening ends no earlier than the cut.
 */
export function reopenCut(
  db: Db,
  planned: PlannedCut,
  asked: By & {
    readonly numbers: readonly string[];
    readonly lastDay: string | null;
    /** The mayor returned what was presented, with the reason as remark. */
    readonly returns?: boolean;
  },
  now: Moment,
): { readonly ok: true; readonly lastDay: LocalDate; readonly activities: readonly Activity[] } | Refused {
  const reason = cleanReason(asked.reason);
  if (reason === null) return refuse({ why: 'reason' });
  if (now < planned.window.opensAt) return refuse({ why: 'notOpened' });
  const found = namedActivities(db, planned, asked.numbers, now);
  if (!found.ok) return found;
  const { activities } = found;
  const today = localDate(now);
  const named = asked.lastDay ?? usualReopeningLastDay(now, daysOff(db));
  if (!isLocalDate(named) || named < today || named > addDays(today, LAST_DAY_MOST))
    return refuse({ why: 'lastDay', from: today });
  const lastDay = reopeningLastDay(planned.window, named, now);
  const actId = addReopening(db, {
    cutId: planned.cut.id,
    at: now,
    personId: asked.personId,
    reason,
    lastDay,
    activityIds: activities.map((activity) => activity.id),
  });
  record(db, {
    at: now,
    act: 'reopened',
    by: actorOf(asked.personId),
    planId: planned.plan.id,
    cutId: planned.cut.id,
    after: { activities: activities.map((activity) => activity.number), lastDay, reason },
  });
  const returnedBy = asked.returns ? asked.personId : null;
  notifyReopened(db, planned, { actId, activities, lastDay, reason, returnedBy }, now);
  return { ok: true, lastDay, activities };
}

/**
 * *Cierre anticipado*: the cut, with everything reopened in it, takes no report from this moment on.
 * Everybody who could still report or correct is notified, and what was queued about it is cancelled.
 */
export function closeCut(db: Db, planned: PlannedCut, by: By, now: Moment): { readonly ok: true } | Refused {
  const reason = cleanReason(by.reason);
  if (reason === null) return refuse({ why: 'reason' });
  switch (cutState(planned.window, planned.acts, now)) {
    case 'scheduled':
      return refuse({ why: 'notOpened' });
    case 'closed':
      return refuse({ why: 'alreadyClosed' });
    case 'open':
    case 'grace':
      close(db, planned, { personId: by.personId, reason }, now);
      return { ok: true };
  }
}

function close(db: Db, planned: PlannedCut, { personId, reason }: By, now: Moment): void {
  const before = closingNow(db, planned, now);
  const actId = addEarlyClose(db, { cutId: planned.cut.id, at: now, personId, reason });
  record(db, {
    at: now,
    act: 'closedEarly',
    by: actorOf(personId),
    planId: planned.plan.id,
    cutId: planned.cut.id,
    before: { closing: planned.window.closingDate, lastDay: planned.window.lockDate },
    after: { reason, missing: before.pending.map(({ activity }) => activity.number) },
  });
  endWithCut(db, planned, now);
  notifyClosed(db, planned, { actId, before, reason }, now);
}

function namedActivities(
  db: Db,
  planned: PlannedCut,
  numbers: readonly string[],
  now: Moment,
): { readonly ok: true; readonly activities: readonly Activity[] } | Refused {
  const wanted = new Set(numbers.map((number) => number.trim()));
  const all = activitiesOf(db, planned.plan.id);
  const unknown = [...wanted].filter((number) => !all.some((activity) => activity.number === number));
  if (unknown.length > 0) return refuse({ why: 'unknownActivities', numbers: unknown });
  const activities = all.filter((activity) => wanted.has(activity.number));
  if (activities.length === 0) return refuse({ why: 'noActivities' });
  const idle = activities.filter((activity) => !isAsked(activity, planned, now));
  if (idle.length > 0) return refuse({ why: 'notAsked', numbers: idle.map((activity) => activity.number) });
  return { ok: true, activities };
}

function refuse(refusal: CutActRefusal): Refused {
  return { ok: false, refusal };
}
