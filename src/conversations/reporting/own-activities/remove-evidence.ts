import { reportableTask } from '../../../actions/reportable.ts';
import { evidenceById } from '../../../db/evidence.ts';
import { removeOwnEvidence } from '../../../db/voided-traces.ts';
import { cannotRemove, removed } from '../../../texts/reporting/my-activities.ts';
import type { Screen } from '../../dialogs/screen.ts';
import { follow } from '../../turn.ts';
import { myActivitiesMessage, showActivity } from './my-activities.ts';
import { isOfThisEnrolment } from './own-evidence.ts';

/** *Quitar*: removes what this person sent, while its activity takes reports from them. */
export const evidenceRemoveScreen: Screen<'evremove'> = {
  needs: 'report',
  show: (turn, { evidenceId }) => {
    const each = evidenceById(turn.db, evidenceId);
    const isTheirs = each?.personId === turn.person.id && isOfThisEnrolment(turn, each);
    const isKept = each?.state === 'stored' || each?.state === 'fetching';
    const task = each && isTheirs && isKept && reportableTask(turn.db, turn.person.id, each, turn.moment);
    if (!task) {
      follow(turn, myActivitiesMessage(turn, 1, cannotRemove()));
      return undefined;
    }
    removeOwnEvidence(turn.db, each, turn.now);
    showActivity(turn, each, removed(task.activity.number));
    return undefined;
  },
};
