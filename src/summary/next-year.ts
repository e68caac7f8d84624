import type { Db } from '../db/open.ts';
import { isFollowed, type PlannedCut, plannedCutsOf } from '../db/plans.ts';
import type { LocalDate, Moment } from '../domain/dates.ts';
import { dateOf } from '../domain/written-dates.ts';
import { cutsToPrint, type ExportForm } from '../forms/export-form.ts';
import { draftLine } from '../texts/print/next-year.ts';
import { reviewOf } from './review/review-state.ts';
import { storedForm } from './stored-form.ts';

/**
 * The plan as a draft for the next year: the same activities, what is expected of them and the people who sign, a year
 * later, without anything reported. Whoever draws up the plan completes it and imports it.
 * @param last its last cut
 */
export function nextYearForm(db: Db, last: PlannedCut, now: Moment): ExportForm {
  const review = reviewOf(db, last, now, 'now');
  const form = storedForm(db, last, review, now);
  const fiscalYear = form.fiscalYear + 1;
  const dates = review.document.cuts.map((cut) => ({ ...cut, date: yearLater(cut.date) }));
  return {
    ...form,
    fiscalYear,
    version: '',
    versionDate: null,
    drawnUpOn: null,
    activities: form.activities.map((activity) => ({
      ...activity,
      start: yearLater(activity.start),
      end: yearLater(activity.end),
      monitoring: [],
    })),
    cuts: cutsToPrint(dates, [], last.cut.number, fiscalYear),
    status: { preliminary: true, lines: [draftLine(fiscalYear)] },
    evidence: [],
    verification: [],
  };
}

/** The last cut of a plan, when no plan of the next year is there yet; undefined: there is nothing to prepare. */
export function lastCutToFollow(db: Db, planId: number): PlannedCut | undefined {
  return isFollowed(db, planId) ? undefined : plannedCutsOf(db, [planId]).at(-1);
}

/** Activities whose words name the year that has passed. */
export function namesYear(form: ExportForm, year: number): readonly string[] {
  return form.activities
    .filter(({ name, target, indicator }) =>
      [name, target, indicator].some((each) => each.includes(String(year))),
    )
    .map(({ number }) => number);
}

/** The same day a year later; 29 February becomes the 28th. */
function yearLater(date: LocalDate): LocalDate {
  const [year, month, day] = date.split('-').map(Number);
  const next = (year ?? 0) + 1;
  return dateOf(next, month ?? 0, day ?? 0) ?? dateOf(next, month ?? 0, (day ?? 1) - 1) ?? date;
}
