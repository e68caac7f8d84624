import { endImpossibleChanges } from '../actions/reformulate.ts';
import { waitingChanges } from '../db/asked-changes.ts';
import type { Db } from '../db/open.ts';
import type { Moment } from '../domain/dates.ts';
import { notifyPlanChangeAsked } from '../notices/kinds/plan-change-asked.ts';
import { acceptorsOf } from '../summary/change-acceptors.ts';

/**
 * Asks everybody who may accept a waiting change, once each: also a person who came into an office since it was asked
 * for.
 */
export function askAboutPlanChanges(db: Db, now: Moment): void {
  endImpossibleChanges(db, now);
  for (const change of waitingChanges(db))
    for (const to of acceptorsOf(db, change, now).people) notifyPlanChangeAsked(db, { change, to }, now);
}
