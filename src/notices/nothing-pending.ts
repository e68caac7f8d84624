import type { Db } from '../db/open.ts';
import { tasksOf } from '../db/tasks.ts';
import type { Moment } from '../domain/dates.ts';
import type { NotNeeded } from './kind.ts';

/** Why a person has nothing pending: everything that takes reports is reported, or nothing takes reports. */
export function whyNothingPending(db: Db, personId: number, now: Moment): NotNeeded['notNeeded'] {
  return tasksOf(db, personId, now).length > 0 ? 'done' : 'closed';
}
