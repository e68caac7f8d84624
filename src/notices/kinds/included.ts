import type { Db } from '../../db/open.ts';
import { type Activity, daysOff, type PlannedCut } from '../../db/plans.ts';
import { writeButton } from '../../domain/buttons.ts';
import { soonestAllowed } from '../../domain/calendar.ts';
import { localDate, type Moment } from '../../domain/dates.ts';
import { pendingActivities } from '../../summary/missing.ts';
import { responsiblesOf } from '../../summary/responsibles.ts';
import * as texts from '../../texts/cuts/cuts.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import { day } from '../../texts/words/days.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/** Activities that were excluded from a cut are asked in it again, with the last day. */
export const included: NoticeKind<'cutId'> = {
  name: 'included',
  about: ['cutId'],
  to: 'responsible',
  onEarlyClose: 'cancel',
};

/** Notifies the people who can still report them when the notice goes out. */
export function notifyIncluded(
  db: Db,
  planned: PlannedCut,
  activities: readonly Activity[],
  now: Moment,
): void {
  const cutId = planned.cut.id;
  const pending = new Map(pendingActivities(db, planned, now).map((each) => [each.activity.id, each.until]));
  const heardAt = soonestAllowed(now, daysOff(db));
  const back = activities.filter((activity) => (pending.get(activity.id) ?? 0) > heardAt);
  for (const { person, activities: own } of responsiblesOf(db, back, now)) {
    const until = Math.max(...own.map((activity) => pending.get(activity.id) ?? 0));
    const html = texts.included({
      plan: planned.plan,
      cutNumber: planned.cut.number,
      name: person.name,
      numbers: own.map((activity) => activity.number),
      lastDay: day(localDate(until - 1)),
    });
    const keyboard = [[{ text: buttons.report, data: writeButton({ to: 'report' }) }]];
    const ids = own.map((activity) => activity.id).join(',');
    const key = noticeKey('included', cutId, now, ids, person.id);
    notify(db, included, person, { key, about: { cutId }, message: { html, keyboard }, now });
  }
}
