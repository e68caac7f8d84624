import { rowByKey } from '../../db/announce.ts';
import type { Db } from '../../db/open.ts';
import { holdingsOf, officeHolders, personById } from '../../db/people.ts';
import type { PlannedCut } from '../../db/plans.ts';
import { type Presentation, presentationById, presentationsOf } from '../../db/review.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Html, Keyboard } from '../../domain/events.ts';
import { writeScreen } from '../../domain/screens.ts';
import { cutSummary } from '../../summary/cut-summary.ts';
import { isTooLong, requestFiles } from '../../summary/file-request.ts';
import { summaryTexts } from '../../summary/message.ts';
import { approvalButtons } from '../../texts/review/approval-buttons.ts';
import { askApproval } from '../../texts/review/approving.ts';
import type { NoticeKind, NoticeRow } from '../kind.ts';
import { whyNothingPending } from '../nothing-pending.ts';
import { endWaiting, noticeKey, notify, waitingOf } from '../notify.ts';
import { changed } from './changed.ts';

/** A cut was presented to the mayor: its summary and the question for approval. */
export const presented: NoticeKind<'presentationId'> = {
  name: 'presented',
  about: ['presentationId'],
  to: 'office',
  noLongerTrue: (db, row, now) =>
    isStillToApprove(db, row, now) ? null : whyNothingPending(db, row.personId, now),
};

/**
 * Asks the holders of the mayor's office, once per person. The last message has the buttons; picture and PDF
 * follow.
 */
export function notifyPresented(
  db: Db,
  of: {
    readonly planned: PlannedCut;
    readonly presentation: Presentation;
    readonly entityName: string | null;
  },
  now: Moment,
): void {
  const { planned, presentation } = of;
  const cutId = planned.cut.id;
  for (const mayor of officeHolders(db, 'mayor', now)) {
    const key = (index: number) => noticeKey('presented', presentation.id, mayor.id, index);
    if (rowByKey(db, key(0))) continue;
    const summary = cutSummary(db, cutId, now, of.entityName, { presentation: presentation.id });
    const first = askApproval({
      ...planned,
      by: personById(db, presentation.presentedBy)?.name ?? '',
      at: presentation.at,
      changes: summary.standing.kind === 'approved' ? summary.standing.changes : null,
    });
    const messages: readonly Html[] = [first, ...summaryTexts(summary)];
    messages.forEach((html, index) => {
      const keyboard = index === messages.length - 1 ? approvalKeyboard(presentation.id) : undefined;
      const message = keyboard ? { html, keyboard } : { html };
      notify(db, presented, mayor, {
        key: key(index),
        about: { presentationId: presentation.id },
        message,
        now,
      });
    });
    const formats = isTooLong(db, planned.plan.id, 'pdf')
      ? (['chart'] as const)
      : (['chart', 'pdf'] as const);
    const to = { chatId: mayor.telegramUserId, personId: mayor.id };
    const files = { cutId, ...to, as: 'summary' as const, presentation: presentation.id };
    requestFiles(db, files, formats, now);
  }
}

/** The buttons *Aprobar* and *Devolver* of one presentation. */
export function approvalKeyboard(presentationId: number): Keyboard {
  return [
    [
      { text: approvalButtons.approve, data: writeScreen('approve', { presentationId }) },
      { text: approvalButtons.return, data: writeScreen('return', { presentationId }) },
    ],
  ];
}

/** Whether the question about a presentation still waits to go to a person. */
export function isAboutToBeAsked(db: Db, presentationId: number, personId: number): boolean {
  return waitingOf(db, [presented], { presentationId, personId }).length > 0;
}

/** Ends the messages that wait about a presentation, because it is decided or another one replaced it. */
export function endAsking(db: Db, presentationId: number, now: Moment): void {
  endWaiting(db, [presented, changed], { presentationId }, ['cancelled', 'superseded'], now);
}

/**
 * Whether the presentation is undecided and its cut's latest, and this person holds the office that decides.
 */
function isStillToApprove(db: Db, { presentationId, personId }: NoticeRow, now: Moment): boolean {
  const presentation = presentationId === null ? undefined : presentationById(db, presentationId);
  if (presentation?.outcome !== null) return false;
  const [latest] = presentationsOf(db, presentation.cutId);
  return latest?.id === presentation.id && holdingsOf(db, personId, now).offices.includes('mayor');
}
