import { rowByKey } from '../../db/announce.ts';
import type { Db } from '../../db/open.ts';
import { officeHolders } from '../../db/people.ts';
import type { PlannedCut } from '../../db/plans.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Button } from '../../domain/events.ts';
import { writeScreen } from '../../domain/screens.ts';
import type { ReviewState } from '../../summary/review/review-state.ts';
import { approvalButtons } from '../../texts/review/approval-buttons.ts';
import {
  type ChangesOf,
  changedForCoordinator,
  changedForMayor,
  changesOf,
} from '../../texts/review/approval-changes.ts';
import type { NoticeKind } from '../kind.ts';
import { noteKnown, noticeKey, notify, type Recipient } from '../notify.ts';

/**
 * What was presented or approved has changed since. Goes to the mayor, and to the coordinators so that they
 * present it anew.
 */
export const changed: NoticeKind<'presentationId'> = {
  name: 'changed',
  about: ['presentationId'],
  to: 'office',
};

/** What changed in one cut, and since which presentation. */
export type ChangedCut = ChangesOf & { readonly presentationId: number; readonly cutId: number };

/** The changes since a cut was presented or approved; null: there are none. */
export function changedCut(
  planned: PlannedCut,
  standing: Extract<ReviewState, { kind: 'presented' | 'approved' }>,
): ChangedCut | null {
  const current = standing.kind === 'approved' ? (standing.again ?? standing) : standing;
  const since = current === standing && standing.kind === 'approved' ? 'approval' : 'presentation';
  const { changes } = current;
  if (changes.length === 0) return null;
  const { plan, cut } = planned;
  return { plan, cut, since, changes, cutId: cut.id, presentationId: current.by.id };
}

/** More cuts than this would not fit into one message. */
const CUTS_A_MESSAGE = 6;

/** Once per presentation and person. The mayor reads what changed in several cuts in one message. */
export function notifyChanged(db: Db, cuts: readonly ChangedCut[], now: Moment): void {
  const keyOf = (of: ChangedCut, to: Recipient) => noticeKey('changed', of.presentationId, to.id);
  const about = ({ presentationId }: ChangedCut) => ({ presentationId });
  const see = (of: ChangedCut, text: string = approvalButtons.changes): Button => ({
    text,
    data: writeScreen('changes', { cutId: of.cutId }),
  });
  for (const mayor of officeHolders(db, 'mayor', now)) {
    const fresh = cuts.filter((each) => !rowByKey(db, keyOf(each, mayor)));
    for (let from = 0; from < fresh.length; from += CUTS_A_MESSAGE) {
      const [first, ...others] = fresh.slice(from, from + CUTS_A_MESSAGE);
      if (!first) break;
      const together = [first, ...others];
      const keyboard =
        others.length === 0 ? [[see(first)]] : together.map((each) => [see(each, changesOf(each))]);
      const message = { html: changedForMayor(together), keyboard };
      notify(db, changed, mayor, { key: keyOf(first, mayor), about: about(first), message, now });
      for (const each of others)
        noteKnown(db, changed, mayor, { key: keyOf(each, mayor), about: about(each), now });
    }
  }
  for (const coordinator of officeHolders(db, 'coordinator', now))
    for (const each of cuts) {
      const presentAgain = {
        text: approvalButtons.presentAgain,
        data: writeScreen('present', { cutId: each.cutId }),
      };
      const message = { html: changedForCoordinator(each), keyboard: [[presentAgain], [see(each)]] };
      notify(db, changed, coordinator, { key: keyOf(each, coordinator), about: about(each), message, now });
    }
}
