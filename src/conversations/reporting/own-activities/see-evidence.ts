import { couldNotSee } from '../../../texts/reporting/my-activities.ts';
import type { Screen } from '../../dialogs/screen.ts';
import { sendEvidence } from '../../summary/shown-evidence.ts';
import { say } from '../../turn.ts';
import { isOfThisEnrolment } from './may-remove.ts';
import { showActivity } from './my-activities.ts';
import { ownEvidenceOf } from './own-evidence.ts';
import { ownPiece } from './remove-evidence.ts';

/** *Ver*: one's own file comes back as it is kept, also after the lock. */
export const evidenceSeeScreen: Screen<'evsee'> = {
  needs: 'ownData',
  show: (turn, { evidenceId }) => {
    const each = ownPiece(turn, evidenceId);
    const isShown = each !== undefined && isOfThisEnrolment(turn, each);
    if (isShown && each.state === 'stored' && each.storedName !== null) sendEvidence(turn, each.id);
    else say(turn, { html: couldNotSee() });
    return undefined;
  },
};

/** Another page of one's own files and links of an activity. */
export const ownEvidenceScreen: Screen<'evown'> = {
  needs: 'ownData',
  show: (turn, { activityId, cutId, page }) => {
    const of = { activityId, cutId };
    if (ownEvidenceOf(turn, of).length > 0) showActivity(turn, of, { page });
    else say(turn, { html: couldNotSee() });
    return undefined;
  },
};
