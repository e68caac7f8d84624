import { rowByKey } from '../../db/announce.ts';
import type { Db } from '../../db/open.ts';
import { officeHolders, personById } from '../../db/people.ts';
import { type PlannedCut, plannedCut } from '../../db/plans.ts';
import { type Presentation, presentationById } from '../../db/review.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Html, Keyboard } from '../../domain/events.ts';
import { writeScreen } from '../../domain/screens.ts';
import { summaryOf } from '../../summary/cut-summary.ts';
import type { ExportFormat } from '../../summary/export-cut.ts';
import { isFileRequested, isTooLong, requestFiles } from '../../summary/file-request.ts';
import { summaryTexts } from '../../summary/message.ts';
import { type ReviewRead, readForReview } from '../../summary/review/review-read.ts';
import { approvalButtons } from '../../texts/review/approval-buttons.ts';
import { askedToApprove, presentedForApproval, withoutFiles } from '../../texts/review/approving.ts';
import type { NoticeKind, NoticeRow } from '../kind.ts';
import { endWaiting, noticeKey, notify, waitingOf } from '../notify.ts';
import { whyNotToApprove } from '../still-to-approve.ts';
import { changed } from './changed.ts';
import { hadPresentedFile, presentedFile } from './presented-file.ts';

/** Its files go before it; the question does not wait for them longer than this. */
const filesWithinMs = 60_000;

/** A cut was presented to the mayor: its summary and the question for approval, right above its buttons. */
export const presented: NoticeKind<'presentationId'> = {
  name: 'presented',
  about: ['presentationId'],
  to: 'office',
  noLongerTrue: whyNotToApprove,
  waits: (db, row, now) =>
    now < row.createdAt + filesWithinMs && filesOf(db, row).some((file) => file.state === 'coming'),
  comesLast: true,
  textAtRelease: (db, row) => {
    if (!row.payload || !('html' in row.payload) || !row.payload.keyboard) return null;
    const files = filesOf(db, row);
    const those = (state: 'coming' | 'failed') =>
      files.filter((file) => file.state === state).map((file) => file.format);
    const html = withoutFiles(row.payload.html as Html, { coming: those('coming'), failed: those('failed') });
    return { ...row.payload, html };
  },
};

/** Asks the holders of the mayor's office, once per person. Picture, PDF and workbook go before it. */
export function notifyPresented(
  db: Db,
  of: {
    readonly planned: PlannedCut;
    readonly presentation: Presentation;
    readonly entityName: string | null;
    /** Its plan, when it is read already. */
    readonly read?: ReviewRead;
  },
  now: Moment,
): void {
  const { presentation } = of;
  const planned = plannedCut(db, of.planned.cut.id) ?? of.planned;
  const presentationId = presentation.id;
  const cutId = planned.cut.id;
  for (const mayor of officeHolders(db, 'mayor', now)) {
    const key = (index: number) => noticeKey('presented', presentationId, mayor.id, index);
    if (rowByKey(db, key(0))) continue;
    const { read = readForReview(db, planned.plan.id) } = of;
    const summary = summaryOf(db, planned, now, of.entityName, { presentation: presentationId }, read);
    const asked = presentedForApproval({
      by: personById(db, presentation.presentedBy)?.name ?? '',
      changes: summary.standing.kind === 'approved' ? summary.standing.changes : null,
    });
    const texts = summaryTexts(summary, { asked });
    texts.forEach((html, index) => {
      const message =
        index === texts.length - 1
          ? { html: askedToApprove(html), keyboard: approvalKeyboard(presentationId) }
          : { html };
      notify(db, presented, mayor, { key: key(index), about: { presentationId }, message, now });
    });
    const to = { chatId: mayor.telegramUserId, personId: mayor.id };
    const files = { cutId, ...to, as: 'summary' as const, presentation: presentationId };
    requestFiles(db, files, formatsOf(db, planned.plan.id), now);
  }
}

function formatsOf(db: Db, planId: number): readonly ExportFormat[] {
  return (['chart', 'pdf', 'xlsx'] as const).filter((format) => !isTooLong(db, planId, format));
}

/** The files that go before a question, and how far each is. */
function filesOf(db: Db, { presentationId, personId }: NoticeRow) {
  const presentation = presentationId === null ? undefined : presentationById(db, presentationId);
  const planned = presentation && plannedCut(db, presentation.cutId);
  if (!presentation || !planned) return [];
  return formatsOf(db, planned.plan.id).map((format) => {
    const of = { presentationId: presentation.id, format };
    if (hadPresentedFile(db, of, personId)) return { format, state: 'made' as const };
    const coming = isFileRequested(db, { personId, presentation: presentation.id, format });
    return { format, state: coming ? ('coming' as const) : ('failed' as const) };
  });
}

/** The buttons *Aprobar* and *Devolver* of one presentation. */
export function approvalKeyboard(presentationId: number): Keyboard {
  return [
    [
      {
        text: approvalButtons.approve,
        data: writeScreen('approve', { presentationId }),
        style: 'success',
      },
      {
        text: approvalButtons.return,
        data: writeScreen('return', { presentationId }),
        style: 'danger',
      },
    ],
  ];
}

/** Whether the question about a presentation still waits to go to a person. */
export function isAboutToBeAsked(db: Db, presentationId: number, personId: number): boolean {
  return waitingOf(db, [presented], { presentationId, personId }).length > 0;
}

/** Whether a person got the question about a presentation, or it is on its way. */
export function wasAsked(db: Db, presentationId: number, personId: number): boolean {
  const state = rowByKey(db, noticeKey('presented', presentationId, personId, 0))?.state;
  return state === 'waiting' || state === 'released' || state === 'sent';
}

/** Ends the messages that wait about a presentation, because it is decided or another one replaced it. */
export function endAsking(db: Db, presentationId: number, now: Moment): void {
  endWaiting(db, [presented, presentedFile, changed], { presentationId }, ['cancelled', 'superseded'], now);
}
