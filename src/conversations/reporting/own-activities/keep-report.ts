import { reportableTask } from '../../../actions/reportable.ts';
import { nothing } from '../../../texts/html.ts';
import { noLongerChanges, toast } from '../../../texts/reporting/reporting.ts';
import { keptLine } from '../../../texts/reporting/saved.ts';
import { shownMeasure } from '../../../texts/words/units.ts';
import type { Screen } from '../../dialogs/screen.ts';
import { say } from '../../turn.ts';
import { storeReport } from '../answer/store-report.ts';
import { askCorrection } from '../questions/ask-correction.ts';
import { ofOne } from '../questions/saved.ts';
import { askNext } from '../round/ask-next.ts';
import { myActivitiesMessage } from './my-activities.ts';

/**
 * *Dejar 25 %*, under what the mayor returned: a revision with the same figure and words, which ends what is pending.
 * A report that changed meanwhile is shown instead.
 */
export const keepReportScreen: Screen<'keep'> = {
  needs: 'report',
  show: (turn, { activityId, cutId, reportId }) => {
    const beside = { ...turn, tappedRow: null };
    const task = reportableTask(turn.db, turn.person.id, { activityId, cutId }, turn.moment);
    if (!task?.report) {
      say(beside, myActivitiesMessage(beside, 1, noLongerChanges()));
      return undefined;
    }
    if (!task.pending) return toast.alreadyAnswered;
    if (task.report.id !== reportId) {
      askCorrection(beside, task);
      return undefined;
    }
    const { progress, amount, observation } = task.report;
    storeReport(beside, task, { progress, amount, observation });
    const kept = { ...task.report, measure: shownMeasure(task.activity) };
    const saved = ofOne(task, keptLine(task.activity.number, kept));
    askNext(beside, { saved, before: nothing }, 'heldFirst');
    return undefined;
  },
};
