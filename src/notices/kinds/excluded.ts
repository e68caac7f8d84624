import type { Db } from '../../db/open.ts';
import { type Activity, daysOff, type PlannedCut } from '../../db/plans.ts';
import { pendingTasksOf } from '../../db/tasks.ts';
import { writeButton } from '../../domain/buttons.ts';
import { soonestAllowed } from '../../domain/calendar.ts';
import type { Moment } from '../../domain/dates.ts';
import { responsiblesOf } from '../../summary/responsibles.ts';
import * as texts from '../../texts/cuts/cuts.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import type { NoticeKind } from '../kind.ts';
import { notify } from '../notify.ts';

/** Activities were taken out of one cut, with the reason: nobody is asked for them there. */
export const excluded: NoticeKind<'cutId'> = { name: 'excluded', about: ['cutId'], to: 'responsible' };

export function notifyExcluded(
  db: Db,
  planned: PlannedCut,
  activities: readonly Activity[],
  reason: string,
  now: Moment,
): void {
  for (const { person, activities: own } of responsiblesOf(db, activities, now)) {
    const html = texts.excluded({
      plan: planned.plan,
      cutNumber: planned.cut.number,
      name: person.name,
      numbers: own.map((activity) => activity.number),
      reason,
    });
    const left = pendingTasksOf(db, person.id, soonestAllowed(now, daysOff(db))).length;
    const keyboard = [[{ text: buttons.report, data: writeButton({ to: 'report' }) }]];
    const message = left > 0 ? { html, keyboard } : { html };
    notify(db, excluded, person, { key: null, about: { cutId: planned.cut.id }, message, now });
  }
}
