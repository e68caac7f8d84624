import { actsOfCut } from '../../db/cut-acts.ts';
import { exclusionReasons } from '../../db/exclusions.ts';
import type { Db } from '../../db/open.ts';
import { personById } from '../../db/people.ts';
import type { PlannedCut } from '../../db/plans.ts';
import { type CountedActivity, numbersById } from '../../db/without-texts.ts';
import { cutState, openReopenings } from '../../domain/calendar.ts';
import { localDate, type Moment } from '../../domain/dates.ts';
import { cutDates } from '../../summary/cut-dates.ts';
import type { ShownCut } from '../../texts/cuts/cut-screens.ts';
import * as texts from '../../texts/cuts/cut-screens.ts';
import { coverageOf } from './coverage.ts';

/** A cut as the calendar shows it at a moment. */
export function shownCut(
  db: Db,
  planned: PlannedCut,
  now: Moment,
  stored?: readonly CountedActivity[],
): ShownCut {
  const { plan, cut, window, acts } = planned;
  const numbers = numbersOf(db, plan.id);
  return {
    plan,
    number: cut.number,
    date: cut.date,
    opens: window.openingDate,
    closing: window.closingDate,
    lastDay: window.lockDate,
    state: cutState(window, acts, now),
    coverage: now < window.opensAt ? null : coverageOf(db, planned, stored),
    reopenings: openReopenings(acts, now).map(({ lastDay, activityIds }) => ({
      lastDay,
      numbers: activityIds.map(numbers),
    })),
  };
}

/** Everything about one cut, in words. */
export function cutDetail(db: Db, planned: PlannedCut, now: Moment) {
  const numbers = numbersOf(db, planned.plan.id);
  const days = cutDates(db, planned.plan.id).find((each) => each.cutId === planned.cut.id);
  return texts.cutDetail({
    cut: shownCut(db, planned, now),
    reminders: days?.reminders ?? [],
    off: days?.off ?? [],
    excluded: [...exclusionReasons(db, planned.cut.id)].map(([id, reason]) => ({
      number: numbers(id),
      reason,
    })),
    acts: actsOfCut(db, planned.cut.id).map((act) => ({
      kind: act.kind,
      on: localDate(act.at),
      by: act.personId === null ? null : (personById(db, act.personId)?.name ?? ''),
      numbers: act.activityIds.map(numbers),
      lastDay: act.lastDay,
      reason: act.reason,
    })),
  });
}

/** Read when the first is asked for: most cuts name no activity. */
function numbersOf(db: Db, planId: number): (activityId: number) => string {
  let numbers: ReadonlyMap<number, string> | undefined;
  return (activityId) => {
    numbers ??= numbersById(db, planId);
    return numbers.get(activityId) ?? '';
  };
}
