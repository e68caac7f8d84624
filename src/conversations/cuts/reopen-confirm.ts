import { activitiesOf, daysOff, type PlannedCut } from '../../db/plans.ts';
import { lastReportsOfCut } from '../../db/reports.ts';
import { awaitsReport } from '../../db/tasks.ts';
import { isWorkingDay, namesActivity, openReopenings } from '../../domain/calendar.ts';
import { responsiblesOf } from '../../summary/responsibles.ts';
import { cutButtons } from '../../texts/cuts/cut-screens.ts';
import * as texts from '../../texts/cuts/reopening.ts';
import { askStep } from '../dialogs/dialog.ts';
import type { Turn } from '../turn.ts';
import type { ReopenStep } from './reopen-step.ts';

/** Whether another reopening asks for all of it already, and at least as long: a colleague was faster. */
export function isReopenedAlready({ db, now }: Turn, planned: PlannedCut, at: ReopenStep): boolean {
  const reports = lastReportsOfCut(db, planned.cut.id);
  const lasting = openReopenings(planned.acts, now).filter((each) => each.lastDay >= at.lastDay);
  const activities = new Map(activitiesOf(db, planned.plan.id).map((each) => [each.id, each]));
  return at.chosen.every((id) => {
    const own = activities.get(id);
    if (own === undefined || !lasting.some((each) => namesActivity(each, id))) return false;
    return awaitsReport(planned, own, reports.get(id), now);
  });
}

/** What a reopening would do: which activities, until when, why, and who will be notified. */
export function confirmReopening(turn: Turn, planned: PlannedCut, at: ReopenStep): void {
  const chosen = new Set(at.chosen);
  const activities = activitiesOf(turn.db, planned.plan.id).filter((each) => chosen.has(each.id));
  const notified = responsiblesOf(turn.db, activities, turn.now);
  const held = new Set(notified.flatMap((each) => each.activities.map((activity) => activity.id)));
  const html = texts.reopenQuestion({
    plan: planned.plan,
    cutNumber: planned.cut.number,
    numbers: activities.map((activity) => activity.number),
    lastDay: at.lastDay,
    offDay: !isWorkingDay(at.lastDay, daysOff(turn.db)),
    onTimeUntil: turn.now < planned.window.graceFrom ? planned.window.closingDate : null,
    reason: at.reason,
    notified: notified.map(({ person, activities: own }) => ({
      name: person.name,
      numbers: own.map((activity) => activity.number),
    })),
    vacant: activities.filter((activity) => !held.has(activity.id)).map((activity) => activity.number),
  });
  askStep(turn, { dialog: 'reopen', data: at }, (button) => ({
    html,
    keyboard: [[button(texts.reopenButtons.yes, 'yes')], [button(cutButtons.cancel, 'no')]],
  }));
}
