import { reportableActivity, reportableTask } from '../../../actions/reportable.ts';
import type { Evidence } from '../../../db/evidence.ts';
import { activityById } from '../../../db/plans.ts';
import type { Html } from '../../../domain/events.ts';
import { lines } from '../../../texts/html.ts';
import { olderStays } from '../../../texts/reporting/my-activities.ts';
import { staysAfterLock, staysOnRecord } from '../../../texts/reporting/received.ts';
import type { Turn } from '../../turn.ts';
import { notTheirs } from '../incoming/not-theirs.ts';

/** Why a piece of this person's evidence stays: its cut locked, or its activity is somebody else's. Null: it may go. */
export function whyItStays(turn: Turn, each: Evidence): Html | null {
  if (!isOfThisEnrolment(turn, each)) return olderStays();
  if (reportableTask(turn.db, turn.person.id, each, turn.moment)) return null;
  if (reportableActivity(turn.db, turn.person.id, each.activityId, turn.moment))
    return staysAfterLock(activityById(turn.db, each.activityId)?.number ?? '');
  return lines(notTheirs(turn, each), staysOnRecord());
}

/** Somebody who comes in with another's invitation must not be able to see or remove what that person had sent. */
export function isOfThisEnrolment({ person }: Turn, { recordedAt }: Evidence): boolean {
  return recordedAt >= person.enrolledAt;
}

export function isKept({ state }: Evidence): boolean {
  return state === 'stored' || state === 'fetching';
}
