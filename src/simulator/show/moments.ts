/** The targets of the clock's buttons: the next moment at which something is due by itself. */
import type { Db } from '../../db/open.ts';
import { daysOff, type PlannedCut, plannedCuts } from '../../db/plans.ts';
import { requestsFrom } from '../../db/reminder-requests.ts';
import { type CutState, cutState, reminderDays, workingDayAfter } from '../../domain/calendar.ts';
import { HOURS } from '../../domain/constants.ts';
import { addDays, localDate, type Moment, momentAt } from '../../domain/dates.ts';

/** The next 08:00 with a possible reminder: on a cut's reminder days, or requested (*Recordarme mañana*). */
export function nextReminder(db: Db, now: Moment): Moment | null {
  const off = daysOff(db);
  const dates = plannedCuts(db).flatMap(({ window, acts }) =>
    reminderDays(window, acts, off).map((day) => day.date),
  );
  const asked = [...requestsFrom(db, localDate(now)).values()].flat().map((request) => request.date);
  const moments = [...dates, ...asked].map((date) => momentAt(date, HOURS.reminder));
  return soonest(moments, now);
}

/**
 * The next 08:00 after the end of a cut: of the working day after its closing date, when the mayor's summary
 * goes out, and then of the one after its grace.
 */
export function nextClosing(db: Db, now: Moment): Moment | null {
  const off = daysOff(db);
  const moments = plannedCuts(db).flatMap(({ window }) =>
    [window.closingDate, window.lockDate].map((date) => momentAt(workingDayAfter(date, off), HOURS.reminder)),
  );
  return soonest(moments, now);
}

function soonest(moments: readonly Moment[], after: Moment): Moment | null {
  const later = moments.filter((moment) => moment > after);
  return later.length === 0 ? null : Math.min(...later);
}

/**
 * The moments at which the clock stops on its way, so that everything falls due on its own day: morning,
 * reminder, half an hour of silence later, afternoon. The last one is `to`.
 */
export function stopsBetween(from: Moment, to: Moment): readonly Moment[] {
  const stops: Moment[] = [];
  for (let date = localDate(from); momentAt(date, 0) <= to; date = addDays(date, 1)) {
    const times = [momentAt(date, 0, 1), momentAt(date, 8), momentAt(date, 8, 35), momentAt(date, 15)];
    stops.push(...times.filter((time) => time > from && time < to));
  }
  return [...stops, to];
}

export type CutChange = { readonly planned: PlannedCut; readonly state: CutState };

/** The state of every cut, to see later what has changed. */
export function cutStates(db: Db, now: Moment): readonly CutChange[] {
  return plannedCuts(db).map((planned) => ({
    planned,
    state: cutState(planned.window, planned.acts, now),
  }));
}
