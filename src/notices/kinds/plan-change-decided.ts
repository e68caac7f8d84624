import type { AskedChange } from '../../db/asked-changes.ts';
import type { Db } from '../../db/open.ts';
import { type EnrolledPerson, holdersOf, isEnrolled, officeHolders, personById } from '../../db/people.ts';
import { positionsOf } from '../../db/plans.ts';
import type { Moment } from '../../domain/dates.ts';
import { changeEnded } from '../../texts/cuts/reformulation.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';
import { planChangeWords } from '../plan-change-words.ts';

/** How a change of a plan ended. An accepted one is told to everybody whom the new version concerns. */
export const planChangeDecided: NoticeKind<'planChangeId'> = {
  name: 'planChangeDecided',
  about: ['planChangeId'],
  to: 'responsible',
};

/** @param why it could not be, when it ended without anybody's answer */
export function notifyPlanChangeDecided(
  db: Db,
  change: AskedChange,
  why: Parameters<typeof changeEnded>[1]['why'],
  now: Moment,
): void {
  const { outcome, decidedBy } = change;
  if (outcome === null || outcome === 'withdrawn') return;
  const by = decidedBy === null ? null : (personById(db, decidedBy)?.name ?? null);
  const html = changeEnded(planChangeWords(db, change, now), { outcome, by, why });
  const asker = personById(db, change.askedBy);
  const told = [
    ...(asker && isEnrolled(asker) ? [asker] : []),
    ...(outcome === 'accepted' ? concerned(db, change, now) : []),
  ];
  for (const to of new Map(told.map((each) => [each.id, each])).values()) {
    if (to.id === decidedBy) continue;
    const key = noticeKey('planChangeDecided', change.id, to.id);
    notify(db, planChangeDecided, to, { key, about: { planChangeId: change.id }, message: { html }, now });
  }
}

/** Who reports the activities, and the coordinators. */
function concerned(db: Db, { changes }: AskedChange, now: Moment): readonly EnrolledPerson[] {
  const ids = [...new Set(changes.map(({ activityId }) => activityId))];
  const positions = [...positionsOf(db, ids).values()].flat().map(({ id }) => id);
  const holders = [...new Set(positions)].flatMap((id) => holdersOf(db, id, now)).filter(isEnrolled);
  return [...holders, ...officeHolders(db, 'coordinator', now)];
}
