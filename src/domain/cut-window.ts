import { CUT_DEFAULTS, HOURS } from './constants.ts';
import { addDays, type LocalDate, localDate, type Moment, momentAt } from './dates.ts';
import { addWorkingDays, type DaysOff, workingDayOnOrAfter } from './working-days.ts';

/** A plan's settings for one of its cuts. */
export type CutCalendar = {
  readonly date: LocalDate;
  /** Calendar days from the opening to the cut date. */
  readonly openingDays: number;
  readonly graceWorkingDays: number;
};

/** *Reabrir*: the named activities take reports from `at` to the end of `lastDay`. */
export type Reopening = {
  readonly kind: 'reopen';
  readonly at: Moment;
  readonly lastDay: LocalDate;
  readonly activityIds: readonly number[];
};

/** *Cierre anticipado*: the cut, with any reopening under way, takes no report from `at` on. */
export type EarlyClose = { readonly kind: 'close'; readonly at: Moment };

export type CutAct = Reopening | EarlyClose;

/**
 * The dates of a cut. It takes reports in `[opensAt, locksAt)`, and first reports are late from `graceFrom`
 * on.
 */
export type CutWindow = {
  /** The cut date, as the form prints it. */
  readonly date: LocalDate;
  readonly openingDate: LocalDate;
  readonly opensAt: Moment;
  readonly closingDate: LocalDate;
  /** The first moment after the closing date. */
  readonly graceFrom: Moment;
  /** The last day that takes reports. */
  readonly lockDate: LocalDate;
  /** The first moment that takes none. */
  readonly locksAt: Moment;
};

/** *programado, abierto, en gracia, cerrado*. */
export type CutState = 'scheduled' | 'open' | 'grace' | 'closed';

export type Acceptance =
  | { readonly takes: false }
  | { readonly takes: true; readonly late: boolean; readonly until: Moment };

/** The calendar of a cut in a plan whose form sets nothing else. */
export function usualCalendar(date: LocalDate): CutCalendar {
  return { date, openingDays: CUT_DEFAULTS.openingDays, graceWorkingDays: CUT_DEFAULTS.graceWorkingDays };
}

/** The last day of a reopening at `at` when none is given: five working days later. */
export function usualReopeningLastDay(at: Moment, daysOff: DaysOff): LocalDate {
  return addWorkingDays(localDate(at), CUT_DEFAULTS.reopeningWorkingDays, daysOff);
}

/** The last day of a reopening at `at`; never before the cut's own last day while the cut takes reports. */
export function reopeningLastDay(window: CutWindow, asked: LocalDate, at: Moment): LocalDate {
  return at < window.locksAt && asked < window.lockDate ? window.lockDate : asked;
}

/**
 * The dates of a cut (specification: Cut dates, Early close). The first early close before the natural lock
 * makes its day the closing date and leaves no grace after it. A grace that had begun before the close stays
 * grace.
 */
export function cutWindow(calendar: CutCalendar, daysOff: DaysOff, acts: readonly CutAct[] = []): CutWindow {
  const openingDate = addDays(calendar.date, -calendar.openingDays);
  const opensAt = momentAt(openingDate, HOURS.opening);
  const closingDate = workingDayOnOrAfter(calendar.date, daysOff);
  const graceFrom = momentAt(closingDate, 24);
  const lockDate = addWorkingDays(closingDate, calendar.graceWorkingDays, daysOff);
  const locksAt = momentAt(lockDate, 24);
  const opening = { date: calendar.date, openingDate, opensAt };
  const closedAt = firstClose(acts, Number.NEGATIVE_INFINITY);
  if (closedAt >= locksAt) return { ...opening, closingDate, graceFrom, lockDate, locksAt };
  const lastDay = localDate(closedAt);
  return {
    ...opening,
    closingDate: lastDay,
    graceFrom: Math.min(graceFrom, closedAt),
    lockDate: lastDay,
    locksAt: closedAt,
  };
}

/**
 * The state of a cut at a moment. A cut with a reopening under way is in `grace`: it takes reports again and
 * a first report is late, which is what `grace` means. `openReopenings` tells the two apart.
 */
export function cutState(window: CutWindow, acts: readonly CutAct[], moment: Moment): CutState {
  if (moment >= window.locksAt) return openReopenings(acts, moment).length > 0 ? 'grace' : 'closed';
  if (moment < window.opensAt) return 'scheduled';
  return moment < window.graceFrom ? 'open' : 'grace';
}

/** Above this a list of activities is asked often enough to become a set. */
const LONG = 30;
const sets = new WeakMap<readonly number[], ReadonlySet<number>>();

/** Whether a reopening names an activity. It may name all of a plan, and be asked for each of them. */
export function namesActivity({ activityIds }: Reopening, activityId: number): boolean {
  if (activityIds.length <= LONG) return activityIds.includes(activityId);
  const known = sets.get(activityIds) ?? new Set(activityIds);
  sets.set(activityIds, known);
  return known.has(activityId);
}

/** The reopenings that take reports at a moment, each for the activities that it names. */
export function openReopenings(acts: readonly CutAct[], moment: Moment): readonly Reopening[] {
  return acts.filter(
    (act): act is Reopening => act.kind === 'reopen' && act.at <= moment && moment < reopeningEnd(act, acts),
  );
}

/**
 * The first moment at which a reopening takes nothing: after its last day, or at an early close that follows
 * it.
 */
export function reopeningEnd(reopening: Reopening, acts: readonly CutAct[]): Moment {
  return Math.min(momentAt(reopening.lastDay, 24), firstClose(acts, reopening.at));
}

/**
 * Whether a report of an activity counts at a moment, whether a first report would be *extemporáneo*, and the
 * first moment at which it no longer counts (specification: Cut dates, Reopening). It does not check whether
 * the cut asks for the activity.
 */
export function takesReports(
  window: CutWindow,
  acts: readonly CutAct[],
  activityId: number,
  moment: Moment,
): Acceptance {
  if (moment < window.opensAt && moment < window.locksAt) return { takes: false };
  const ends = openReopenings(acts, moment)
    .filter((reopening) => namesActivity(reopening, activityId))
    .map((reopening) => reopeningEnd(reopening, acts));
  if (moment < window.locksAt)
    return { takes: true, late: moment >= window.graceFrom, until: Math.max(window.locksAt, ...ends) };
  if (ends.length === 0) return { takes: false };
  return { takes: true, late: true, until: Math.max(...ends) };
}

/** The first early close after a moment; never (`Infinity`) when there is none. */
function firstClose(acts: readonly CutAct[], after: Moment): Moment {
  const closes = acts.filter((act) => act.kind === 'close' && act.at > after).map((act) => act.at);
  return Math.min(...closes);
}
