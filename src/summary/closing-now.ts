import type { Db } from '../db/open.ts';
import type { PlannedCut } from '../db/plans.ts';
import { isAsked } from '../db/tasks.ts';
import { recordedInCut, type ShortActivity, shortActivitiesOfCut } from '../db/without-texts.ts';
import { takesReports } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import { byPosition, type MissingPosition, type PendingActivity, pendingAmong } from './missing.ts';
import { responsiblesOf } from './responsibles.ts';

/** The activities and people affected when a cut is closed at a moment. */
export type ClosingNow = {
  /** The activities that would have no report, or not the revision that a reopening asks for. */
  readonly pending: readonly PendingActivity[];
  readonly missing: readonly MissingPosition<PendingActivity>[];
  /** Every enrolled person who could still report or correct something in it. */
  readonly people: readonly {
    readonly person: ReturnType<typeof responsiblesOf>[number]['person'];
    readonly pending: readonly ShortActivity[];
    readonly correctable: readonly ShortActivity[];
  }[];
};

export function closingNow(db: Db, planned: PlannedCut, moment: Moment): ClosingNow {
  const activities = shortActivitiesOfCut(db, planned);
  const reports = recordedInCut(db, planned.cut.id);
  const pending = pendingAmong(activities, reports, planned, moment);
  const pendingIds = new Set(pending.map(({ activity }) => activity.id));
  const open = activities.filter(
    (activity) =>
      isAsked(activity, planned, moment) &&
      takesReports(planned.window, planned.acts, activity.id, moment).takes,
  );
  return {
    pending,
    missing: byPosition(db, pending, moment),
    people: responsiblesOf(db, open, moment).map(({ person, activities: theirs }) => ({
      person,
      pending: theirs.filter((activity) => pendingIds.has(activity.id)),
      correctable: theirs.filter((activity) => !pendingIds.has(activity.id) && reports.has(activity.id)),
    })),
  };
}
