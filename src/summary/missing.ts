import type { Db } from '../db/open.ts';
import { holdersOfEach, isEnrolled, type Person, type Position } from '../db/people.ts';
import { type Activity, type PlannedCut, positionsOf } from '../db/plans.ts';
import { awaitsReport, isAsked, type Recorded } from '../db/tasks.ts';
import {
  recordedInCut,
  type ShortActivity,
  shortActivitiesOfCut,
  shortUnreportedOfCut,
} from '../db/without-texts.ts';
import { cutState, takesReports } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';

/** An activity that is pending in a cut, whoever is responsible. */
export type PendingActivity = {
  readonly activity: ShortActivity;
  /** The first moment at which it takes no report any more. */
  readonly until: Moment;
  /** It has a report, and a reopening asks for a revision. */
  readonly reopened: boolean;
};

/** A position's missing activities, and its holders. */
export type MissingPosition<Item> = {
  readonly position: Position;
  readonly holders: readonly Person[];
  /** No enrolled person holds it, so the bot cannot ask anybody. */
  readonly vacant: boolean;
  readonly items: readonly Item[];
};

/** The pending activities of a cut at a moment (docs/glossary.md), in the form's order. */
export function pendingActivities(db: Db, planned: PlannedCut, moment: Moment): readonly PendingActivity[] {
  if (moment < planned.window.opensAt || cutState(planned.window, planned.acts, moment) === 'closed')
    return [];
  const wasReopened = planned.acts.some((act) => act.kind === 'reopen');
  // Only a reopening asks for what is reported.
  if (!wasReopened) return pendingAmong(shortUnreportedOfCut(db, planned), new Map(), planned, moment);
  return pendingAmong(shortActivitiesOfCut(db, planned), recordedInCut(db, planned.cut.id), planned, moment);
}

/**
 * The same of activities and reports that are read already.
 * @param activities all of the plan, as they hold for the cut
 * @param reports the last words of the cut, by activity
 */
export function pendingAmong(
  activities: readonly ShortActivity[],
  reports: ReadonlyMap<number, Recorded>,
  planned: PlannedCut,
  moment: Moment,
): readonly PendingActivity[] {
  if (moment < planned.window.opensAt) return [];
  return activities.flatMap((activity) => {
    if (!isAsked(activity, planned, moment)) return [];
    const takes = takesReports(planned.window, planned.acts, activity.id, moment);
    if (!takes.takes) return [];
    const report = reports.get(activity.id);
    if (!awaitsReport(planned, activity, report, moment)) return [];
    return [{ activity, until: takes.until, reopened: report !== undefined }];
  });
}

/**
 * Activities grouped by position, in the order of each position's first one; the holders are those at
 * `moment`.
 * @param positions of each activity, when they are read already
 */
export function byPosition<Item extends { readonly activity: Pick<Activity, 'id'> }>(
  db: Db,
  items: readonly Item[],
  moment: Moment,
  positions: ReadonlyMap<number, readonly Position[]> = positionsOf(
    db,
    items.map((item) => item.activity.id),
  ),
): readonly MissingPosition<Item>[] {
  const pairs = items.flatMap((item) =>
    (positions.get(item.activity.id) ?? []).map((position) => ({ position, item })),
  );
  const byId = Map.groupBy(pairs, (pair) => pair.position.id);
  const holding = holdersOfEach(db, byId.keys(), moment);
  return [...byId].flatMap(([id, own]) => {
    const position = own[0]?.position;
    if (!position) return [];
    const holders = holding.get(id) ?? [];
    return [{ position, holders, vacant: !holders.some(isEnrolled), items: own.map((pair) => pair.item) }];
  });
}
