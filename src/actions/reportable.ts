import type { Db } from '../db/open.ts';
import { activityOfPerson, activityOfVacantPosition } from '../db/own-activities.ts';
import { holdingsOf } from '../db/people.ts';
import { type Task, taskOf, vacantTaskOf, vacantTasksOf } from '../db/tasks.ts';
import type { Moment } from '../domain/dates.ts';
import { may, rolesOf } from './access.ts';

type Of = { readonly activityId: number; readonly cutId: number };

/**
 * One task that a person may report or correct at a moment: their own, or as a coordinator that of a vacant
 * position. The coordinator is never reminded of the latter, since it is no pending task of theirs.
 */
export function reportableTask(db: Db, personId: number, of: Of, moment: Moment): Task | undefined {
  return (
    taskOf(db, personId, of, moment) ??
    (mayForVacant(db, personId, moment) ? vacantTaskOf(db, personId, of, moment) : undefined)
  );
}

/** The activity, if a person may report it at a moment in any cut; else undefined. */
export function reportableActivity(db: Db, personId: number, activityId: number, moment: Moment) {
  const own = activityOfPerson(db, personId, activityId, moment);
  if (own) return own.activity;
  if (!mayForVacant(db, personId, moment)) return undefined;
  return activityOfVacantPosition(db, moment, activityId)?.activity;
}

/** What a coordinator may report for others; empty for anybody else. */
export function forVacantPositions(
  db: Db,
  personId: number,
  moment: Moment,
  positionId: number | null = null,
): readonly Task[] {
  return mayForVacant(db, personId, moment) ? vacantTasksOf(db, personId, moment, positionId) : [];
}

function mayForVacant(db: Db, personId: number, moment: Moment): boolean {
  return may(rolesOf(holdingsOf(db, personId, moment)), 'reportForVacantPosition');
}
