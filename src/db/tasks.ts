import { type CutAct, namesActivity, takesReports } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import { activityAt } from '../domain/plan-change.ts';
import { startsLater } from '../domain/programming.ts';
import { isAwayAt, retiredFrom } from '../domain/retirement.ts';
import { type Draft, draftOf, draftsOf } from './drafts.ts';
import type { Db } from './open.ts';
import {
  activitiesOfPerson,
  activitiesOfVacantPositions,
  activityOfPerson,
  activityOfVacantPosition,
  type Reportable,
} from './own-activities.ts';
import { type PlannedCut, plannedCut, plannedCutsOf } from './plans.ts';
import { lastReport, lastReportsAmong, type Report } from './reports.ts';
import { type ShortActivity, shortActivitiesOfCut } from './without-texts.ts';

/** What decides whether a report answers a reopening. */
export type Recorded = Pick<Report, 'recordedAt'>;

/** One activity at one cut that takes reports for it now, as one of its responsibles sees it. */
export type Task = PlannedCut &
  Reportable & {
    /** The first moment at which it takes no report any more. */
    readonly until: Moment;
    /** Whether a first report now would be *extemporáneo*. */
    readonly late: boolean;
    readonly report: Report | undefined;
    readonly draft: Draft | undefined;
    readonly pending: boolean;
    /** Nothing is programmed up to the cut and nothing is reported: it may be reported, and nobody is asked. */
    readonly later: boolean;
  };

/**
 * The tasks of a person at a moment: drafts first, then by closing date, plan and number (specification:
 * Round). Pending is defined in docs/glossary.md.
 */
export function tasksOf(db: Db, personId: number, moment: Moment): readonly Task[] {
  const own = activitiesOfPerson(db, personId, moment);
  return tasksAmong(
    db,
    personId,
    own.map((each) => ({ ...each, forPosition: null })),
    moment,
  );
}

/**
 * The tasks that Planeación may report for vacant positions (specification: Vacant positions): without a
 * report, reopened, or last reported by Planeación itself. Over anybody else's word Planeación writes a
 * correction. It shows the drafts of `personId`; `actions/reportable.ts` decides whether that person may.
 * @param positionId one position only
 */
export function vacantTasksOf(
  db: Db,
  personId: number,
  moment: Moment,
  positionId: number | null = null,
): readonly Task[] {
  const tasks = tasksAmong(db, personId, activitiesOfVacantPositions(db, moment, positionId), moment);
  return tasks.filter((task) => task.pending || task.report?.origin === 'planning');
}

/** One of them, without reading the others. */
export function vacantTaskOf(
  db: Db,
  personId: number,
  of: { readonly activityId: number; readonly cutId: number },
  moment: Moment,
): Task | undefined {
  const task = oneTask(db, personId, activityOfVacantPosition(db, moment, of.activityId), of.cutId, moment);
  return task?.pending || task?.report?.origin === 'planning' ? task : undefined;
}

function tasksAmong(
  db: Db,
  personId: number,
  reportables: readonly Reportable[],
  moment: Moment,
): readonly Task[] {
  if (reportables.length === 0) return [];
  const drafts = draftsOf(db, personId);
  const ofPlans = Map.groupBy(reportables, (each) => each.activity.planId);
  const tasks = plannedCutsOf(db, [...ofPlans.keys()]).flatMap((planned) => {
    const own = ofPlans.get(planned.plan.id) ?? [];
    const taking = own.flatMap((each) => takenBy(planned, each, moment) ?? []);
    const ids = taking.map((each) => each.activity.id);
    const reports = lastReportsAmong(db, ids, planned.cut.id);
    return taking.map((each) => {
      const { id } = each.activity;
      const draft = drafts.find((half) => half.activityId === id && half.cutId === planned.cut.id);
      return taskWith(each, { report: reports.get(id), draft }, moment);
    });
  });
  return tasks.sort(byTurn);
}

/** An activity at a cut that takes reports for it; it is the same whatever has been reported. */
type Taken = Omit<Task, 'report' | 'draft' | 'pending' | 'later'>;

/** One activity at one cut, if it is asked and the cut takes reports for it. */
function takenBy(planned: PlannedCut, reportable: Reportable, moment: Moment): Taken | undefined {
  const activity = activityAt(reportable.activity, planned);
  if (moment < planned.window.opensAt || !isAsked(activity, planned, moment)) return undefined;
  const takes = takesReports(planned.window, planned.acts, activity.id, moment);
  if (!takes.takes) return undefined;
  const { until, late } = takes;
  return { ...planned, ...reportable, activity, until, late };
}

function taskWith(taken: Taken, known: Pick<Task, 'report' | 'draft'>, moment: Moment): Task {
  const pending = awaitsReport(taken, taken.activity, known.report, moment);
  return { ...taken, ...known, pending, later: !pending && known.report === undefined };
}

export function pendingTasksOf(db: Db, personId: number, moment: Moment): readonly Task[] {
  return tasksOf(db, personId, moment).filter((task) => task.pending);
}

/** One task of a person, even when it is already reported: as in `tasksOf`, without reading the others. */
export function taskOf(
  db: Db,
  personId: number,
  of: { readonly activityId: number; readonly cutId: number },
  moment: Moment,
): Task | undefined {
  const own = activityOfPerson(db, personId, of.activityId, moment);
  return oneTask(db, personId, own && { ...own, forPosition: null }, of.cutId, moment);
}

function oneTask(
  db: Db,
  personId: number,
  reportable: Reportable | undefined,
  cutId: number,
  moment: Moment,
): Task | undefined {
  const planned = reportable && plannedCut(db, cutId);
  if (!planned || planned.plan.id !== reportable.activity.planId) return undefined;
  const taken = takenBy(planned, reportable, moment);
  if (!taken) return undefined;
  const activityId = reportable.activity.id;
  const report = lastReport(db, activityId, cutId);
  const draft = draftOf(db, { personId, activityId, cutId });
  return taskWith(taken, { report, draft }, moment);
}

/**
 * Whether a cut asks for an activity: it has begun, is neither retired nor excluded, and was in the form when
 * the cut locked (it may be back in the form since).
 */
export function isAsked(stored: ShortActivity, planned: PlannedCut, moment: Moment): boolean {
  const each = activityAt(stored, planned);
  if (each.startsOn > planned.cut.date || planned.excluded.has(each.id)) return false;
  if (isAwayAt(each, moment)) return false;
  const { date, locksAt } = planned.window;
  return moment < locksAt || retiredFrom(each, { date, locksAt }) !== 'before';
}

/** The activities that a cut asks for at a moment, in the form's order. */
export function askedActivities(db: Db, planned: PlannedCut, moment: Moment): readonly ShortActivity[] {
  return shortActivitiesOfCut(db, planned).filter((activity) => isAsked(activity, planned, moment));
}

/**
 * Whether a report is missing, or a reopening asks for a revision of it. While nothing is programmed up to the cut, a
 * report is missing only where a reopening names the activity.
 */
export function awaitsReport(
  planned: Pick<PlannedCut, 'acts' | 'cut' | 'version'>,
  own: ShortActivity,
  report: Recorded | undefined,
  moment: Moment,
): boolean {
  const { acts, cut } = planned;
  if (report !== undefined) return isReopenedSince(acts, own.id, report, moment);
  return !startsLater(activityAt(own, planned), cut) || acts.some((act) => names(act, own.id, moment));
}

/** Whether a reopening that names the activity asks for a revision of this report. */
function isReopenedSince(
  acts: readonly CutAct[],
  activityId: number,
  report: Recorded,
  moment: Moment,
): boolean {
  return acts.some((act) => names(act, activityId, moment) && report.recordedAt < act.at);
}

function names(act: CutAct, activityId: number, moment: Moment): boolean {
  return act.kind === 'reopen' && act.at <= moment && namesActivity(act, activityId);
}

function byTurn(a: Task, b: Task): number {
  return (
    Number(b.draft !== undefined && b.pending) - Number(a.draft !== undefined && a.pending) ||
    compare(a.window.closingDate, b.window.closingDate) ||
    a.plan.id - b.plan.id ||
    a.activity.place - b.activity.place
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
