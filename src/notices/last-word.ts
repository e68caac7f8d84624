import type { Db } from '../db/open.ts';
import { activitiesOfPerson } from '../db/own-activities.ts';
import type { Moment } from '../domain/dates.ts';
import type { NoticeKind } from './kind.ts';
import { endWaiting } from './notify.ts';

/**
 * Notices of the last word on an activity: who reported, corrected or voided it. Only the last one is true,
 * so each ends the earlier ones that have not gone. A person who no longer holds the activity gets none.
 */
export type LastWordKind = NoticeKind<'activityId' | 'cutId' | 'reportId'>;

const names = ['reported', 'corrected', 'voided'] as const;

export function lastWordKind(
  name: (typeof names)[number],
  more: Pick<LastWordKind, 'onEarlyClose'> = {},
): LastWordKind {
  return {
    ...more,
    name,
    about: ['activityId', 'cutId', 'reportId'],
    to: 'responsible',
    isLost: (db, row, now) =>
      !activitiesOfPerson(db, row.personId, now).some(({ activity }) => activity.id === row.activityId),
  };
}

/**
 * Ends waiting notices of an earlier word: the person has just been shown the last word, or it has changed.
 */
export function endFormerWords(
  db: Db,
  of: { readonly personId: number; readonly activityId: number; readonly cutId: number },
  now: Moment,
): void {
  const kinds = names.map((name) => ({ name }));
  endWaiting(db, kinds, of, ['notNeeded', 'superseded'], now);
}
