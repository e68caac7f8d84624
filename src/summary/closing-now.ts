import type { Db } from '../db/open.ts';
import type { Activity, PlannedCut } from '../db/plans.ts';
import { lastReportsOfCut } from '../db/reports.ts';
import { askedActivities } from '../db/tasks.ts';
import { takesReports } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import { byPosition, type MissingPosition, type PendingActivity, pendingActivities } from './missing.ts';
import { responsiblesOf } from './responsibles.ts';

/** The activities and people affected when a cut is closed at a moment. */
export type ClosingNow = {
  /** The activities that would have no report, or not the revision that a reopening asks for. */
  readonly pending: readonly PendingActivity[];
  readonly missing: readonly MissingPosition<PendingActivity>[];
  /** Every enrolled person who could still report or correct something in it. */
  readonly people: readonly {
    readonly person: ReturnType<typeof responsiblesOf>[number]['person'];
    readonly pending: readonly Activity[];
    readonly correctable: readonly Activity[];
  }[];
};

export function closingNow(db: Db, planned: PlannedCut, moment: Moment): ClosingNow {
  const pending = pendingActivities(db, planned, moment);
  const pendingIds = new Set(pending.map(({ activity }) => activity.id));
  const reports = lastReportsOfCut(db, planned.cut.id);
  const open = askedActivities(db, planned, moment).filter(
    ({ id }) => takesReports(planned.window, planned.acts, id, moment).takes,
  );
  return {
    pending,
    missing: byPosition(db, pending, moment),
    people: responsiblesOf(db, open, moment).map(({ person, activities }) => ({
      person,
      pending: activities.filter((activity) => pendingIds.has(activity.id)),
      correctable: activities.filter((activity) => !pendingIds.has(activity.id) && reports.has(activity.id)),
    })),
  };
}
