import type { Db } from '../../db/open.ts';
import { officeHolders } from '../../db/people.ts';
import type { PlannedCut } from '../../db/plans.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Html, Keyboard } from '../../domain/events.ts';
import { writeScreen } from '../../domain/screens.ts';
import type { ReviewState } from '../../summary/review/review-state.ts';
import { approvalButtons } from '../../texts/review/approval-buttons.ts';
import { changedForCoordinator, changedForMayor } from '../../texts/review/approval-changes.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify, type Recipient } from '../notify.ts';

/**
 * What was presented or approved has changed since. Goes to the mayor, and to the coordinators so that they
 * present it anew.
 */
export const changed: NoticeKind<'presentationId'> = {
  name: 'changed',
  about: ['presentationId'],
  to: 'office',
};

/** Once per presentation and person. */
export function notifyChanged(
  db: Db,
  planned: PlannedCut,
  standing: Extract<ReviewState, { kind: 'presented' | 'approved' }>,
  now: Moment,
): void {
  const current = standing.kind === 'approved' ? (standing.again ?? standing) : standing;
  const since = current === standing && standing.kind === 'approved' ? 'approval' : 'presentation';
  const { changes } = current;
  if (changes.length === 0) return;
  const presentationId = current.by.id;
  const of = { ...planned, since, changes } as const;
  const send = (person: Recipient, html: Html, keyboard: Keyboard) => {
    const key = noticeKey('changed', presentationId, person.id);
    notify(db, changed, person, { key, about: { presentationId }, message: { html, keyboard }, now });
  };
  const cutId = planned.cut.id;
  const see = [{ text: approvalButtons.changes, data: writeScreen('changes', { cutId }) }];
  const presentAgain = [{ text: approvalButtons.presentAgain, data: writeScreen('present', { cutId }) }];
  const coordinators = officeHolders(db, 'coordinator', now);
  for (const mayor of officeHolders(db, 'mayor', now)) send(mayor, changedForMayor(of), [see]);
  for (const each of coordinators) send(each, changedForCoordinator(of), [presentAgain, see]);
}
