import { activityById, plannedCut } from '../../../db/plans.ts';
import { closeQuestion, openQuestion } from '../../../db/questions.ts';
import { pastButton } from '../../../texts/reporting/reporting.ts';
import { refused } from '../../allowed.ts';
import { say, type Turn } from '../../turn.ts';
import { mayReport } from '../../who.ts';
import { type About, isSame } from '../about.ts';
import { myActivitiesMessage } from '../own-activities/my-activities.ts';
import { askNext } from '../round/ask-next.ts';
import { notTheirs } from './not-theirs.ts';

/** Answers a button whose cut takes no more reports, or whose activity is not this person's any more. */
export function sayNoLonger(turn: Turn, about: About): string | undefined {
  const planned = plannedCut(turn.db, about.cutId);
  const activity = activityById(turn.db, about.activityId);
  if (!planned || !activity || activity.planId !== planned.plan.id) {
    refused(turn, { button: 'correct' });
    return undefined;
  }
  const open = openQuestion(turn.db, turn.person.id);
  const closed = turn.moment >= planned.window.locksAt;
  if (open && isSame(open, about)) {
    closeQuestion(turn.db, open.id, turn.now);
    if (!closed) {
      askNext({ ...turn, tappedRow: null }, { saved: null, before: notTheirs(turn, about) });
      return undefined;
    }
  }
  if (!closed) refused(turn, { button: 'correct', activity: activity.id });
  const before = closed ? pastButton(planned.cut.date) : notTheirs(turn, about);
  say(turn, mayReport(turn) ? myActivitiesMessage(turn, 1, before) : { html: before });
  return undefined;
}
